/** What two editors did to one entry, put together: each keeps what only one of them changed; where both changed the same, the words of the one who merges stand. Pure. */

export function merged(base: unknown, mine: unknown, theirs: unknown): unknown {
  if (same(base, mine)) return theirs;
  if (same(base, theirs) || same(mine, theirs)) return mine;
  if (Array.isArray(mine) && Array.isArray(theirs)) return mergedLists(Array.isArray(base) ? base : [], mine, theirs);
  if (isRecord(mine) && isRecord(theirs)) {
    const was = isRecord(base) ? base : {};
    const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    return Object.fromEntries(keys.map((key) => [key, merged(was[key], mine[key], theirs[key])] as const).filter(([, value]) => value !== undefined));
  }
  return mine;
}

/** Theirs without what I took out, and with what I added. */
function mergedLists(base: readonly unknown[], mine: readonly unknown[], theirs: readonly unknown[]): readonly unknown[] {
  const [was, have, their] = [base, mine, theirs].map((list) => new Set(list.map((one) => JSON.stringify(one)))) as [Set<string>, Set<string>, Set<string>];
  const kept = theirs.filter((one) => have.has(JSON.stringify(one)) || !was.has(JSON.stringify(one)));
  return [...kept, ...mine.filter((one) => !was.has(JSON.stringify(one)) && !their.has(JSON.stringify(one)))];
}

function same(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
