/** How often something came up over the days, and whether less since something was done about it. Pure. */
import { addDays } from '../domain/calendar.js';
import type { Finding } from '../domain/finding.js';
import { daysFrom, zonedDay } from '../domain/zoned-day.js';
import type { ItemMark } from '../ports/findings.js';

export interface Trend {
  readonly days: readonly { readonly day: string; readonly count: number }[];
  readonly recent: number;
  readonly whys: Readonly<Record<string, number>>;
  readonly areas: readonly { readonly area: string; readonly count: number }[];
  readonly effect: Effect | null;
}

/** Times a day, before and since the first fix; up to two weeks on either side. */
export interface Effect {
  readonly since: number;
  readonly before: number;
  readonly after: number;
}

const DAY_MS = 86_400_000;
export const EFFECT_DAYS = 14;
const MOST_AREAS = 5;

export interface TrendWindow {
  readonly timezone: string;
  readonly now: number;
  readonly days: number;
}

/** `marks`: of this group, far enough back for the window and the effect. */
export function trendOf(finding: Finding, marks: readonly ItemMark[], { timezone, now, days: length }: TrendWindow): Trend {
  const today = zonedDay(timezone, now);
  const counts = new Map(daysFrom(addDays(today, 1 - length), today).map((day) => [day, 0]));
  const whys: Record<string, number> = {};
  const areas = new Map<string, number>();
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' });
  for (const { at, why, area } of marks) {
    const day = format.format(at);
    if (!counts.has(day)) continue;
    counts.set(day, (counts.get(day) ?? 0) + 1);
    whys[why] = (whys[why] ?? 0) + 1;
    if (area !== null) areas.set(area, (areas.get(area) ?? 0) + 1);
  }
  const days = [...counts].map(([day, count]) => ({ day, count }));
  const top = [...areas].map(([area, count]) => ({ area, count })).sort((one, other) => other.count - one.count).slice(0, MOST_AREAS);
  return { days, recent: days.reduce((sum, { count }) => sum + count, 0), whys, areas: top, effect: effectOf(finding, marks, now) };
}

function effectOf({ fixes, decided, firstAt }: Finding, marks: readonly ItemMark[], now: number): Effect | null {
  const since = fixes[0]?.at ?? decided?.at;
  // Before a whole day has passed, fewer says nothing.
  if (since === undefined || now - since < DAY_MS) return null;
  const from = Math.max(since - EFFECT_DAYS * DAY_MS, Math.min(firstAt, since - DAY_MS));
  const to = Math.min(now, since + EFFECT_DAYS * DAY_MS);
  const perDay = (begin: number, end: number): number => marks.filter(({ at }) => at >= begin && at < end).length / Math.max(1, (end - begin) / DAY_MS);
  return { since, before: perDay(from, since), after: perDay(since, to + 1) };
}
