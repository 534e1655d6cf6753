/** The table behind a panel: every feature of the classifier and of the questions with what it counts for each, found by its hash. */
import type { FeatureSpaceData } from './feature-space.js';
import type { TextLogisticData } from './text-logistic.js';

/** A record: the row in the classifier's space plus one, its weight there, how often the message has it; then for each question weight, and weight times what it says. */
export const ROW = 0;
export const IDF = 1;
export const TIMES = 2;
export const FIRST = 3;
/** A slot: the hash, then the record's number plus one; 0 marks an empty slot. */
export const SLOT = 2;

/** What is known of every feature, in the order the questions were given. */
export interface PanelTable {
  readonly slots: Int32Array;
  /** Of each record; the same memory twice, for what is no whole number and for what is. */
  readonly numbers: Float32Array;
  readonly records: Int32Array;
  readonly width: number;
}

/** In one go: a few hundredths of a second for the content of an operator. */
export function panelTable(space: FeatureSpaceData, questions: readonly TextLogisticData[]): PanelTable {
  const filling = new Filling(space, questions);
  for (const _step of filling.steps()) continue;
  return filling.done();
}

/** The same in short steps, for a product that answers meanwhile. */
export async function panelTableSlowly(space: FeatureSpaceData, questions: readonly TextLogisticData[], pause: () => Promise<void>): Promise<PanelTable> {
  const filling = new Filling(space, questions);
  for (const _step of filling.steps()) await pause();
  return filling.done();
}

/** Features entered between two pauses: a millisecond or two. */
const AT_ONCE = 4096;

class Filling {
  private readonly slots: Int32Array;
  private readonly mask: number;
  private readonly width: number;
  private readonly records: Int32Array;
  private readonly numbers: Float32Array;
  private count = 0;

  constructor(
    private readonly space: FeatureSpaceData,
    private readonly questions: readonly TextLogisticData[],
  ) {
    const most = [space, ...questions.map((question) => question.space)].reduce((sum, { hashes }) => sum + hashes.length, 0);
    const capacity = capacityFor(most);
    this.width = FIRST + 2 * questions.length;
    this.slots = new Int32Array(capacity * SLOT);
    this.mask = capacity - 1;
    this.numbers = new Float32Array(most * this.width);
    this.records = new Int32Array(this.numbers.buffer);
  }

  *steps(): Generator<void> {
    const { space, questions } = this;
    for (let from = 0; from < space.hashes.length; from += AT_ONCE) {
      this.enter(space, from);
      yield;
    }
    for (const [index, question] of questions.entries()) {
      for (let from = 0; from < question.space.hashes.length; from += AT_ONCE) {
        this.ask(question, from, FIRST + 2 * index);
        yield;
      }
    }
  }

  done(): PanelTable {
    const numbers = this.numbers.slice(0, this.count * this.width);
    return { slots: fitted(this.slots, this.count), numbers, records: new Int32Array(numbers.buffer), width: this.width };
  }

  private enter({ hashes, idf }: FeatureSpaceData, from: number): void {
    for (let row = from; row < Math.min(from + AT_ONCE, hashes.length); row += 1) {
      const at = this.recordOf(hashes[row] ?? 0);
      this.records[at + ROW] = row + 1;
      this.numbers[at + IDF] = idf[row] ?? 0;
    }
  }

  private ask({ space: { hashes, idf }, weights }: TextLogisticData, from: number, offset: number): void {
    for (let row = from; row < Math.min(from + AT_ONCE, hashes.length); row += 1) {
      const at = this.recordOf(hashes[row] ?? 0);
      this.numbers[at + offset] = idf[row] ?? 0;
      this.numbers[at + offset + 1] = (idf[row] ?? 0) * (weights[row] ?? 0);
    }
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
}

/** The same slots in a table no larger than its records need. */
function fitted(table: Int32Array, count: number): Int32Array {
  const capacity = capacityFor(count);
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

function capacityFor(count: number): number {
  let capacity = 16;
  while (capacity < 2 * count) capacity *= 2;
  return capacity;
}
