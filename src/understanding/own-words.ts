/** Editors' examples word for word: whoever writes just these words means what the editors meant, however unusual they are. */
import type { Corpus } from './corpus.js';
import { fold } from './fold.js';

/** In parallel: a number for the words, and the intent they stand for. */
export interface OwnWordsData {
  readonly keys: Float64Array;
  readonly labels: Uint16Array;
}

const NO_WORDS = /[^\p{L}\p{N}]+/gu;
/** As much as a number holds exactly. */
const HIGH_BITS = 0x1fffff;

/** Words without marks and spaces, as one number of 53 bits; null for what has no words. */
function keyOf(folded: string): number | null {
  const words = folded.replace(NO_WORDS, '');
  if (words === '') return null;
  let low = 0x811c9dc5;
  let high = 0x9dc5811c;
  for (let index = 0; index < words.length; index += 1) {
    const code = words.charCodeAt(index);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) + index;
  }
  return (high & HIGH_BITS) * 0x100000000 + (low >>> 0);
}

/** Words that stand for several intents say nothing here. */
export function ownWordsOf({ items }: Pick<Corpus, 'items'>): OwnWordsData {
  const labels = new Map<number, number | null>();
  for (const { text, label } of items) {
    const key = keyOf(fold(text));
    if (key === null) continue;
    const known = labels.get(key);
    labels.set(key, known === undefined || known === label ? label : null);
  }
  const clear = [...labels].filter((entry): entry is [number, number] => entry[1] !== null);
  return { keys: Float64Array.from(clear, ([key]) => key), labels: Uint16Array.from(clear, ([, label]) => label) };
}

export class OwnWords {
  private readonly labels = new Map<number, number>();

  constructor({ keys, labels }: OwnWordsData) {
    keys.forEach((key, index) => this.labels.set(key, labels[index] ?? 0));
  }

  /** The intent these very words are an example of. */
  labelOf(folded: string): number | null {
    const key = keyOf(folded);
    return key === null ? null : (this.labels.get(key) ?? null);
  }
}
