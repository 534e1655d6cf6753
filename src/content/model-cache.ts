/** What was computed from content once, kept on disk under a key of that content, so that a start neither parses nor trains nor splits again. */
import { createHash, randomUUID } from 'node:crypto';
import { readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Passage } from '../domain/article.js';
import type { ContentText } from '../domain/content.js';
import type { ComputedContent } from '../ports/computed-content.js';
import { GENERIC_SENTENCES } from '../understanding/generic-sentences.js';
import type { Ears } from '../understanding/learnt-ears.js';
import type { Model } from '../understanding/model.js';
import { loadEars, loadModel, MODEL_VERSION } from '../understanding/model-file.js';
import { MOOD_SENTENCES } from '../understanding/mood-sentences.js';
import { PERSON_SENTENCES } from '../understanding/person-sentences.js';
import { makeFolder } from './make-folder.js';
import type { Seed } from './seed.js';

/** Files in the first directory: about fifty drafts, a few megabytes each. */
const MOST_KEPT = 200;

/** Raised whenever passages of the same article come out differently. */
const PASSAGES_VERSION = 2;
/** Raised whenever the same files are read differently: other fields, other defaults, other checks. */
const SEED_VERSION = 1;

/** The catalogue is no part of it: it is laid over the model when it is read, so a new product needs no training. `ears` names those the model is trained with. */
export function modelKey({ intents, lexicon }: Pick<Seed, 'intents' | 'lexicon'>, ears: string, embeddingModel: string | null): string {
  const trained = intents.map(({ id, names, examples, kind, isUrgent }) => ({ id, names, examples, kind, isUrgent }));
  return `model-${digest([MODEL_VERSION, ears, trained, lexicon, ...(embeddingModel === null ? [] : [embeddingModel])])}.bin`;
}

/** By the very words they are learnt from: the editors' files, which are quicker to compare than to read, and the product's own sentences. */
export function earsKey(texts: readonly ContentText[]): string {
  return `ears-${digest([MODEL_VERSION, texts.map(({ path, text }) => [path, text]), GENERIC_SENTENCES, MOOD_SENTENCES, PERSON_SENTENCES])}.bin`;
}

export function passagesKey({ articles }: Pick<Seed, 'articles'>): string {
  return `passages-${digest([PASSAGES_VERSION, articles])}.json`;
}

/** Of the texts as they are, whatever their order. */
export function seedKey(texts: readonly ContentText[]): string {
  const sorted = texts.map(({ path, text }) => [path, text]).sort(([one = ''], [other = '']) => (one < other ? -1 : 1));
  return `seed-${digest([SEED_VERSION, sorted])}.json`;
}

function digest(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex').slice(0, 20);
}

/** Takes out of a directory what older content was computed to. */
export async function keepOnly(directory: string, names: ReadonlySet<string>): Promise<readonly string[]> {
  const gone = (await readdir(directory)).filter((name) => /^(model|ears|passages|seed)-/.test(name) && !names.has(name));
  await Promise.all(gone.map((name) => rm(join(directory, name), { force: true })));
  return gone;
}

/** Looks in each directory in turn, then at what other nodes computed, and writes to the first and to them; a file that cannot be read is as good as none. */
export class ModelCache {
  constructor(
    private readonly directories: readonly string[],
    private readonly shared?: ComputedContent,
    /** Told when the disk takes nothing: all is then computed again when it is wanted. Without it that ends the work, as a build must. */
    private readonly onTrouble?: (error: unknown) => void,
  ) {}

  async model(name: string): Promise<Model | null> {
    const bytes = await this.find(name);
    try {
      return bytes && loadModel(bytes);
    } catch {
      return null;
    }
  }

  async ears(name: string): Promise<Ears | null> {
    const bytes = await this.find(name);
    try {
      return bytes && loadEars(bytes);
    } catch {
      return null;
    }
  }

  /** A model, or ears. */
  keepLearnt(name: string, bytes: Uint8Array): Promise<void> {
    return this.keep(name, bytes);
  }

  passages(name: string): Promise<readonly Passage[] | null> {
    return this.json<readonly Passage[]>(name);
  }

  keepPassages(name: string, passages: readonly Passage[]): Promise<void> {
    return this.keep(name, JSON.stringify(passages));
  }

  seed(name: string): Promise<Seed | null> {
    return this.json<Seed>(name);
  }

  keepSeed(name: string, seed: Seed): Promise<void> {
    return this.keep(name, JSON.stringify(seed));
  }

  private async json<Value>(name: string): Promise<Value | null> {
    const bytes = await this.find(name);
    try {
      return bytes && (JSON.parse(bytes.toString('utf8')) as Value);
    } catch {
      return null;
    }
  }

  private async find(name: string): Promise<Buffer | null> {
    for (const directory of this.directories) {
      const bytes = await readFile(join(directory, name)).catch(() => null);
      if (!bytes) continue;
      if (directory === this.directories[0]) await this.used(join(directory, name));
      return bytes;
    }
    const bytes = await this.shared?.find(name).catch(() => null);
    if (!bytes) return null;
    await this.written(name, bytes);
    return Buffer.from(bytes);
  }

  private async keep(name: string, content: string | Uint8Array): Promise<void> {
    await this.written(name, content);
    // A database that is away for a moment only makes another node compute again.
    await this.shared?.keep(name, typeof content === 'string' ? Buffer.from(content) : content).catch(() => undefined);
  }

  private async written(name: string, content: string | Uint8Array): Promise<void> {
    const { onTrouble } = this;
    const writing = this.write(name, content);
    await (onTrouble ? writing.catch(onTrouble) : writing);
  }

  /** Written beside and renamed: another node that starts meanwhile never sees half a file, and two who come to the same at once have a file each. */
  private async write(name: string, content: string | Uint8Array): Promise<void> {
    const [directory] = this.directories;
    if (directory === undefined) return;
    await makeFolder(directory);
    const beside = join(directory, `${name}.${randomUUID()}.part`);
    try {
      await writeFile(beside, content);
      await rename(beside, join(directory, name));
    } catch (error) {
      await rm(beside, { force: true });
      throw error;
    }
    await this.tidy(directory);
  }

  /** The file system's own time says what was used last. */
  private async used(path: string): Promise<void> {
    const now = new Date();
    await utimes(path, now, now).catch(() => undefined);
  }

  /** Drafts that were only ever checked would fill the disk: what was not used for longest goes. */
  private async tidy(directory: string): Promise<void> {
    const names = await readdir(directory);
    if (names.length <= MOST_KEPT) return;
    const files = await Promise.all(names.map(async (name) => ({ name, usedAt: (await stat(join(directory, name)).catch(() => null))?.mtimeMs ?? 0 })));
    const oldest = files.sort((one, other) => other.usedAt - one.usedAt).slice(MOST_KEPT);
    await Promise.all(oldest.map(({ name }) => rm(join(directory, name), { force: true })));
  }
}
