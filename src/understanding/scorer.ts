/** Scores one placed message against every intent and derives the signals that confidence and scope are judged by. */
import { inBytes } from './byte-weights.js';
import type { ByteWeights } from './byte-weights.js';
import type { Rows } from './feature-space.js';
import type { HiddenLayer } from './hidden-layer.js';
import type { SoftmaxWeights } from './softmax.js';

/** Looked up once: where a program runs in a context of its own, each look at a global is slow. */
const { exp, log, max, sqrt } = Math;

export interface SmallWeights extends ByteWeights {
  readonly bias: Float32Array;
  readonly classCount: number;
}

/** Mean of each intent's examples, kept only where it is not zero: entries of a row lie between its two offsets, in the order of the intents. */
export interface Centroids {
  readonly offsets: Int32Array;
  readonly classes: Uint16Array;
  readonly values: Float32Array;
}

/** The ear for the trade comes last, so that a judge may be fitted without it. */
export const SIGNAL = { energy: 0, margin: 1, odds: 2, cosine: 3, coverage: 4, top: 5, domain: 6 } as const;
export const SIGNAL_COUNT = 7;
export const PLAIN_SIGNAL_COUNT = 6;

export function shrink({ weights, bias, classCount }: SoftmaxWeights): SmallWeights {
  return { ...inBytes(weights, classCount), bias, classCount };
}

/** So sure of one intent that a second opinion hardly ever outvotes it: on a public set it changed nothing above this, and it takes as long as all the rest. */
const NO_DOUBT = 0.8;

export class Scorer {
  readonly logits: Float64Array;
  /** Probabilities before calibration, in the order of the intents. */
  readonly chances: Float64Array;
  readonly signals = new Float64Array(SIGNAL_COUNT);
  best = 0;

  constructor(
    private readonly weights: SmallWeights,
    private readonly centroids: Centroids,
    private readonly second: HiddenLayer | null,
  ) {
    this.logits = new Float64Array(weights.classCount);
    this.chances = new Float64Array(weights.classCount);
  }

  /** `domain` is how much the wording sounds like the trade at all, judged elsewhere. */
  score(rows: Rows, domain: number): void {
    this.multiply(rows);
    const { logits, chances, signals } = this;
    const classCount = logits.length;
    let best = 0;
    let second = -1;
    for (let label = 1; label < classCount; label += 1) {
      if ((logits[label] ?? 0) > (logits[best] ?? 0)) {
        second = best;
        best = label;
      } else if (second < 0 || (logits[label] ?? 0) > (logits[second] ?? 0)) second = label;
    }
    const top = logits[best] ?? 0;
    let sum = 0;
    for (let label = 0; label < classCount; label += 1) {
      const chance = exp((logits[label] ?? 0) - top);
      chances[label] = chance;
      sum += chance;
    }
    for (let label = 0; label < classCount; label += 1) chances[label] = (chances[label] ?? 0) / sum;
    this.best = best;
    signals[SIGNAL.energy] = top + log(sum);
    signals[SIGNAL.margin] = second < 0 ? 10 : top - (logits[second] ?? 0);
    signals[SIGNAL.odds] = -log(max(sum - 1, 1e-9));
    signals[SIGNAL.cosine] = this.cosine(rows, best);
    signals[SIGNAL.coverage] = rows.coverage;
    signals[SIGNAL.domain] = domain;
    signals[SIGNAL.top] = top;
    if (this.second !== null && (chances[best] ?? 0) < NO_DOUBT) this.askSecond(this.second, rows);
  }

  /** Two that err differently err less together. How sure one may be is judged by the first alone, as it was learnt. */
  private askSecond(second: HiddenLayer, rows: Rows): void {
    const { chances } = this;
    const others = second.chancesOf(rows);
    let best = 0;
    for (let label = 0; label < chances.length; label += 1) {
      chances[label] = ((chances[label] ?? 0) + (others[label] ?? 0)) / 2;
      if ((chances[label] ?? 0) > (chances[best] ?? 0)) best = label;
    }
    this.best = best;
  }

  private multiply(rows: Rows): void {
    const { logits } = this;
    const { weights, scales, bias, classCount } = this.weights;
    for (let label = 0; label < classCount; label += 1) logits[label] = bias[label] ?? 0;
    let index = 0;
    // Four rows at a time: the logits are then read and written a quarter as often.
    for (; index + 3 < rows.count; index += 4) {
      const one = rows.rows[index] ?? 0;
      const two = rows.rows[index + 1] ?? 0;
      const three = rows.rows[index + 2] ?? 0;
      const four = rows.rows[index + 3] ?? 0;
      const first = (rows.values[index] ?? 0) * (scales[one] ?? 0);
      const second = (rows.values[index + 1] ?? 0) * (scales[two] ?? 0);
      const third = (rows.values[index + 2] ?? 0) * (scales[three] ?? 0);
      const fourth = (rows.values[index + 3] ?? 0) * (scales[four] ?? 0);
      for (let label = 0; label < classCount; label += 1) {
        logits[label] =
          (logits[label] ?? 0) +
          first * (weights[one * classCount + label] ?? 0) +
          second * (weights[two * classCount + label] ?? 0) +
          third * (weights[three * classCount + label] ?? 0) +
          fourth * (weights[four * classCount + label] ?? 0);
      }
    }
    for (; index < rows.count; index += 1) {
      const row = rows.rows[index] ?? 0;
      const value = (rows.values[index] ?? 0) * (scales[row] ?? 0);
      for (let label = 0; label < classCount; label += 1) logits[label] = (logits[label] ?? 0) + value * (weights[row * classCount + label] ?? 0);
    }
  }

  private cosine(rows: Rows, label: number): number {
    const { offsets, classes, values } = this.centroids;
    let sum = 0;
    let square = 0;
    for (let index = 0; index < rows.count; index += 1) {
      const row = rows.rows[index] ?? 0;
      const value = rows.values[index] ?? 0;
      square += value * value;
      const end = offsets[row + 1] ?? 0;
      for (let at = offsets[row] ?? 0; at < end; at += 1) {
        const own = classes[at] ?? 0;
        if (own < label) continue;
        if (own === label) sum += value * (values[at] ?? 0);
        break;
      }
    }
    return square > 0 ? sum / sqrt(square) : 0;
  }
}
