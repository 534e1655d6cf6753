/** Figures of the line from its handoffs: how they ended each day, how long waits were, how honest the first range was. Pure. */
import { dayOf } from '../domain/calendar.js';
import type { Handoff, HandoffEnding } from '../ports/handoff-book.js';
import { HANDOFF_ENDINGS } from '../ports/handoff-book.js';

export interface LineDay {
  readonly day: string;
  readonly asked: number;
  readonly open: number;
  readonly endings: Readonly<Record<HandoffEnding, number>>;
  /** Seconds until an agent came, half and nine in ten of the waits; null while nobody was served. */
  readonly medianWaitSeconds: number | null;
  readonly longWaitSeconds: number | null;
}

/** How many waits ended in the range that was shown first, of those that ended with an agent. */
export interface RangeHits {
  readonly shown: number;
  readonly within: number;
  readonly sooner: number;
  readonly later: number;
  /** `within / shown`; null while nothing was shown. */
  readonly hitRate: number | null;
}

export function lineDays(handoffs: readonly Handoff[]): readonly LineDay[] {
  const days = new Map<string, Handoff[]>();
  for (const handoff of handoffs) {
    const day = dayOf(handoff.askedAt);
    days.set(day, [...(days.get(day) ?? []), handoff]);
  }
  return [...days].sort(([one], [other]) => (one < other ? 1 : -1)).map(([day, list]) => dayFigures(day, list));
}

function dayFigures(day: string, list: readonly Handoff[]): LineDay {
  const count = (ending: HandoffEnding): number => list.filter((one) => one.end?.ending === ending).length;
  const waits = list.flatMap(waitOf).sort((one, other) => one - other);
  return {
    day,
    asked: list.length,
    open: list.filter(({ end }) => end === null).length,
    endings: Object.fromEntries(HANDOFF_ENDINGS.map((ending) => [ending, count(ending)])) as Record<HandoffEnding, number>,
    medianWaitSeconds: quantile(waits, 0.5),
    longWaitSeconds: quantile(waits, 0.9),
  };
}

export function rangeHits(handoffs: readonly Handoff[]): RangeHits {
  const judged = handoffs.flatMap(({ first, ...handoff }) => waitOf(handoff).flatMap((wait) => (first ? [{ first, wait }] : [])));
  const sooner = judged.filter(({ first, wait }) => wait < first.low).length;
  const later = judged.filter(({ first, wait }) => wait > first.high).length;
  const within = judged.length - sooner - later;
  return { shown: judged.length, within, sooner, later, hitRate: judged.length === 0 ? null : within / judged.length };
}

function waitOf({ askedAt, end }: Pick<Handoff, 'askedAt' | 'end'>): number[] {
  return end?.ending === 'accepted' ? [(end.endedAt - askedAt) / 1000] : [];
}

function quantile(sorted: readonly number[], share: number): number | null {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}
