/** Adds what the words of a message mean on average: word vectors as further rows behind the model's own features. */
import { ENGLISH_SCALES, ENGLISH_VECTORS, ENGLISH_VECTOR_SIZE, ENGLISH_WORDS } from './english-vectors.js';
import type { Rows } from './feature-space.js';
import { wordHash } from './features.js';

export interface WordVectorData {
  /** Of each word, as features hash them. */
  readonly hashes: Uint32Array;
  readonly scales: Float32Array;
  readonly bytes: Int8Array;
  readonly size: number;
}

/** Measured on three public sets: less helps less, more drowns the words themselves. */
export const VECTOR_WEIGHT = 0.6;

export function shippedVectors(): WordVectorData {
  const words = ENGLISH_WORDS.split(' ');
  return {
    hashes: Uint32Array.from(words, wordHash),
    scales: new Float32Array(bytesOf(ENGLISH_SCALES).buffer),
    bytes: new Int8Array(bytesOf(ENGLISH_VECTORS).buffer),
    size: ENGLISH_VECTOR_SIZE,
  };
}

function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  const characters = atob(base64);
  const bytes = new Uint8Array(characters.length);
  for (let index = 0; index < characters.length; index += 1) bytes[index] = characters.charCodeAt(index);
  return bytes;
}

export class WordVectors {
  private readonly ids = new Map<number, number>();
  private readonly sum: Float64Array;

  constructor(readonly data: WordVectorData) {
    data.hashes.forEach((hash, id) => this.ids.set(hash, id));
    this.sum = new Float64Array(data.size);
  }

  /** Rows from `base` on, of length `VECTOR_WEIGHT` together; nothing when no word is known. */
  addTo(words: readonly string[], rows: Rows, base: number): void {
    const { sum } = this;
    const { size, bytes, scales } = this.data;
    sum.fill(0);
    let known = 0;
    for (const word of words) {
      const id = this.ids.get(wordHash(word));
      if (id === undefined) continue;
      known += 1;
      const scale = scales[id] ?? 0;
      for (let index = 0; index < size; index += 1) sum[index] = (sum[index] ?? 0) + scale * (bytes[id * size + index] ?? 0);
    }
    if (known === 0) return;
    let square = 0;
    for (let index = 0; index < size; index += 1) square += (sum[index] ?? 0) ** 2;
    const factor = VECTOR_WEIGHT / (Math.sqrt(square) || 1);
    for (let index = 0; index < size; index += 1) {
      rows.rows[rows.count] = base + index;
      rows.values[rows.count] = factor * (sum[index] ?? 0);
      rows.count += 1;
    }
  }
}
