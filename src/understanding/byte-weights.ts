/** Learnt weights at one byte each: what a model is kept and multiplied in. */

/** Looked up once: where a program runs in a context of its own, each look at a global is slow. */
const { abs, max, round } = Math;

export interface ByteWeights {
  readonly weights: Int8Array;
  /** Of each row: its weights times this are what was learnt. */
  readonly scales: Float32Array;
}

/** Rows of `width` weights, each by its own largest. */
export function inBytes(learnt: Float32Array, width: number): ByteWeights {
  const rowCount = width === 0 ? 0 : learnt.length / width;
  const weights = new Int8Array(learnt.length);
  const scales = new Float32Array(rowCount);
  for (let row = 0; row < rowCount; row += 1) {
    let largest = 0;
    for (let cell = row * width; cell < (row + 1) * width; cell += 1) largest = max(largest, abs(learnt[cell] ?? 0));
    const scale = largest / 127 || 1;
    scales[row] = scale;
    for (let cell = row * width; cell < (row + 1) * width; cell += 1) weights[cell] = round((learnt[cell] ?? 0) / scale);
  }
  return { weights, scales };
}
