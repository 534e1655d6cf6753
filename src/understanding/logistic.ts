/** Logistic regression on a few dense signals, by Newton's method; signals are standardised first. */

export interface Logistic {
  readonly means: Float64Array;
  readonly scales: Float64Array;
  readonly weights: Float64Array;
  readonly bias: number;
}

export interface Sample {
  readonly signals: ArrayLike<number>;
  readonly target: 0 | 1;
  readonly weight: number;
}

export function sigmoid(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

export function logit(logistic: Logistic, signals: ArrayLike<number>): number {
  let sum = logistic.bias;
  for (let index = 0; index < logistic.weights.length; index += 1) {
    sum += (logistic.weights[index] ?? 0) * (((signals[index] ?? 0) - (logistic.means[index] ?? 0)) / (logistic.scales[index] ?? 1));
  }
  return sum;
}

export function fitLogistic(samples: readonly Sample[], width: number, ridge = 1): Logistic {
  const { means, scales } = spread(samples, width);
  const rows = samples.map((sample) => standardise(sample, means, scales));
  const weights = new Float64Array(width + 1);
  for (let round = 0; round < 25; round += 1) {
    const step = newtonStep(rows, samples, weights, ridge);
    let largest = 0;
    for (let index = 0; index <= width; index += 1) {
      weights[index] = (weights[index] ?? 0) - (step[index] ?? 0);
      largest = Math.max(largest, Math.abs(step[index] ?? 0));
    }
    if (largest < 1e-6) break;
  }
  return { means, scales, weights: weights.slice(0, width), bias: weights[width] ?? 0 };
}

function spread(samples: readonly Sample[], width: number): { means: Float64Array; scales: Float64Array } {
  const means = new Float64Array(width);
  const scales = new Float64Array(width);
  const count = Math.max(1, samples.length);
  for (const { signals } of samples) for (let index = 0; index < width; index += 1) means[index] = (means[index] ?? 0) + (signals[index] ?? 0) / count;
  for (const { signals } of samples) {
    for (let index = 0; index < width; index += 1) {
      const difference = (signals[index] ?? 0) - (means[index] ?? 0);
      scales[index] = (scales[index] ?? 0) + (difference * difference) / count;
    }
  }
  for (let index = 0; index < width; index += 1) scales[index] = Math.sqrt(scales[index] ?? 0) || 1;
  return { means, scales };
}

function standardise(sample: Sample, means: Float64Array, scales: Float64Array): Float64Array {
  const row = new Float64Array(means.length + 1);
  for (let index = 0; index < means.length; index += 1) row[index] = ((sample.signals[index] ?? 0) - (means[index] ?? 0)) / (scales[index] ?? 1);
  row[means.length] = 1;
  return row;
}

function newtonStep(rows: readonly Float64Array[], samples: readonly Sample[], weights: Float64Array, ridge: number): Float64Array {
  const size = weights.length;
  const gradient = new Float64Array(size);
  const hessian = Array.from({ length: size }, () => new Float64Array(size));
  rows.forEach((row, at) => {
    const sample = samples[at];
    if (sample === undefined) return;
    let value = 0;
    for (let index = 0; index < size; index += 1) value += (weights[index] ?? 0) * (row[index] ?? 0);
    const chance = sigmoid(value);
    const slope = Math.max(chance * (1 - chance), 1e-6) * sample.weight;
    const error = (chance - sample.target) * sample.weight;
    for (let index = 0; index < size; index += 1) {
      const signal = row[index] ?? 0;
      gradient[index] = (gradient[index] ?? 0) + error * signal;
      const line = hessian[index];
      if (line !== undefined) for (let other = 0; other < size; other += 1) line[other] = (line[other] ?? 0) + slope * signal * (row[other] ?? 0);
    }
  });
  for (let index = 0; index < size; index += 1) {
    const penalty = index === size - 1 ? 1e-6 : ridge;
    gradient[index] = (gradient[index] ?? 0) + penalty * (weights[index] ?? 0);
    const line = hessian[index];
    if (line !== undefined) line[index] = (line[index] ?? 0) + penalty;
  }
  return solve(hessian, gradient);
}

/** Gaussian elimination with pivoting; the ridge keeps the matrix regular. */
function solve(matrix: readonly Float64Array[], right: Float64Array): Float64Array {
  const size = right.length;
  const rows = matrix.map((line, index) => Float64Array.from([...line, right[index] ?? 0]));
  for (let column = 0; column < size; column += 1) {
    let pivot = column;
    for (let row = column + 1; row < size; row += 1) if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    const lead = rows[pivot] ?? new Float64Array(size + 1);
    rows[pivot] = rows[column] ?? lead;
    rows[column] = lead;
    for (const [at, row] of rows.entries()) {
      if (at === column) continue;
      const factor = (row[column] ?? 0) / (lead[column] || 1e-12);
      if (factor === 0) continue;
      for (let index = column; index <= size; index += 1) row[index] = (row[index] ?? 0) - factor * (lead[index] ?? 0);
    }
  }
  return Float64Array.from(rows, (row, index) => (row[size] ?? 0) / (row[index] || 1e-12));
}
