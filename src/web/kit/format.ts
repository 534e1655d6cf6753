/** Figures, days and times as the screen writes them. */
import type { Strings } from './strings.js';

/** Fen to yuan, exact: integer arithmetic, two decimals, grouped by thousands. */
export function yuan(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100).toString().replace(/\B(?=(\d{3})+$)/g, ',');
  const cents = (Math.abs(fen) % 100).toString().padStart(2, '0');
  return `${fen < 0 ? '−' : ''}¥${whole}.${cents}`;
}

export function signedYuan(fen: number): string {
  return fen > 0 ? `+${yuan(fen)}` : yuan(fen);
}

/** 1024 MB make a GB, as on the bill; at most two decimals, never rounded up to more than there is. */
export function dataSize(mb: number): string {
  if (mb < 1024) return `${trimmed(mb)} MB`;
  return `${trimmed(mb / 1024)} GB`;
}

const trimmed = (value: number): string => (Math.floor(value * 100 + 1e-6) / 100).toString();

export function amountOf(value: number, unit: 'MB' | 'min' | 'sms', strings: Strings): string {
  return unit === 'MB' ? dataSize(value) : `${value} ${strings.units[unit]}`;
}

/** `2025-11` as the month's name. */
export function monthName(month: string, strings: Strings): string {
  const [year, number] = month.split('-');
  return strings.monthName(Number(year), Number(number));
}

export function monthShort(month: string, strings: Strings): string {
  return strings.monthShort(Number(month.split('-')[1]));
}

/** `2025-11-22` (or longer) as a day; other text stays as it is. */
export function dayName(date: string, strings: Strings): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(date);
  return found ? strings.dayOfYear(Number(found[1]), Number(found[2]), Number(found[3])) : date;
}

export function shortDay(date: string, strings: Strings): string {
  const found = /^\d{4}-(\d{2})-(\d{2})/.exec(date);
  return found ? strings.day(Number(found[1]), Number(found[2])) : date;
}

/** Time of day today, else the nearest name of the day with the time. */
export function whenOf(at: number, now: number, strings: Strings): string {
  const date = new Date(at);
  const time = `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
  const days = Math.round((midnight(now) - midnight(at)) / 86_400_000);
  if (days <= 0) return time;
  if (days === 1) return `${strings.yesterday} ${time}`;
  if (days < 7) return `${strings.weekdays[date.getDay()] ?? ''} ${time}`;
  const isThisYear = date.getFullYear() === new Date(now).getFullYear();
  const day = isThisYear
    ? strings.day(date.getMonth() + 1, date.getDate())
    : strings.dayOfYear(date.getFullYear(), date.getMonth() + 1, date.getDate());
  return `${day} ${time}`;
}

/** Figures are the operator's, so they carry the operator's time: China has one zone and no summer time. */
const OPERATOR_OFFSET_MS = 8 * 3_600_000;

/** Day and time of the operator, for the "as of" of an answer. */
export function momentOf(at: number, strings: Strings): string {
  const date = new Date(at + OPERATOR_OFFSET_MS);
  return `${strings.day(date.getUTCMonth() + 1, date.getUTCDate())} ${date.toISOString().slice(11, 16)}`;
}

function midnight(at: number): number {
  return new Date(at).setHours(0, 0, 0, 0);
}
