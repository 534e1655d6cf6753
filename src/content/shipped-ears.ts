/** The ears learnt from the content that ships: a build leaves them ready, and where it did not they are learnt once and kept. */
import type { Logger } from '../telemetry/logger.js';
import type { Ears } from '../understanding/learnt-ears.js';
import { loadEars } from '../understanding/model-file.js';
import { directoryFiles } from './content-files.js';
import type { ContentFiles } from './content-files.js';
import { earsKey } from './model-cache.js';
import type { ModelCache } from './model-cache.js';
import { readSeed } from './seed.js';
import { trainingOrder, trainShippedEars } from './training.js';

export interface ShippedEarsDeps {
  /** Holds `intents/`. */
  readonly contentDir: string;
  readonly cache: ModelCache;
  readonly logger?: Logger;
}

export class ShippedEars {
  private named: Promise<string> | null = null;
  private learning: Promise<Ears> | null = null;

  constructor(private readonly deps: ShippedEarsDeps) {}

  /** Says what they were learnt from: a model trained with others is another model. */
  name(): Promise<string> {
    this.named ??= this.nameNow();
    return this.named;
  }

  /** Not held on to: between trainings they are on disk. */
  ears(): Promise<Ears> {
    this.learning ??= this.keptOrLearnt().finally(() => (this.learning = null));
    return this.learning;
  }

  private async nameNow(): Promise<string> {
    const files = directoryFiles(this.deps.contentDir);
    const [intents, lexicon] = await Promise.all([files.in('intents', '.yaml'), files.in('intents/lexicon', '.yaml')]);
    return earsKey([...intents, ...lexicon]);
  }

  private async keptOrLearnt(): Promise<Ears> {
    const { contentDir, cache, logger } = this.deps;
    const name = await this.name();
    const kept = await cache.ears(name);
    if (kept) return kept;
    const begun = performance.now();
    // What is wrong in the files is told by whoever founds content on them; here all that is sound teaches.
    const { seed } = await readSeed(withoutArticles(directoryFiles(contentDir)));
    const bytes = await trainShippedEars(trainingOrder(seed.intents, seed.lexicon, { plans: [], products: [] }));
    logger?.info({ millis: Math.round(performance.now() - begun) }, 'ears for moods and for the wish for a person learnt');
    await cache.keepLearnt(name, bytes);
    return loadEars(bytes);
  }
}

/** They teach no ear, and take long to read. */
function withoutArticles(files: ContentFiles): ContentFiles {
  return { in: (folder, ending) => (ending === '.md' ? Promise.resolve([]) : files.in(folder, ending)) };
}
