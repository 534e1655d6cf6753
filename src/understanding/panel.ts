/** Several questions about a message answered with one look at its features: each feature is found once, for the classifier and for every yes-or-no question. */
import type { FeatureSpaceData, Rows } from './feature-space.js';
import { BLOCK, BLOCK_COUNT, CAPACITY } from './features.js';
import type { FeatureBuffer } from './features.js';
import { FIRST, IDF, ROW, SLOT, TIMES } from './panel-table.js';
import type { PanelTable } from './panel-table.js';
import type { TextLogisticData } from './text-logistic.js';

export class Panel {
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly width: number;
  private readonly records: Int32Array;
  /** The same memory, for what is no whole number. */
  private readonly numbers: Float32Array;
  /** Of the present message, by question and block. */
  private readonly squares: Float64Array;
  private readonly dots: Float64Array;
  private readonly own = new Float64Array(BLOCK_COUNT);
  private readonly found = new Int32Array(CAPACITY);
  private readonly foundBlocks = new Uint8Array(CAPACITY);

  /** `table` was made of this space and these questions. */
  constructor(
    private readonly space: FeatureSpaceData,
    private readonly questions: readonly TextLogisticData[],
    table: PanelTable,
  ) {
    this.slots = table.slots;
    this.mask = table.slots.length / SLOT - 1;
    this.numbers = table.numbers;
    this.records = table.records;
    this.width = table.width;
    this.squares = new Float64Array(questions.length * BLOCK_COUNT);
    this.dots = new Float64Array(questions.length * BLOCK_COUNT);
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
