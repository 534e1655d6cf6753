/** Amounts, volumes, dates and times as both languages write them. */
import { operatorClock } from './operator-time.js';

const MB_PER_GB = 1024;
const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export interface Formats {
  /** Whole fen: 1234 → 「12.34 元」, "¥12.34". */
  amount(fen: number): string;
  /** With a sign: 「+12.34 元」, "+¥12.34". */
  difference(fen: number): string;
  /** Megabytes: 512 → "512 MB", 20480 → "20 GB", 12646 → "12.35 GB". */
  data(mb: number): string;
  minutes(count: number): string;
  messages(count: number): string;
  /** "2026-10" → 「2026年10月」 / "October 2026"; short leaves out the year. */
  month(month: string): string;
  shortMonth(month: string): string;
  /** "2026-11-22" → 「2026年11月22日」 / "22 November 2026"; short leaves out the year. */
  date(day: string): string;
  shortDate(day: string): string;
  /** Epoch ms → 「11月22日 14:05」 / "22 November 14:05". */
  time(at: number): string;
  /** What is left, in its two largest units: 「1 天 23 小时」, "1 day 23 hours". */
  left(ms: number): string;
  /** 「、」 or ", " … " and " between the parts of one enumeration. */
  list(parts: readonly string[]): string;
}

function plainYuan(fen: number): string {
  const whole = Math.abs(Math.trunc(fen));
  return `${Math.floor(whole / 100)}.${String(whole % 100).padStart(2, '0')}`;
}

function volume(mb: number): string {
  if (mb < MB_PER_GB) return `${Math.round(mb)} MB`;
  return `${Math.round((mb / MB_PER_GB) * 100) / 100} GB`;
}

function clockParts(at: number): { month: number; day: number; clock: string } {
  const local = operatorClock(at);
  const two = (value: number): string => (value < 10 ? `0${value}` : String(value));
  return { month: local.getUTCMonth() + 1, day: local.getUTCDate(), clock: `${two(local.getUTCHours())}:${two(local.getUTCMinutes())}` };
}

const yearOf = (text: string): string => text.slice(0, 4);
const monthOf = (text: string): number => Number(text.slice(5, 7));
const dayOf = (text: string): number => Number(text.slice(8, 10));
const englishMonth = (number: number): string => MONTHS[number - 1] ?? '';

/** Two neighbouring units, the largest first; a minute at least. */
function largestUnits(ms: number, named: (count: number, unit: 0 | 1 | 2) => string): string {
  const minutes = Math.max(1, Math.ceil(ms / 60_000));
  const counts = [Math.floor(minutes / 1440), Math.floor(minutes / 60) % 24, minutes % 60] as const;
  const first = counts[0] > 0 ? 0 : counts[1] > 0 ? 1 : 2;
  return ([0, 1, 2] as const).filter((unit) => unit >= first && unit <= first + 1 && counts[unit] > 0).map((unit) => named(counts[unit], unit)).join(' ');
}

export const zhFormats: Formats = {
  amount: (fen) => `${fen < 0 ? '-' : ''}${plainYuan(fen)} 元`,
  difference: (fen) => `${fen < 0 ? '-' : '+'}${plainYuan(fen)} 元`,
  data: volume,
  minutes: (count) => `${count} 分钟`,
  messages: (count) => `${count} 条`,
  month: (month) => `${yearOf(month)}年${monthOf(month)}月`,
  shortMonth: (month) => `${monthOf(month)}月`,
  date: (day) => `${yearOf(day)}年${monthOf(day)}月${dayOf(day)}日`,
  shortDate: (day) => `${monthOf(day)}月${dayOf(day)}日`,
  time: (at) => {
    const { month, day, clock } = clockParts(at);
    return `${month}月${day}日 ${clock}`;
  },
  left: (ms) => largestUnits(ms, (count, unit) => `${count} ${['天', '小时', '分钟'][unit]}`),
  list: (parts) => parts.join('、'),
};

export const enFormats: Formats = {
  amount: (fen) => `${fen < 0 ? '-' : ''}¥${plainYuan(fen)}`,
  difference: (fen) => `${fen < 0 ? '-' : '+'}¥${plainYuan(fen)}`,
  data: volume,
  minutes: (count) => `${count} ${count === 1 ? 'minute' : 'minutes'}`,
  messages: (count) => `${count} ${count === 1 ? 'text' : 'texts'}`,
  month: (month) => `${englishMonth(monthOf(month))} ${yearOf(month)}`,
  shortMonth: (month) => englishMonth(monthOf(month)),
  date: (day) => `${dayOf(day)} ${englishMonth(monthOf(day))} ${yearOf(day)}`,
  shortDate: (day) => `${dayOf(day)} ${englishMonth(monthOf(day))}`,
  time: (at) => {
    const { month, day, clock } = clockParts(at);
    return `${day} ${englishMonth(month)} ${clock}`;
  },
  left: (ms) => largestUnits(ms, (count, unit) => `${count} ${['day', 'hour', 'minute'][unit]}${count === 1 ? '' : 's'}`),
  list: (parts) => (parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`),
};
