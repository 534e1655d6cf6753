/** A yes-or-no question about a text, answered by logistic regression on its features: mood, asking for a person, sounding like the trade. */
import { FeatureCounter, FeatureSpace, newRows } from './feature-space.js';
import type { FeatureSpaceData, Rows } from './feature-space.js';
import type { FeatureBuffer } from './features.js';

/** Looked up once: where a program runs in a context of its own, each look at a global is slow. */
const { abs, exp, sqrt } = Math;

export interface TextLogisticData {
  readonly space: FeatureSpaceData;
  readonly weights: Float32Array;
  readonly bias: number;
}

export interface TextSample {
  readonly features: FeatureBuffer;
  /** Of each clause, where any one that says yes makes the whole text say it. */
  readonly clauses?: readonly FeatureBuffer[];
  readonly isPositive: boolean;
  readonly weight: number;
}

export interface TextLogisticOptions {
  readonly epochs: number;
  readonly decay: number;
  readonly random: () => number;
  readonly least: number;
}

/** A clause says it for the whole text only where it does by so much more: it lacks what stands around it. */
export const CLAUSE_HANDICAP = 0.5;
/** Rounds in which whole texts alone are learnt from; before, no clause is known from another. */
const WHOLE_ROUNDS = 4;

/** Samples told apart this well are passed over for this many rounds. */
const SETTLED = 0.02;
const REST = 3;
/** What the squares of a feature's gradients begin at: the more, the less it moves. */
const FRESH = 0.01;
const KNOWN = 1;
const RATE = 0.3;
/** Taught is only what is off by this much, at most so many times over. */
const DOUBT = 0.2;
const MOST_ROUNDS = 12;
/** Of each block of features. */
const BLOCK_WEIGHTS = [1, 1, 0.7, 0.5, 1.1, 0.4] as const;

export class TextLogistic {
  private readonly space: FeatureSpace;
  private readonly rows: Rows = newRows(3072);

  constructor(readonly data: TextLogisticData) {
    this.space = new FeatureSpace(data.space);
  }

  /** Log-odds of yes. */
  score(features: FeatureBuffer): number {
    this.space.place(features, this.rows);
    let sum = this.data.bias;
    for (let index = 0; index < this.rows.count; index += 1) sum += (this.rows.values[index] ?? 0) * (this.data.weights[this.rows.rows[index] ?? 0] ?? 0);
    return sum;
  }
}

export function trainTextLogistic(samples: readonly TextSample[], options: TextLogisticOptions): TextLogistic {
  const counter = new FeatureCounter();
  for (const { features } of samples) counter.add(features);
  const space = counter.space(options.least, Float32Array.from(BLOCK_WEIGHTS));
  const learning: Learning = { weights: new Float32Array(space.size), squares: new Float32Array(space.size).fill(FRESH), bias: 0, rate: 0, decay: options.decay, ignored: 0.002 };
  const placed = placedIn(space, samples);
  const order = placed.map((_, index) => index);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (let index = order.length - 1; index > 0; index -= 1) {
      const other = Math.floor(options.random() * (index + 1));
      [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
    }
    learning.rate = RATE * (1 - 0.9 * (epoch / options.epochs));
    for (const at of order) {
      const sample = placed[at];
      if (sample === undefined) continue;
      if (sample.rest > 0) sample.rest -= 1;
      else {
        const error = step(sample, learning, epoch < WHOLE_ROUNDS ? sample.whole : plainest(sample, learning));
        learning.bias -= 0.02 * learning.rate * error;
        if (abs(error) < SETTLED) sample.rest = REST;
      }
    }
  }
  return new TextLogistic({ space: space.data, weights: learning.weights, bias: learning.bias });
}

/** Teaches what was learnt already a few samples more, as far as it has them wrong: what it knows moves little, features it never met are free to. */
export function teachTextLogistic(data: TextLogisticData, samples: readonly TextSample[]): TextLogisticData {
  if (samples.length === 0) return data;
  const counter = new FeatureCounter();
  for (const { features } of samples) counter.add(features);
  const space = new FeatureSpace(extended(data.space, counter.space(1, data.space.blockWeights).data));
  const weights = new Float32Array(space.size);
  weights.set(data.weights);
  const squares = new Float32Array(space.size).fill(FRESH);
  squares.fill(KNOWN, 0, data.weights.length);
  const learning: Learning = { weights, squares, bias: data.bias, rate: RATE, decay: 0, ignored: DOUBT };
  const placed = placedIn(space, samples);
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let isDone = true;
    for (const sample of placed) if (abs(step(sample, learning, plainest(sample, learning))) >= DOUBT) isDone = false;
    if (isDone) break;
  }
  return { space: space.data, weights, bias: data.bias };
}

/** What a feature never met before counts for is what any unknown one would. */
function extended(known: FeatureSpaceData, met: FeatureSpaceData): FeatureSpaceData {
  const held = new Set(known.hashes);
  const fresh = [...met.hashes.keys()].filter((row) => !held.has(met.hashes[row] ?? 0));
  const blocks = fresh.map((row) => met.blocks[row] ?? 0);
  return {
    ...known,
    hashes: Uint32Array.from([...known.hashes, ...fresh.map((row) => met.hashes[row] ?? 0)]),
    idf: Float32Array.from([...known.idf, ...blocks.map((block) => known.rarest[block] ?? 1)]),
    blocks: Uint8Array.from([...known.blocks, ...blocks]),
  };
}

interface Placed {
  readonly whole: Rows;
  readonly clauses: readonly Rows[];
  readonly target: number;
  readonly weight: number;
  rest: number;
}

function placedIn(space: FeatureSpace, samples: readonly TextSample[]): Placed[] {
  const placed = (features: FeatureBuffer): Rows => {
    const rows = newRows(features.count);
    space.place(features, rows);
    return rows;
  };
  return samples.map(({ features, clauses, isPositive, weight }) => ({ whole: placed(features), clauses: clauses?.map(placed) ?? [], target: isPositive ? 1 : 0, weight, rest: 0 }));
}

interface Learning {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  bias: number;
  rate: number;
  readonly decay: number;
  /** An error up to this moves nothing. */
  readonly ignored: number;
}

/** Of the whole text and its clauses, what says yes the most: what the text is judged by, and so what is put right. */
function plainest({ whole, clauses }: Placed, learning: Learning): Rows {
  let best = whole;
  if (clauses.length === 0) return best;
  let most = oddsOf(whole, learning) + CLAUSE_HANDICAP;
  for (const clause of clauses) {
    const odds = oddsOf(clause, learning);
    if (odds <= most) continue;
    most = odds;
    best = clause;
  }
  return best;
}

function oddsOf({ rows, values, count }: Rows, { weights, bias }: Learning): number {
  let sum = bias;
  for (let index = 0; index < count; index += 1) sum += (values[index] ?? 0) * (weights[rows[index] ?? 0] ?? 0);
  return sum;
}

function step({ whole, target, weight: share }: Placed, learning: Learning, rows: Rows): number {
  const { weights, squares } = learning;
  const odds = oddsOf(rows, learning) - (rows === whole ? 0 : CLAUSE_HANDICAP);
  const error = (1 / (1 + exp(-odds)) - target) * share;
  if (abs(error) < learning.ignored) return error;
  for (let index = 0; index < rows.count; index += 1) {
    const row = rows.rows[index] ?? 0;
    const weight = weights[row] ?? 0;
    const gradient = error * (rows.values[index] ?? 0) + learning.decay * weight;
    squares[row] = (squares[row] ?? 0) + gradient * gradient;
    weights[row] = weight - (learning.rate * gradient) / sqrt(squares[row] ?? 1);
  }
  return error;
}
