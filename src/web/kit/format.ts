/** Figures, days and times as the screen writes them. */
import { OPERATOR_AHEAD_MS, operatorClock } from '../../wording/operator-time.js';
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

/** 1024 MB make a GB, as on the bill; rounded as the sentence beside it is, so that used and left add up to the whole. */
export function dataSize(mb: number): string {
  return mb < 1024 ? `${Math.round(mb)} MB` : `${Math.round((mb / 1024) * 100) / 100} GB`;
}

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
  const date = operatorClock(at);
  const time = clockOf(date);
  const days = dayNumber(now) - dayNumber(at);
  if (days <= 0) return time;
  if (days === 1) return `${strings.yesterday} ${time}`;
  if (days < 7) return `${strings.weekdays[date.getUTCDay()] ?? ''} ${time}`;
  const isThisYear = date.getUTCFullYear() === operatorClock(now).getUTCFullYear();
  const day = isThisYear
    ? strings.day(date.getUTCMonth() + 1, date.getUTCDate())
    : strings.dayOfYear(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
  return `${day} ${time}`;
}

/** Day and time of the operator, for the "as of" of an answer. */
export function momentOf(at: number, strings: Strings): string {
  const date = operatorClock(at);
  return `${strings.day(date.getUTCMonth() + 1, date.getUTCDate())} ${clockOf(date)}`;
}

const clockOf = (date: Date): string => date.toISOString().slice(11, 16);

const dayNumber = (at: number): number => Math.floor((at + OPERATOR_AHEAD_MS) / 86_400_000);
