/** A time somebody wants to be called at: 「明天下午三点」, "tomorrow at 3pm", as its moment and the words beside it. Pure. */
import { addDays, dayOf, startOfDay } from '../domain/calendar.js';
import { hasHan, heardOnce } from '../domain/heard.js';

const MINUTE_MS = 60_000;

interface Named {
  /** Days ahead of today, a day of the week from Monday, or a day of the month. */
  readonly day: { readonly ahead: number } | { readonly weekday: number; readonly isNext: boolean } | { readonly month: number | null; readonly date: number } | null;
  readonly part: 'morning' | 'noon' | 'afternoon' | 'evening' | null;
  readonly minutes: number | null;
  readonly rest: string;
}

const NUMBER = '\\d{1,2}|[一二两三四五六七八九十]{1,3}';
const DAY_ZH = `(?<ahead>今[天日]?|明[天日]?|大?后[天日]|当天)|(?<next>下)?个?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])|(?:(?<month>\\d{1,2})月)?(?<date>\\d{1,2})[号日]`;
const PART_ZH = '(?<part>早上|早晨|清早|上午|中午|下午|傍晚|晚上|早|晚)';
const ZH = new RegExp(`(?:(?:${DAY_ZH})的?${PART_ZH}?|${PART_ZH.replace('<part>', '<alone>')})?的?(?:(?<hour>${NUMBER})(?:点钟?|[:：](?=\\d{2}))(?<minute>半|一刻|三刻|\\d{2}分?)?)?(?:左右|的时候|之?后|以后)?`, 'gu');
const EN =
  /\b(?:on )?(?:(?<ahead>today|tonight|tomorrow|the day after tomorrow)|(?:this |(?<next>next) )?(?<weekday>mon|tues|wednes|thurs|fri|satur|sun)day)?,? ?(?:(?:in the |at )?(?<part>morning|noon|afternoon|evening))?,? ?(?:(?:at |around |about |to )?(?<hour>\d{1,2})(?::(?<minute>\d{2}))? ?(?<half>[ap]\.?m\b\.?|o'?clock)?)?(?: (?:today|(?<later>tomorrow)))?/giu;

const DIGITS = '一二三四五六七八九十';
const WEEK_EN = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'];

function numberOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const [tens = '', units = ''] = text.includes('十') ? text.split('十') : ['', text];
  const digit = (one: string): number => (one === '两' ? 2 : DIGITS.indexOf(one) + 1);
  return (text.includes('十') ? (tens === '' ? 1 : digit(tens)) * 10 : 0) + (units === '' ? 0 : digit(units));
}

function partOf(said: string): Named['part'] {
  if (/早|上午|morning|^a\.?m/iu.test(said)) return 'morning';
  if (/中午|noon$/iu.test(said) && !/after/iu.test(said)) return 'noon';
  if (/下午|傍晚|afternoon/iu.test(said)) return 'afternoon';
  return /晚|evening|tonight/iu.test(said) ? 'evening' : null;
}

function dayIn({ ahead, later, next, weekday, month, date }: Readonly<Record<string, string | undefined>>): Named['day'] {
  if (later !== undefined) return { ahead: 1 };
  if (ahead !== undefined) return { ahead: /^大后/u.test(ahead) ? 3 : /^(?:后|the day after)/iu.test(ahead) ? 2 : /^(?:明|tomorrow)/iu.test(ahead) ? 1 : 0 };
  if (weekday !== undefined) return { weekday: hasHan(weekday) ? Math.min('一二三四五六日天'.indexOf(weekday), 6) : WEEK_EN.indexOf(weekday.toLowerCase()), isNext: next !== undefined };
  return date === undefined ? null : { month: month === undefined ? null : Number(month), date: Number(date) };
}

/** The longest stretch of the words that names a time. */
const namedIn = heardOnce((text): Named | null => {
  const found = [...text.matchAll(hasHan(text) ? ZH : EN)].filter(([whole]) => whole.trim() !== '').sort(([one], [other]) => other.length - one.length)[0];
  const groups = found?.groups;
  if (!found || !groups) return null;
  const { hour, minute = '', half = '' } = groups;
  const isClock = hour !== undefined && (hasHan(text) || half !== '' || groups['minute'] !== undefined || /\b(?:at|around|about|to) ?\d/iu.test(found[0]));
  const part = partOf(/^p/iu.test(half) ? 'afternoon' : /^a/iu.test(half) ? 'am' : (groups['part'] ?? groups['alone'] ?? (/今晚|明晚|tonight/iu.test(found[0]) ? 'evening' : '')));
  const past = minute.startsWith('半') ? 30 : minute.startsWith('一刻') ? 15 : minute.startsWith('三刻') ? 45 : Number(minute.replace('分', ''));
  const named = { day: dayIn(groups), part, minutes: isClock ? numberOf(hour) * 60 + past : null };
  if (named.day === null && named.part === null && named.minutes === null) return null;
  return { ...named, rest: `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim() };
});

/** Where no hour is named: when one would ring at such a part of the day. */
const RING_AT = { morning: 9 * 60, noon: 12 * 60, afternoon: 14 * 60, evening: 19 * 60 };

/** Nobody wants to be called at three in the night: 「三点」 is in the afternoon. */
function minuteOfDay({ part, minutes }: Named): number | null {
  if (minutes === null) return part === null ? null : RING_AT[part];
  const isLate = part === 'afternoon' || part === 'evening' || (part === 'noon' && minutes < 11 * 60) || (part === null && minutes < 7 * 60);
  return minutes < 12 * 60 && isLate ? minutes + 12 * 60 : minutes;
}

function dayMeant({ day }: Named, now: number): string {
  const today = dayOf(now);
  if (day === null) return today;
  if ('ahead' in day) return addDays(today, day.ahead);
  if ('weekday' in day) {
    const current = (new Date(`${today}T00:00:00Z`).getUTCDay() + 6) % 7;
    return addDays(today, day.isNext ? day.weekday - current + 7 : (day.weekday - current + 7) % 7);
  }
  const two = (value: number): string => String(value).padStart(2, '0');
  const month = day.month ?? Number(today.slice(5, 7)) + (day.date < Number(today.slice(8)) ? 1 : 0);
  const year = Number(today.slice(0, 4)) + (month > 12 || (day.month !== null && `${two(month)}-${two(day.date)}` < today.slice(5)) ? 1 : 0);
  return `${year}-${two(month > 12 ? month - 12 : month)}-${two(day.date)}`;
}

export interface CallTime {
  /** Epoch ms; of a day without an hour its beginning. */
  readonly at: number;
  /** What stands beside it. */
  readonly rest: string;
}

/** Null where no time is named; an hour that is over today is that of tomorrow. `near` is the day an hour alone is of. */
export function callTimeIn(text: string, { now, near = null }: { readonly now: number; readonly near?: number | null | undefined }): CallTime | null {
  const named = namedIn(text);
  if (named === null) return null;
  const day = named.day === null && near !== null ? dayOf(near) : dayMeant(named, now);
  const start = startOfDay(day);
  if (Number.isNaN(start)) return null;
  const at = start + (minuteOfDay(named) ?? 0) * MINUTE_MS;
  return { at: named.day === null && at <= now ? startOfDay(addDays(day, 1)) + (at - start) : at, rest: named.rest };
}
