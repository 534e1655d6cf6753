/** Turns canonical text into hashed features: Chinese character grams, English word and in-word grams, concepts of the trade. */
import { isDigit, isHan, isLetter } from './script.js';
import { stem } from './stem.js';

/** Looked up once: where a program runs in a context of its own, each look at a global is slow. */
const { imul } = Math;

/** `cue` holds the words that move a mood, `pair` words with another in between: what is known of a message is not measured by those. */
export const BLOCK = { han: 0, word: 1, gram: 2, concept: 3, cue: 4, pair: 5 } as const;
export const BLOCK_COUNT = 6;
/** Enough for a message of some 600 characters; the rest of a longer one adds nothing to what it is about. */
export const CAPACITY = 3072;
const SEED = [0x811c9dc5, 0x01234567, 0x5bd1e995, 0x2c1b3c6d] as const;

/** Reused from message to message, so that reading allocates nothing per feature. */
export class FeatureBuffer {
  readonly hashes: Uint32Array;
  readonly blocks: Uint8Array;
  count = 0;

  constructor(private readonly capacity = CAPACITY) {
    this.hashes = new Uint32Array(capacity);
    this.blocks = new Uint8Array(capacity);
  }

  /** A copy just as large as what it holds, to keep while training. */
  snapshot(): FeatureBuffer {
    const copy = new FeatureBuffer(this.count);
    copy.hashes.set(this.hashes.subarray(0, this.count));
    copy.blocks.set(this.blocks.subarray(0, this.count));
    copy.count = this.count;
    return copy;
  }

  add(hash: number, block: number): void {
    if (this.count >= this.capacity) return;
    // 0 marks an empty slot in the feature table.
    this.hashes[this.count] = hash === 0 ? 1 : hash;
    this.blocks[this.count] = block;
    this.count += 1;
  }
}

function mix(hash: number, code: number): number {
  return imul(hash ^ code, 0x01000193) >>> 0;
}

function finish(hash: number): number {
  const once = imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return (once ^ (once >>> 13)) >>> 0;
}

export function hashText(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) hash = mix(hash, text.charCodeAt(index));
  return finish(hash);
}

export function wordHash(stemmed: string): number {
  return hashText(stemmed, SEED[1]);
}

/** What else is heard in a text: concepts of the trade. */
export interface AddsFeatures {
  addTo(text: string, into: FeatureBuffer): void;
}

/** `words` receives the stemmed English words in order, for the word vectors. */
export function extract(text: string, concepts: AddsFeatures, into: FeatureBuffer, words: string[]): void {
  into.count = 0;
  words.length = 0;
  const size = text.length;
  let previousHan = 2;
  let hasHan = false;
  let index = 0;
  while (index < size) {
    const code = text.charCodeAt(index);
    if (isHan(code)) {
      into.add(finish(mix(SEED[0], code)), BLOCK.han);
      into.add(finish(mix(mix(SEED[0], previousHan), code)), BLOCK.han);
      previousHan = code;
      hasHan = true;
      index += 1;
    } else if (isLetter(code) || isDigit(code)) {
      let end = index + 1;
      while (end < size && isWordCode(text.charCodeAt(end))) end += 1;
      addWord(text.slice(index, end), into, words);
      previousHan = 3;
      index = end;
    } else {
      if (code !== 32) previousHan = 2;
      index += 1;
    }
  }
  if (hasHan) concepts.addTo(text, into);
}

function isWordCode(code: number): boolean {
  return isLetter(code) || isDigit(code);
}

function addWord(word: string, into: FeatureBuffer, words: string[]): void {
  const stemmed = stem(word);
  const hash = wordHash(stemmed);
  into.add(hash, BLOCK.word);
  into.add(pairHash(words[words.length - 1] ?? '^', SEED[1], hash), BLOCK.word);
  // Over one word in between, "track my card" and "track the card" meet.
  const farther = words[words.length - 2];
  if (farther !== undefined) into.add(pairHash(farther, SEED[3], hash), BLOCK.pair);
  words.push(stemmed);
  if (word.length > 1) addGrams(word, into);
}

function pairHash(before: string, seed: number, hash: number): number {
  return finish(mix(hashText(before, seed), hash & 0xffff) ^ hash);
}

/** 3 to 5 characters of "<word>", boundaries included. */
function addGrams(word: string, into: FeatureBuffer): void {
  const size = Math.min(word.length, 24) + 2;
  for (let from = 0; from < size - 2; from += 1) {
    let hash: number = SEED[2];
    for (let length = 1; length <= 5 && from + length <= size; length += 1) {
      const at = from + length - 1;
      hash = mix(hash, at === 0 ? 60 : at === size - 1 ? 62 : word.charCodeAt(at - 1));
      if (length >= 3) into.add(finish(hash), BLOCK.gram);
    }
  }
}
