/** What a finder of entities returns, before overlaps are settled. */
import type { Entity, EntityKind } from '../../domain/reading.js';

export interface Found {
  readonly start: number;
  readonly end: number;
  readonly kind: EntityKind;
  readonly value: string | number;
}

/** `folded` has the positions of the original text. */
export type Finder = (folded: string, today: string) => Found[];

export function entityOf(found: Found, original: string): Entity {
  const { start, end, kind, value } = found;
  const text = original.slice(start, end);
  if (kind === 'amount' || kind === 'data') return { start, end, text, kind, value: Number(value) };
  return { start, end, text, kind, value: String(value) };
}

export function* matches(pattern: RegExp, text: string): Generator<RegExpExecArray> {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    yield match;
    if (match[0] === '') pattern.lastIndex += 1;
  }
}

/** Longer ones win, then earlier ones; what overlaps a winner is dropped. */
export function settle(found: readonly Found[]): Found[] {
  const kept: Found[] = [];
  const byLength = [...found].sort((one, other) => other.end - other.start - (one.end - one.start) || one.start - other.start);
  for (const candidate of byLength) {
    if (kept.every((winner) => candidate.end <= winner.start || candidate.start >= winner.end)) kept.push(candidate);
  }
  return kept.sort((one, other) => one.start - other.start);
}
