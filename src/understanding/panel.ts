/** Several questions about a message answered with one look at its features: each feature is found once, for the classifier and for every yes-or-no question. */
import type { FeatureSpaceData, Rows } from './feature-space.js';
import { BLOCK, BLOCK_COUNT, CAPACITY } from './features.js';
import type { FeatureBuffer } from './features.js';
import type { TextLogisticData } from './text-logistic.js';

/** A record: the row in the classifier's space plus one, its weight there, how often the message has it; then for each question weight, and weight times what it says. */
const ROW = 0;
const IDF = 1;
const TIMES = 2;
const FIRST = 3;
/** A slot: the hash, then the record's number plus one; 0 marks an empty slot. */
const SLOT = 2;

export class Panel {
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly width: number;
  private readonly records: Int32Array;
  /** The same memory, for what is no whole number. */
  private readonly numbers: Float32Array;
  private count = 0;
  /** Of the present message, by question and block. */
  private readonly squares: Float64Array;
  private readonly dots: Float64Array;
  private readonly own = new Float64Array(BLOCK_COUNT);
  private readonly found = new Int32Array(CAPACITY);
  private readonly foundBlocks = new Uint8Array(CAPACITY);

  constructor(
    private readonly space: FeatureSpaceData,
    private readonly questions: readonly TextLogisticData[],
  ) {
    const spaces = [space, ...questions.map((question) => question.space)];
    const most = spaces.reduce((sum, { hashes }) => sum + hashes.length, 0);
    let capacity = 16;
    while (capacity < 2 * most) capacity *= 2;
    this.width = FIRST + 2 * questions.length;
    const table = new Int32Array(capacity * SLOT);
    const records = new Float32Array(most * this.width);
    this.slots = table;
    this.mask = capacity - 1;
    this.numbers = records;
    this.records = new Int32Array(records.buffer);
    space.hashes.forEach((hash, row) => {
      const at = this.recordOf(hash);
      this.records[at + ROW] = row + 1;
      this.numbers[at + IDF] = space.idf[row] ?? 0;
    });
    questions.forEach((question, index) => this.addQuestion(question, FIRST + 2 * index));
    this.numbers = records.slice(0, this.count * this.width);
    this.records = new Int32Array(this.numbers.buffer);
    this.slots = fitted(table, this.count);
    this.mask = this.slots.length / SLOT - 1;
    this.squares = new Float64Array(questions.length * BLOCK_COUNT);
    this.dots = new Float64Array(questions.length * BLOCK_COUNT);
  }

  private addQuestion({ space, weights }: TextLogisticData, offset: number): void {
    space.hashes.forEach((hash, row) => {
      const at = this.recordOf(hash);
      const idf = space.idf[row] ?? 0;
      this.numbers[at + offset] = idf;
      this.numbers[at + offset + 1] = idf * (weights[row] ?? 0);
    });
  }

  /** Where the record of a feature begins; a new one when there was none. */
  private recordOf(hash: number): number {
    const { slots, mask } = this;
    for (let slot = hash & mask; ; slot = (slot + 1) & mask) {
      const number = slots[slot * SLOT + 1] ?? 0;
      if (number !== 0 && slots[slot * SLOT] !== (hash | 0)) continue;
      if (number === 0) {
        slots[slot * SLOT] = hash | 0;
        slots[slot * SLOT + 1] = ++this.count;
      }
      return ((number === 0 ? this.count : number) - 1) * this.width;
    }
  }

  private find(hash: number): number {
    const { slots, mask } = this;
    const sought = hash | 0;
    for (let at = (hash & mask) * SLOT; ; at = (at + SLOT) & (mask * SLOT + 1)) {
      const number = slots[at + 1] ?? 0;
      if (number === 0) return -1;
      if (slots[at] === sought) return (number - 1) * this.width;
    }
  }

  /** Fills `into` with the features the classifier knows, as its space would, and keeps what the questions need. */
  place(features: FeatureBuffer, into: Rows): void {
    this.squares.fill(0);
    this.dots.fill(0);
    const seen = this.gather(features, into);
    this.tally(seen, this.dots, this.squares);
    this.weigh(seen, into);
  }

  /** Log-odds of yes, for the message placed last; `further` features are heard with it and not kept. */
  answer(question: number, further?: FeatureBuffer): number {
    const data = this.questions[question];
    if (data === undefined) return 0;
    const base = question * BLOCK_COUNT;
    let sum = data.bias;
    for (let block = 0; block < BLOCK_COUNT; block += 1) {
      if (block === BLOCK.cue && further !== undefined) continue;
      sum += this.share(data, block, this.dots[base + block] ?? 0, this.squares[base + block] ?? 0);
    }
    return further === undefined ? sum : sum + this.cues(data, question, further);
  }

  private share(data: TextLogisticData, block: number, dot: number, square: number): number {
    return square > 0 ? ((data.space.blockWeights[block] ?? 1) * dot) / Math.sqrt(square) : 0;
  }

  /** Cues belong to one question alone and come after the words. */
  private cues(data: TextLogisticData, question: number, further: FeatureBuffer): number {
    const { numbers, records, found } = this;
    const seen = this.once(further);
    const offset = FIRST + 2 * question;
    let dot = 0;
    let square = 0;
    for (let index = 0; index < seen; index += 1) {
      const at = found[index] ?? 0;
      const often = frequency(records[at + TIMES] ?? 1);
      records[at + TIMES] = 0;
      const value = often * (numbers[at + offset] ?? 0);
      square += value * value;
      dot += often * (numbers[at + offset + 1] ?? 0);
    }
    return this.share(data, BLOCK.cue, dot, square);
  }

  /** Finds each feature's record and counts it; returns how many different ones there are. */
  private once(features: FeatureBuffer): number {
    const { records, found } = this;
    let seen = 0;
    for (let index = 0; index < features.count; index += 1) {
      const at = this.find(features.hashes[index] ?? 0);
      if (at < 0) continue;
      const times = records[at + TIMES] ?? 0;
      if (times === 0) found[seen++] = at;
      records[at + TIMES] = times + 1;
    }
    return seen;
  }

  private gather(features: FeatureBuffer, into: Rows): number {
    const { records, numbers, found, foundBlocks } = this;
    const { rarest } = this.space;
    let seen = 0;
    let known = 0;
    let unknown = 0;
    for (let index = 0; index < features.count; index += 1) {
      const at = this.find(features.hashes[index] ?? 0);
      const block = features.blocks[index] ?? 0;
      const isKnown = at >= 0 && records[at + ROW] !== 0;
      if (block === BLOCK.han || block === BLOCK.word) {
        if (isKnown) known += numbers[at + IDF] ?? 0;
        else unknown += rarest[block] ?? 1;
      }
      if (at < 0) continue;
      const times = records[at + TIMES] ?? 0;
      if (times === 0) {
        foundBlocks[seen] = block;
        found[seen++] = at;
      }
      records[at + TIMES] = times + 1;
    }
    into.coverage = known + unknown > 0 ? known / (known + unknown) : 0;
    return seen;
  }

  private tally(seen: number, dots: Float64Array, squares: Float64Array): void {
    const { records, numbers, found, foundBlocks, width } = this;
    for (let index = 0; index < seen; index += 1) {
      const at = found[index] ?? 0;
      const often = frequency(records[at + TIMES] ?? 1);
      let sum = foundBlocks[index] ?? 0;
      for (let cell = at + FIRST; cell < at + width; cell += 2) {
        const value = often * (numbers[cell] ?? 0);
        squares[sum] = (squares[sum] ?? 0) + value * value;
        dots[sum] = (dots[sum] ?? 0) + often * (numbers[cell + 1] ?? 0);
        sum += BLOCK_COUNT;
      }
    }
  }

  private weigh(seen: number, into: Rows): void {
    const { records, numbers, found, foundBlocks, own } = this;
    own.fill(0);
    into.count = 0;
    for (let index = 0; index < seen; index += 1) {
      const at = found[index] ?? 0;
      const block = foundBlocks[index] ?? 0;
      const often = frequency(records[at + TIMES] ?? 1);
      const row = records[at + ROW] ?? 0;
      records[at + TIMES] = 0;
      if (row === 0) continue;
      const value = often * (numbers[at + IDF] ?? 0);
      into.rows[into.count] = row - 1;
      into.values[into.count] = value;
      foundBlocks[into.count] = block;
      into.count += 1;
      own[block] = (own[block] ?? 0) + value * value;
    }
    for (let block = 0; block < BLOCK_COUNT; block += 1) {
      const square = own[block] ?? 0;
      own[block] = square > 0 ? (this.space.blockWeights[block] ?? 1) / Math.sqrt(square) : 0;
    }
    for (let index = 0; index < into.count; index += 1) into.values[index] = (into.values[index] ?? 0) * (own[foundBlocks[index] ?? 0] ?? 0);
  }
}

/** What a feature counts for that a message has several times. */
function frequency(times: number): number {
  return times > 1 ? 1 + Math.log(times) : 1;
}

/** The same slots in a table no larger than its records need. */
function fitted(table: Int32Array, count: number): Int32Array {
  let capacity = 16;
  while (capacity < 2 * count) capacity *= 2;
  const slots = new Int32Array(capacity * SLOT);
  const mask = capacity - 1;
  for (let from = 0; from < table.length; from += SLOT) {
    if (table[from + 1] === 0) continue;
    let slot = (table[from] ?? 0) & mask;
    while (slots[slot * SLOT + 1] !== 0) slot = (slot + 1) & mask;
    slots[slot * SLOT] = table[from] ?? 0;
    slots[slot * SLOT + 1] = table[from + 1] ?? 0;
  }
  return slots;
}
