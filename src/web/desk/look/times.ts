/** Times as the desk writes them, by the operator's clock: clocks, days, and how long something has taken. */
import { OPERATOR_AHEAD_MS, operatorClock } from '../../../wording/operator-time.js';

const two = (value: number): string => String(value).padStart(2, '0');

export function clockOf(at: number): string {
  return operatorClock(at).toISOString().slice(11, 16);
}

/** 「3:07」, "1:02:09"; a wait of days says so instead of counting seconds. */
export function elapsed(seconds: number, days: (count: number) => string): string {
  const whole = Math.max(0, Math.floor(seconds));
  if (whole >= 86_400) return days(Math.floor(whole / 86_400));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  return hours > 0 ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`;
}

export type DayName =
  | { readonly kind: 'today' | 'yesterday' }
  | { readonly kind: 'day'; readonly month: number; readonly day: number }
  | { readonly kind: 'dayYear'; readonly year: number; readonly month: number; readonly day: number };

export function dayOf(at: number, now: number): DayName {
  const date = operatorClock(at);
  const days = dayNumber(now) - dayNumber(at);
  if (days === 0) return { kind: 'today' };
  if (days === 1) return { kind: 'yesterday' };
  const month = date.getUTCMonth() + 1;
  const day = date.getUTCDate();
  const isThisYear = date.getUTCFullYear() === operatorClock(now).getUTCFullYear();
  return isThisYear ? { kind: 'day', month, day } : { kind: 'dayYear', year: date.getUTCFullYear(), month, day };
}

function dayNumber(at: number): number {
  return Math.floor((at + OPERATOR_AHEAD_MS) / 86_400_000);
}
