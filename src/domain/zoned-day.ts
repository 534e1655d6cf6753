/** Days as the operator counts them in its own time zone, whatever that is; clocks may change within a day. Pure. */
import { addDays } from './calendar.js';

const HOUR_MS = 3_600_000;

/** Epoch ms → "2026-11-28" in the zone, an IANA name. */
export function zonedDay(timezone: string, at: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
}

/** Epoch ms of the first moment of that day in the zone. */
export function startOfZonedDay(timezone: string, day: string): number {
  const noon = Date.parse(`${day}T12:00:00Z`);
  // No zone is further from Greenwich than 14 hours; the day begins where the date first reads so.
  let low = noon - 27 * HOUR_MS;
  let high = noon + 15 * HOUR_MS;
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: timezone, year: 'numeric', month: '2-digit', day: '2-digit' });
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (format.format(middle) >= day) high = middle;
    else low = middle;
  }
  return high;
}

/** Every day from the first to the last, both included. */
export function daysFrom(first: string, last: string): readonly string[] {
  const days: string[] = [];
  for (let day = first; day <= last; day = addDays(day, 1)) days.push(day);
  return days;
}
