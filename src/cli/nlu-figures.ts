/** The figures that say how good a router is: accuracy, calibration error, area under the curve, confusions. */

export interface Judged {
  readonly text: string;
  readonly locale: string;
  /** Null when the message is out of scope. */
  readonly intent: string | null;
  readonly best: string;
  readonly confidence: number;
  readonly outOfScope: number;
  readonly isAccepted: boolean;
}

export function share<Row>(rows: readonly Row[], holds: (row: Row) => boolean): number {
  return rows.length === 0 ? 0 : rows.filter(holds).length / rows.length;
}

export function accuracy(rows: readonly Judged[]): number {
  return share(inScope(rows), (row) => row.best === row.intent);
}

export function inScope(rows: readonly Judged[]): Judged[] {
  return rows.filter((row) => row.intent !== null);
}

/** Chance that a positive scores above a negative; ties count half. */
export function areaUnderCurve(positives: readonly number[], negatives: readonly number[]): number {
  const all = [...positives.map((value) => ({ value, isPositive: true })), ...negatives.map((value) => ({ value, isPositive: false }))].sort((one, other) => one.value - other.value);
  let ranks = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (to < all.length && all[to]?.value === all[from]?.value) to += 1;
    for (let at = from; at < to; at += 1) if (all[at]?.isPositive === true) ranks += (from + to + 1) / 2;
    from = to;
  }
  const pairs = positives.length * negatives.length;
  return pairs === 0 ? 0.5 : (ranks - (positives.length * (positives.length + 1)) / 2) / pairs;
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  readonly confidence: number;
  readonly accuracy: number;
}

export function bins(rows: readonly Judged[], count = 10): Bin[] {
  const known = inScope(rows);
  return Array.from({ length: count }, (_, index) => {
    const inside = known.filter((row) => Math.min(count - 1, Math.floor(row.confidence * count)) === index);
    const confidence = inside.reduce((sum, row) => sum + row.confidence, 0) / Math.max(1, inside.length);
    return { from: index / count, to: (index + 1) / count, count: inside.length, confidence, accuracy: accuracy(inside) };
  });
}

export function calibrationError(rows: readonly Judged[]): number {
  const total = inScope(rows).length;
  return bins(rows).reduce((sum, bin) => sum + (bin.count / Math.max(1, total)) * Math.abs(bin.confidence - bin.accuracy), 0);
}

export interface Confusion {
  readonly intent: string;
  readonly taken: string;
  readonly count: number;
  readonly example: string;
}

export function confusions(rows: readonly Judged[]): Confusion[] {
  const found = new Map<string, Confusion>();
  for (const row of inScope(rows)) {
    if (row.best === row.intent || row.intent === null) continue;
    const key = `${row.intent} ${row.best}`;
    const known = found.get(key);
    found.set(key, { intent: row.intent, taken: row.best, count: (known?.count ?? 0) + 1, example: known?.example ?? row.text });
  }
  return [...found.values()].sort((one, other) => other.count - one.count);
}
