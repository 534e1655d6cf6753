/** Times as the desk writes them: clocks, days, and how long something has taken. */

const two = (value: number): string => String(value).padStart(2, '0');

export function clockOf(at: number): string {
  const date = new Date(at);
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
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
  const date = new Date(at);
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  if (days === 0) return { kind: 'today' };
  if (days === 1) return { kind: 'yesterday' };
  const month = date.getMonth() + 1;
  const day = date.getDate();
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  return isThisYear ? { kind: 'day', month, day } : { kind: 'dayYear', year: date.getFullYear(), month, day };
}

export function zoneMsAt(at: number): number {
  return -new Date(at).getTimezoneOffset() * 60_000;
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
