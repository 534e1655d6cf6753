/** Multinomial logistic regression over sparse rows: AdaGrad while it learns, one byte a weight once it has learnt. */
import { shuffle } from './random.js';

/** Looked up once: where a program runs in a context of its own, each look at a global is slow. */
const { exp, max, sqrt } = Math;

export interface Documents {
  /** Where each document's rows begin; one longer than there are documents. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float32Array;
  readonly labels: Int32Array;
}

export interface SoftmaxOptions {
  readonly rowCount: number;
  readonly classCount: number;
  readonly epochs: number;
  readonly rate: number;
  /** 1 where a row's cells share one learning rate: better for Chinese characters, worse for English words. */
  readonly sharesRate: Uint8Array;
  readonly random: () => number;
  /** Which documents to learn from. */
  readonly chosen: Int32Array;
  readonly onEpoch?: ((done: number) => void) | undefined;
}

export interface SoftmaxWeights {
  readonly weights: Float32Array;
  readonly bias: Float32Array;
  readonly classCount: number;
}

/** Classes this sure to be wrong already are left alone: most of them, and most of the time. */
const SMALL = 0.003;
/** A rate shared by a whole row may be this much higher than one of its own for each cell. */
const ROW_RATE = 5;

export function trainSoftmax(documents: Documents, options: SoftmaxOptions): SoftmaxWeights {
  const { classCount, rowCount } = options;
  const state = {
    weights: new Float32Array(rowCount * classCount),
    squares: new Float32Array(rowCount * classCount).fill(0.01),
    gradients: new Float64Array(classCount),
    bias: new Float32Array(classCount),
    biasSquares: new Float32Array(classCount).fill(0.1),
    logits: new Float64Array(classCount),
    active: new Int32Array(classCount),
  };
  const order = Int32Array.from(options.chosen);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, options.random);
    const rate = options.rate * (1 - 0.9 * (epoch / options.epochs));
    for (const document of order) learn(documents, document, state, { rate, sharesRate: options.sharesRate, classCount });
    options.onEpoch?.((epoch + 1) / options.epochs);
  }
  return { weights: state.weights, bias: state.bias, classCount };
}

interface State {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly gradients: Float64Array;
  readonly bias: Float32Array;
  readonly biasSquares: Float32Array;
  readonly logits: Float64Array;
  readonly active: Int32Array;
}

function learn(documents: Documents, document: number, state: State, step: { rate: number; sharesRate: Uint8Array; classCount: number }): void {
  const { logits, active, gradients, bias, biasSquares } = state;
  const { rate, classCount } = step;
  const from = documents.starts[document] ?? 0;
  const to = documents.starts[document + 1] ?? from;
  score(documents, from, to, state, classCount);
  const label = documents.labels[document] ?? 0;
  let activeCount = 0;
  let sum = 0;
  for (let label_ = 0; label_ < classCount; label_ += 1) {
    const gradient = (logits[label_] ?? 0) - (label_ === label ? 1 : 0);
    if (gradient > SMALL || gradient < -SMALL) {
      gradients[activeCount] = gradient;
      active[activeCount++] = label_;
      sum += gradient * gradient;
    }
  }
  for (let at = 0; at < activeCount; at += 1) {
    const which = active[at] ?? 0;
    const gradient = (gradients[at] ?? 0) * 0.3;
    biasSquares[which] = (biasSquares[which] ?? 0) + gradient * gradient;
    bias[which] = (bias[which] ?? 0) - (rate * gradient) / sqrt(biasSquares[which] ?? 1);
  }
  for (let index = from; index < to; index += 1) {
    const row = documents.rows[index] ?? 0;
    const value = documents.values[index] ?? 0;
    if (step.sharesRate[row] === 1) moveRow(state, { base: row * classCount, value, rate, sum, activeCount });
    else moveCells(state, { base: row * classCount, value, rate, sum, activeCount });
  }
}

interface Move {
  readonly base: number;
  readonly value: number;
  readonly rate: number;
  readonly sum: number;
  readonly activeCount: number;
}

function moveRow({ weights, squares, active, gradients }: State, { base, value, rate, sum, activeCount }: Move): void {
  const square = (squares[base] ?? 0) + sum * value * value;
  squares[base] = square;
  const factor = (ROW_RATE * rate * value) / sqrt(square);
  for (let at = 0; at < activeCount; at += 1) {
    const cell = base + (active[at] ?? 0);
    weights[cell] = (weights[cell] ?? 0) - factor * (gradients[at] ?? 0);
  }
}

function moveCells({ weights, squares, active, gradients }: State, { base, value, rate, activeCount }: Move): void {
  for (let at = 0; at < activeCount; at += 1) {
    const cell = base + (active[at] ?? 0);
    const gradient = (gradients[at] ?? 0) * value;
    const square = (squares[cell] ?? 0) + gradient * gradient;
    squares[cell] = square;
    weights[cell] = (weights[cell] ?? 0) - (rate * gradient) / sqrt(square);
  }
}

function score(documents: Documents, from: number, to: number, state: State, classCount: number): void {
  const { weights, logits, bias } = state;
  for (let label = 0; label < classCount; label += 1) logits[label] = bias[label] ?? 0;
  addRows(documents, { from, to }, weights, logits);
  let top = -Infinity;
  for (let label = 0; label < classCount; label += 1) top = max(top, logits[label] ?? 0);
  let sum = 0;
  for (let label = 0; label < classCount; label += 1) {
    const value = exp((logits[label] ?? 0) - top);
    logits[label] = value;
    sum += value;
  }
  for (let label = 0; label < classCount; label += 1) logits[label] = (logits[label] ?? 0) / sum;
}

/** Four rows at a time: the logits are then read and written a quarter as often, which is most of the work. */
function addRows({ rows, values }: Documents, span: { from: number; to: number }, weights: Float32Array, logits: Float64Array): void {
  const classCount = logits.length;
  let index = span.from;
  for (; index + 3 < span.to; index += 4) {
    const one = (rows[index] ?? 0) * classCount;
    const two = (rows[index + 1] ?? 0) * classCount;
    const three = (rows[index + 2] ?? 0) * classCount;
    const four = (rows[index + 3] ?? 0) * classCount;
    const first = values[index] ?? 0;
    const second = values[index + 1] ?? 0;
    const third = values[index + 2] ?? 0;
    const fourth = values[index + 3] ?? 0;
    for (let label = 0; label < classCount; label += 1) {
      logits[label] =
        (logits[label] ?? 0) +
        first * (weights[one + label] ?? 0) +
        second * (weights[two + label] ?? 0) +
        third * (weights[three + label] ?? 0) +
        fourth * (weights[four + label] ?? 0);
    }
  }
  for (; index < span.to; index += 1) {
    const base = (rows[index] ?? 0) * classCount;
    const value = values[index] ?? 0;
    for (let label = 0; label < classCount; label += 1) logits[label] = (logits[label] ?? 0) + value * (weights[base + label] ?? 0);
  }
}
