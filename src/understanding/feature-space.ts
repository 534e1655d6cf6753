/** The features a model knows: hash → row, with the weight each carries (inverse document frequency) and the block it belongs to. */
import { BLOCK, BLOCK_COUNT, CAPACITY } from './features.js';
import type { FeatureBuffer } from './features.js';

/** A document as rows and values; block by block of length one, times the block's weight. */
export interface Rows {
  readonly rows: Int32Array;
  readonly values: Float32Array;
  count: number;
  /** Share of the message's weight that the model has seen before, of its characters and words. */
  coverage: number;
}

export function newRows(capacity: number): Rows {
  return { rows: new Int32Array(capacity), values: new Float32Array(capacity), count: 0, coverage: 0 };
}

export interface FeatureSpaceData {
  readonly hashes: Uint32Array;
  readonly idf: Float32Array;
  readonly blocks: Uint8Array;
  readonly blockWeights: Float32Array;
  /** What an unknown feature of each block would weigh. */
  readonly rarest: Float32Array;
}

/** Words of a table's record. All that is known of a feature stands together: looking it up waits for memory once. */
const RECORD = 4;
const HASH = 0;
/** One more than the row, so that 0 marks an empty record. */
const ROW = 1;
const IDF = 2;
/** How often the present message has it, and below that its block. */
const TIMES = 3;
const ONCE = 1 << 8;
const BLOCK_BITS = ONCE - 1;

export class FeatureSpace {
  readonly size: number;
  private readonly table: Int32Array;
  /** The same memory, for what is no whole number. */
  private readonly numbers: Float32Array;
  private readonly mask: number;
  private readonly squares = new Float64Array(BLOCK_COUNT);
  /** Where the features of the present message stand in the table. */
  private found = new Int32Array(CAPACITY);

  constructor(readonly data: FeatureSpaceData) {
    this.size = data.hashes.length;
    let capacity = 16;
    while (capacity < this.size * 2) capacity *= 2;
    this.mask = capacity - 1;
    this.table = new Int32Array(capacity * RECORD);
    this.numbers = new Float32Array(this.table.buffer);
    for (let row = 0; row < this.size; row += 1) {
      let slot = (data.hashes[row] ?? 0) & this.mask;
      while (this.table[slot * RECORD + ROW] !== 0) slot = (slot + 1) & this.mask;
      this.table[slot * RECORD + HASH] = (data.hashes[row] ?? 0) | 0;
      this.table[slot * RECORD + ROW] = row + 1;
      this.numbers[slot * RECORD + IDF] = data.idf[row] ?? 0;
      this.table[slot * RECORD + TIMES] = data.blocks[row] ?? 0;
    }
  }

  /** Where the record of a feature begins; -1 when it is unknown. */
  private find(hash: number): number {
    const { table, mask } = this;
    const sought = hash | 0;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const at = slot * RECORD;
      if (table[at + ROW] === 0) return -1;
      if (table[at + HASH] === sought) return at;
    }
  }

  /** Fills `into` with the known features of `features`; what is unknown only lowers the coverage. */
  place(features: FeatureBuffer, into: Rows): void {
    into.count = 0;
    if (this.found.length < features.count) this.found = new Int32Array(features.count);
    const { table, numbers, found } = this;
    let known = 0;
    let unknown = 0;
    for (let index = 0; index < features.count; index += 1) {
      const at = this.find(features.hashes[index] ?? 0);
      const block = features.blocks[index] ?? 0;
      const isCounted = block === BLOCK.han || block === BLOCK.word;
      if (at < 0) {
        if (isCounted) unknown += this.data.rarest[block] ?? 1;
        continue;
      }
      if (isCounted) known += numbers[at + IDF] ?? 0;
      const times = table[at + TIMES] ?? 0;
      if (times < ONCE) found[into.count++] = at;
      table[at + TIMES] = times + ONCE;
    }
    into.coverage = known + unknown > 0 ? known / (known + unknown) : 0;
    this.weigh(into);
  }

  private weigh(into: Rows): void {
    const { table, numbers, found, squares } = this;
    const { blockWeights } = this.data;
    squares.fill(0);
    for (let index = 0; index < into.count; index += 1) {
      const at = found[index] ?? 0;
      const count = Math.floor((table[at + TIMES] ?? 0) / ONCE);
      const block = (table[at + TIMES] ?? 0) & BLOCK_BITS;
      const value = (count > 1 ? 1 + Math.log(count) : 1) * (numbers[at + IDF] ?? 0);
      table[at + TIMES] = block;
      into.rows[index] = (table[at + ROW] ?? 0) - 1;
      into.values[index] = value;
      squares[block] = (squares[block] ?? 0) + value * value;
    }
    for (let block = 0; block < BLOCK_COUNT; block += 1) {
      const square = squares[block] ?? 0;
      squares[block] = square > 0 ? (blockWeights[block] ?? 1) / Math.sqrt(square) : 0;
    }
    for (let index = 0; index < into.count; index += 1) {
      const block = table[(found[index] ?? 0) + TIMES] ?? 0;
      into.values[index] = (into.values[index] ?? 0) * (squares[block] ?? 0);
    }
  }
}

/** Counts documents per feature, then keeps those seen in at least `least` of them. Tens of thousands of features are counted millions of times, so it is a table of numbers. */
export class FeatureCounter {
  private readonly perBlock = new Float64Array(BLOCK_COUNT);
  private turn = 0;
  private count = 0;
  /** One more than the place of a feature in the lists below; 0 marks an empty slot. */
  private slots = new Int32Array(1 << 14);
  private hashes = new Uint32Array(1 << 13);
  private blocks = new Uint8Array(1 << 13);
  private documents = new Int32Array(1 << 13);
  /** The document it was seen in last. */
  private last = new Int32Array(1 << 13);

  add(features: FeatureBuffer): void {
    this.turn += 1;
    let seen = 0;
    for (let index = 0; index < features.count; index += 1) {
      const block = features.blocks[index] ?? 0;
      seen |= 1 << block;
      const at = this.placeOf(features.hashes[index] ?? 0, block);
      if (this.last[at] === this.turn) continue;
      this.last[at] = this.turn;
      this.documents[at] = (this.documents[at] ?? 0) + 1;
    }
    for (let block = 0; block < BLOCK_COUNT; block += 1) if ((seen & (1 << block)) !== 0) this.perBlock[block] = (this.perBlock[block] ?? 0) + 1;
  }

  private placeOf(hash: number, block: number): number {
    const mask = this.slots.length - 1;
    let slot = hash & mask;
    for (; ; slot = (slot + 1) & mask) {
      const place = this.slots[slot] ?? 0;
      if (place === 0) break;
      if (this.hashes[place - 1] === hash) return place - 1;
    }
    if (this.count === this.hashes.length) {
      this.grow();
      return this.placeOf(hash, block);
    }
    const at = this.count++;
    this.slots[slot] = at + 1;
    this.hashes[at] = hash;
    this.blocks[at] = block;
    return at;
  }

  private grow(): void {
    const size = this.hashes.length * 2;
    const { hashes, blocks, documents, last } = this;
    this.hashes = new Uint32Array(size);
    this.blocks = new Uint8Array(size);
    this.documents = new Int32Array(size);
    this.last = new Int32Array(size);
    this.slots = new Int32Array(size * 2);
    this.hashes.set(hashes);
    this.blocks.set(blocks);
    this.documents.set(documents);
    this.last.set(last);
    const mask = this.slots.length - 1;
    for (let at = 0; at < this.count; at += 1) {
      let slot = (hashes[at] ?? 0) & mask;
      while (this.slots[slot] !== 0) slot = (slot + 1) & mask;
      this.slots[slot] = at + 1;
    }
  }

  space(least: number, blockWeights: Float32Array): FeatureSpace {
    const kept: number[] = [];
    for (let at = 0; at < this.count; at += 1) if ((this.documents[at] ?? 0) >= least || this.blocks[at] === BLOCK.cue) kept.push(at);
    const idf = kept.map((at) => Math.log((1 + (this.perBlock[this.blocks[at] ?? 0] ?? 0)) / (1 + (this.documents[at] ?? 0))) + 1);
    return new FeatureSpace({
      hashes: Uint32Array.from(kept, (at) => this.hashes[at] ?? 0),
      idf: Float32Array.from(idf),
      blocks: Uint8Array.from(kept, (at) => this.blocks[at] ?? 0),
      blockWeights,
      rarest: Float32Array.from(this.perBlock, (count) => Math.log((1 + count) / 2) + 1),
    });
  }
}
