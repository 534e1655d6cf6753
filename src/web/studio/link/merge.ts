/**
 * What two editors did to one entry, put together: each keeps what only one of them changed. Where both changed the same, nothing goes unseen:
 * of long texts both wordings stand one after the other, of anything else the words of the one who merges stand and the others are told. Pure.
 */
import { mergedLines } from './merge-lines.js';

export interface Clash {
  /** The field of the entry. */
  readonly field: string;
  /** What the other wrote; null where both wordings stand in the text. */
  readonly theirs: string | null;
}

export interface Merged {
  readonly value: unknown;
  readonly clashes: readonly Clash[];
}

export function merged(base: unknown, mine: unknown, theirs: unknown, field = ''): Merged {
  if (same(base, mine)) return whole(theirs);
  if (same(base, theirs) || same(mine, theirs)) return whole(mine);
  if (Array.isArray(mine) && Array.isArray(theirs)) return whole(mergedLists(Array.isArray(base) ? base : [], mine, theirs));
  if (isRecord(mine) && isRecord(theirs)) {
    const was = isRecord(base) ? base : {};
    const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
    const parts = keys.map((key) => [key, merged(was[key], mine[key], theirs[key], field === '' ? key : field)] as const);
    return { value: Object.fromEntries(parts.flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]]))), clashes: parts.flatMap(([, { clashes }]) => clashes) };
  }
  if (typeof mine === 'string' && typeof theirs === 'string' && `${mine}${theirs}`.includes('\n')) {
    const { text, isClash } = mergedLines(typeof base === 'string' ? base : '', mine, theirs);
    return { value: text, clashes: isClash ? [{ field, theirs: null }] : [] };
  }
  return { value: mine, clashes: [{ field, theirs: theirs === undefined || theirs === null ? '' : typeof theirs === 'string' ? theirs : JSON.stringify(theirs) }] };
}

function whole(value: unknown): Merged {
  return { value, clashes: [] };
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
