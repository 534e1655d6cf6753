/** When agents are there: weekly hours and holidays for each skill group, in the operator's time zone. Pure. */

/** "09:00" to "18:00"; "24:00" is the end of the day. */
export interface Span {
  readonly from: string;
  readonly to: string;
}

/** Seven days, Monday first; an empty day is closed. */
export type Week = readonly (readonly Span[])[];

export interface Holiday {
  /** "2026-10-01" */
  readonly day: string;
  readonly name: string;
  /** Which groups keep it; empty: all. */
  readonly groups: readonly string[];
  /** Hours of that day in place of the usual ones; empty: closed. */
  readonly spans: readonly Span[];
}

export interface GroupHours {
  readonly group: string;
  readonly week: Week;
}

export interface HoursSettings {
  /** An IANA name such as "Asia/Shanghai". */
  readonly timezone: string;
  /** For every group without hours of its own. */
  readonly week: Week;
  readonly groups: readonly GroupHours[];
  readonly holidays: readonly Holiday[];
}

const ALL_DAY: readonly Span[] = [{ from: '00:00', to: '24:00' }];

export const DEFAULT_HOURS: HoursSettings = {
  timezone: 'Asia/Shanghai',
  week: Array.from({ length: 7 }, () => ALL_DAY),
  groups: [],
  holidays: [],
};

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;
/** Nobody is told of an opening further away than this. */
const LOOK_AHEAD_DAYS = 31;

export function isOpen(hours: HoursSettings, group: string, at: number): boolean {
  const offset = offsetMs(hours.timezone, at);
  const local = at + offset;
  const minute = Math.floor((local % DAY_MS) / MINUTE_MS);
  return spansOf(hours, group, dayOfLocal(local)).some((span) => minuteOf(span.from) <= minute && minute < minuteOf(span.to));
}

/** When the group is there next, epoch ms: `at` itself when it is there now; null when not within a month. */
export function nextOpening(hours: HoursSettings, group: string, at: number): number | null {
  if (isOpen(hours, group, at)) return at;
  const today = Math.floor((at + offsetMs(hours.timezone, at)) / DAY_MS) * DAY_MS;
  for (let ahead = 0; ahead <= LOOK_AHEAD_DAYS; ahead += 1) {
    const midnight = today + ahead * DAY_MS;
    const starts = spansOf(hours, group, dayOfLocal(midnight)).map((span) => midnight + minuteOf(span.from) * MINUTE_MS);
    // The offset is that of the opening itself: the clocks may change in between.
    const openings = starts.map((local) => local - offsetMs(hours.timezone, local - offsetMs(hours.timezone, local)));
    const next = openings.filter((opening) => opening > at).sort((one, other) => one - other)[0];
    if (next !== undefined) return next;
  }
  return null;
}

/** What is left of the first hour of a day may be needed for it. */
const HEADWAY_MS = 60 * MINUTE_MS;

/** By when people may say that they will have done what takes them `ms`: counted from when the group is there, and never due while it is not. */
export function dueWithin(hours: HoursSettings, group: string, { from, ms }: { readonly from: number; readonly ms: number }): number {
  const due = (nextOpening(hours, group, from) ?? from) + ms;
  const there = nextOpening(hours, group, due) ?? due;
  return there === due ? due : there + HEADWAY_MS;
}

function spansOf(hours: HoursSettings, group: string, day: string): readonly Span[] {
  const holiday = hours.holidays.find((one) => one.day === day && (one.groups.length === 0 || one.groups.includes(group)));
  if (holiday) return holiday.spans;
  const week = hours.groups.find((one) => one.group === group)?.week ?? hours.week;
  const sundayFirst = new Date(`${day}T00:00:00Z`).getUTCDay();
  return week[(sundayFirst + 6) % 7] ?? [];
}

function dayOfLocal(local: number): string {
  return new Date(local).toISOString().slice(0, 10);
}

function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

/** How far the zone is ahead of UTC at that instant. */
function offsetMs(timezone: string, at: number): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: timezone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(at);
  const part = (type: string): number => Number(parts.find((one) => one.type === type)?.value ?? 0);
  const local = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second'));
  return local - Math.floor(at / 1000) * 1000;
}
