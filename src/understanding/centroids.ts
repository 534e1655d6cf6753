/** The mean of each intent's examples, kept only where it is not zero. */
import type { Centroids } from './scorer.js';
import type { Documents } from './softmax.js';

export function centroidsOf(documents: Documents, rowCount: number, classCount: number): Centroids {
  const sums = sumsOf(documents, rowCount, classCount);
  const squares = new Float64Array(classCount);
  for (let at = 0; at < sums.classes.length; at += 1) squares[sums.classes[at] ?? 0] = (squares[sums.classes[at] ?? 0] ?? 0) + (sums.values[at] ?? 0) ** 2;
  return { offsets: sums.offsets, classes: sums.classes, values: Float32Array.from(sums.values, (value, at) => value / (Math.sqrt(squares[sums.classes[at] ?? 0] ?? 1) || 1)) };
}

/** What the examples of each intent have of each row together. By row, and in the order of the intents: whoever looks for one can stop beyond it. */
function sumsOf({ starts, rows, values, labels }: Documents, rowCount: number, classCount: number): { offsets: Int32Array; classes: Uint16Array; values: Float64Array } {
  const { order, ends } = byRow(rows, rowCount);
  const labelAt = new Uint16Array(rows.length);
  for (let index = 0; index < labels.length; index += 1) labelAt.fill(labels[index] ?? 0, starts[index] ?? 0, starts[index + 1] ?? 0);
  const sums = new Float64Array(classCount);
  const isThere = new Uint8Array(classCount);
  const offsets = new Int32Array(rowCount + 1);
  const classes = new Uint16Array(rows.length);
  const cells = new Float64Array(rows.length);
  let size = 0;
  for (let row = 0; row < rowCount; row += 1) {
    for (let at = row === 0 ? 0 : (ends[row - 1] ?? 0); at < (ends[row] ?? 0); at += 1) {
      const place = order[at] ?? 0;
      const label = labelAt[place] ?? 0;
      sums[label] = (sums[label] ?? 0) + (values[place] ?? 0);
      isThere[label] = 1;
    }
    for (let label = 0; label < classCount; label += 1) {
      if (isThere[label] === 0) continue;
      classes[size] = label;
      cells[size] = sums[label] ?? 0;
      size += 1;
      sums[label] = 0;
      isThere[label] = 0;
    }
    offsets[row + 1] = size;
  }
  return { offsets, classes: classes.slice(0, size), values: cells.slice(0, size) };
}

/** Where each row's entries stand, in the order of the rows, and where those of each row end. */
function byRow(rows: Int32Array, rowCount: number): { order: Int32Array; ends: Int32Array } {
  const ends = new Int32Array(rowCount);
  for (let at = 0; at < rows.length; at += 1) ends[rows[at] ?? 0] = (ends[rows[at] ?? 0] ?? 0) + 1;
  let before = 0;
  for (let row = 0; row < rowCount; row += 1) {
    const count = ends[row] ?? 0;
    ends[row] = before;
    before += count;
  }
  const order = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) {
    const row = rows[at] ?? 0;
    order[ends[row] ?? 0] = at;
    ends[row] = (ends[row] ?? 0) + 1;
  }
  return { order, ends };
}
