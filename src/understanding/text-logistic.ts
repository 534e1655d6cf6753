/** A yes-or-no question about a text, answered by logistic regression on its features: mood, asking for a person, sounding like the trade. */
import { FeatureCounter, FeatureSpace, newRows } from './feature-space.js';
import type { FeatureSpaceData, Rows } from './feature-space.js';
import type { FeatureBuffer } from './features.js';

export interface TextLogisticData {
  readonly space: FeatureSpaceData;
  readonly weights: Float32Array;
  readonly bias: number;
}

export interface TextSample {
  readonly features: FeatureBuffer;
  readonly isPositive: boolean;
  readonly weight: number;
}

export interface TextLogisticOptions {
  readonly epochs: number;
  readonly decay: number;
  readonly random: () => number;
  readonly least: number;
}

/** Samples told apart this well are passed over for this many rounds. */
const SETTLED = 0.02;
const REST = 3;
/** Of each block of features. */
const BLOCK_WEIGHTS = [1, 1, 0.7, 0.5, 1.5] as const;

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
  const placed = samples.map((sample) => {
    const rows = newRows(sample.features.count);
    space.place(sample.features, rows);
    return { rows, target: sample.isPositive ? 1 : 0, weight: sample.weight, rest: 0 };
  });
  const weights = new Float32Array(space.size);
  const squares = new Float32Array(space.size).fill(0.01);
  let bias = 0;
  const order = placed.map((_, index) => index);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    for (let index = order.length - 1; index > 0; index -= 1) {
      const other = Math.floor(options.random() * (index + 1));
      [order[index], order[other]] = [order[other] ?? 0, order[index] ?? 0];
    }
    const rate = 0.3 * (1 - 0.9 * (epoch / options.epochs));
    for (const at of order) {
      const sample = placed[at];
      if (sample === undefined) continue;
      if (sample.rest > 0) sample.rest -= 1;
      else {
        const error = step(sample, { weights, squares, bias, rate, decay: options.decay });
        bias -= 0.02 * rate * error;
        if (Math.abs(error) < SETTLED) sample.rest = REST;
      }
    }
  }
  return new TextLogistic({ space: space.data, weights, bias });
}

interface Learning {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly bias: number;
  readonly rate: number;
  readonly decay: number;
}

function step(sample: { rows: Rows; target: number; weight: number }, learning: Learning): number {
  const { rows } = sample;
  const { weights, squares } = learning;
  let sum = learning.bias;
  for (let index = 0; index < rows.count; index += 1) sum += (rows.values[index] ?? 0) * (weights[rows.rows[index] ?? 0] ?? 0);
  const error = (1 / (1 + Math.exp(-sum)) - sample.target) * sample.weight;
  if (Math.abs(error) < 0.002) return error;
  for (let index = 0; index < rows.count; index += 1) {
    const row = rows.rows[index] ?? 0;
    const weight = weights[row] ?? 0;
    const gradient = error * (rows.values[index] ?? 0) + learning.decay * weight;
    squares[row] = (squares[row] ?? 0) + gradient * gradient;
    weights[row] = weight - (learning.rate * gradient) / Math.sqrt(squares[row] ?? 1);
  }
  return error;
}
