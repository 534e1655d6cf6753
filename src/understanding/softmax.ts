/** Multinomial logistic regression over sparse rows: AdaGrad while it learns, one byte a weight once it has learnt. */

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
  readonly decay: number;
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
const SMALL = 0.0015;

export function trainSoftmax(documents: Documents, options: SoftmaxOptions): SoftmaxWeights {
  const { classCount, rowCount } = options;
  const state = {
    weights: new Float32Array(rowCount * classCount),
    squares: new Float32Array(rowCount * classCount).fill(0.01),
    bias: new Float32Array(classCount),
    biasSquares: new Float32Array(classCount).fill(0.1),
    logits: new Float64Array(classCount),
    active: new Int32Array(classCount),
  };
  const order = Int32Array.from(options.chosen);
  for (let epoch = 0; epoch < options.epochs; epoch += 1) {
    shuffle(order, options.random);
    const rate = options.rate * (1 - 0.9 * (epoch / options.epochs));
    for (const document of order) learn(documents, document, state, { rate, decay: options.decay, classCount });
    options.onEpoch?.((epoch + 1) / options.epochs);
  }
  return { weights: state.weights, bias: state.bias, classCount };
}

interface State {
  readonly weights: Float32Array;
  readonly squares: Float32Array;
  readonly bias: Float32Array;
  readonly biasSquares: Float32Array;
  readonly logits: Float64Array;
  readonly active: Int32Array;
}

function learn(documents: Documents, document: number, state: State, step: { rate: number; decay: number; classCount: number }): void {
  const { weights, squares, logits, active, bias, biasSquares } = state;
  const { rate, decay, classCount } = step;
  const from = documents.starts[document] ?? 0;
  const to = documents.starts[document + 1] ?? from;
  score(documents, from, to, state, classCount);
  const label = documents.labels[document] ?? 0;
  let activeCount = 0;
  for (let label_ = 0; label_ < classCount; label_ += 1) {
    const gradient = (logits[label_] ?? 0) - (label_ === label ? 1 : 0);
    logits[label_] = gradient;
    if (gradient > SMALL || gradient < -SMALL) active[activeCount++] = label_;
  }
  for (let at = 0; at < activeCount; at += 1) {
    const which = active[at] ?? 0;
    const gradient = (logits[which] ?? 0) * 0.3;
    biasSquares[which] = (biasSquares[which] ?? 0) + gradient * gradient;
    bias[which] = (bias[which] ?? 0) - (rate * gradient) / Math.sqrt(biasSquares[which] ?? 1);
  }
  for (let index = from; index < to; index += 1) {
    const base = (documents.rows[index] ?? 0) * classCount;
    const value = documents.values[index] ?? 0;
    for (let at = 0; at < activeCount; at += 1) {
      const which = active[at] ?? 0;
      const cell = base + which;
      const weight = weights[cell] ?? 0;
      const gradient = (logits[which] ?? 0) * value + decay * weight;
      const square = (squares[cell] ?? 0) + gradient * gradient;
      squares[cell] = square;
      weights[cell] = weight - (rate * gradient) / Math.sqrt(square);
    }
  }
}

function score(documents: Documents, from: number, to: number, state: State, classCount: number): void {
  const { weights, logits, bias } = state;
  for (let label = 0; label < classCount; label += 1) logits[label] = bias[label] ?? 0;
  for (let index = from; index < to; index += 1) {
    const base = (documents.rows[index] ?? 0) * classCount;
    const value = documents.values[index] ?? 0;
    for (let label = 0; label < classCount; label += 1) logits[label] = (logits[label] ?? 0) + value * (weights[base + label] ?? 0);
  }
  let top = -Infinity;
  for (let label = 0; label < classCount; label += 1) top = Math.max(top, logits[label] ?? 0);
  let sum = 0;
  for (let label = 0; label < classCount; label += 1) {
    const value = Math.exp((logits[label] ?? 0) - top);
    logits[label] = value;
    sum += value;
  }
  for (let label = 0; label < classCount; label += 1) logits[label] = (logits[label] ?? 0) / sum;
}

function shuffle(order: Int32Array, random: () => number): void {
  for (let index = order.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    const held = order[index] ?? 0;
    order[index] = order[other] ?? 0;
    order[other] = held;
  }
}
