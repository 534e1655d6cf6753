/** The training set made ready: every example with its label, language, canonical text and features. */
import type { Locale } from '../domain/locale.js';
import type { Canon } from './canon.js';
import type { Concepts } from './concepts.js';
import { extract, FeatureBuffer } from './features.js';
import { fold } from './fold.js';
import { localeOf } from './script.js';
import type { TrainingSet } from './training-set.js';

export interface Item {
  readonly text: string;
  readonly canonical: string;
  /** Index of the intent, or -1 for what is none of our business. */
  readonly label: number;
  readonly locale: Locale;
  readonly features: FeatureBuffer;
  readonly words: readonly string[];
  /** From an embeddings endpoint, when one is configured. */
  readonly embedding: Float32Array | null;
}

export class Preparer {
  private readonly buffer = new FeatureBuffer();
  private readonly words: string[] = [];

  constructor(
    private readonly canon: Canon,
    private readonly concepts: Concepts,
    private readonly embeddings: ReadonlyMap<string, Float32Array> = new Map(),
  ) {}

  item(text: string, label: number): Item {
    const folded = fold(text);
    const canonical = this.canon.of(folded);
    extract(canonical, this.concepts, this.buffer, this.words);
    return { text, canonical, label, locale: localeOf(canonical, 'zh-CN'), features: this.buffer.snapshot(), words: [...this.words], embedding: this.embeddings.get(text) ?? null };
  }
}

export interface Corpus {
  readonly intentIds: readonly string[];
  readonly items: readonly Item[];
  readonly generics: readonly Item[];
}

export function corpusOf(set: Pick<TrainingSet, 'intents'>, generics: readonly string[], preparer: Preparer): Corpus {
  const intents = set.intents.filter((intent) => textsOf(intent).length > 0);
  const items: Item[] = [];
  const known = new Set<string>();
  intents.forEach((intent, label) => {
    for (const text of new Set(textsOf(intent))) {
      items.push(preparer.item(text, label));
      known.add(keyOf(text));
    }
  });
  const others = [...new Set(generics)].filter((text) => !known.has(keyOf(text))).map((text) => preparer.item(text, -1));
  return { intentIds: intents.map((intent) => intent.id), items, generics: others };
}

/** Every text that training would like an embedding of; `generics` as for `corpusOf`. */
export function textsToEmbed(set: TrainingSet, generics: readonly string[]): string[] {
  return [...new Set([...set.intents.flatMap(textsOf), ...generics, ...(set.validation ?? []).map(({ text }) => text)])];
}

function keyOf(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]+/gu, '');
}

/** An intent's title is one more example: measured to be worth it at any size. */
function textsOf(intent: TrainingSet['intents'][number]): string[] {
  const examples = [...(intent.examples['zh-CN'] ?? []), ...(intent.examples.en ?? [])].filter((text) => text.trim() !== '');
  if (examples.length === 0) return [];
  return [...examples, ...Object.values(intent.names).filter((name) => name.trim() !== '')];
}
