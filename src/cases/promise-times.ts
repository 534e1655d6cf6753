/** Times that a sentence names, in Chinese and English: "24 小时内", "明天下午", "within 3 working days", each as the moment by which it ends. Pure. */
import { addDays, addMonths, dayOf, monthOf, startOfDay } from '../domain/calendar.js';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

type Reader = readonly [pattern: RegExp, read: (match: RegExpExecArray, now: number) => number | null];

const ZH_DIGITS: Readonly<Record<string, number>> = { 半: 0.5, 一: 1, 两: 2, 二: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 };
const EN_NUMBERS: Readonly<Record<string, number>> = { half: 0.5, a: 1, an: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10, 'twenty-four': 24, 'forty-eight': 48 };

/** 「二十四」 → 24; null for what is no number. */
function numberOf(text: string): number | null {
  const plain = text.trim().toLowerCase();
  if (/^\d+$/.test(plain)) return Number(plain);
  const english = EN_NUMBERS[plain.replace(/^half an?$/, 'half')];
  if (english !== undefined) return english;
  const [, tens, units] = /^([一二三四五六七八九])?十([一二三四五六七八九])?$/.exec(plain) ?? [];
  if (plain.includes('十')) return (tens === undefined ? 1 : (ZH_DIGITS[tens] ?? 0)) * 10 + (units === undefined ? 0 : (ZH_DIGITS[units] ?? 0));
  return ZH_DIGITS[plain] ?? null;
}

const endOf = (day: string): number => startOfDay(addDays(day, 1)) - 1;
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** Public holidays are not known here: the date is the earliest it can mean. */
function workingDays(now: number, count: number): number {
  let day = dayOf(now);
  for (let left = Math.ceil(count); left > 0; ) {
    day = addDays(day, 1);
    if (!isWeekend(day)) left -= 1;
  }
  return endOf(day);
}

const SPANS: Readonly<Record<string, number>> = { 分钟: MINUTE, 小时: HOUR, 钟头: HOUR, 天: DAY, 日: DAY, 周: 7 * DAY, 星期: 7 * DAY, minute: MINUTE, hour: HOUR, day: DAY, week: 7 * DAY };

/** Nobody promises for longer: such digits are the number of something. */
const MOST_AHEAD_MS = 5 * 365 * DAY;

function after(now: number, amount: string, unit: string): number | null {
  const count = numberOf(amount);
  if (count === null) return null;
  if (/工作日|working|business/.test(unit)) return count * DAY > MOST_AHEAD_MS ? null : workingDays(now, count);
  const span = SPANS[unit.replace(/^个/, '').replace(/s$/, '')];
  return span === undefined || count * span > MOST_AHEAD_MS ? null : now + count * span;
}

const isLate = (part: string): boolean => /下午|晚|afternoon|evening|pm/.test(part);

/** 「今晚12点」 is midnight, 「中午1点」 after noon; without a part of the day nobody means to call before seven: 「明天三点」 is in the afternoon. */
function hourOf(named: number, part: string | undefined): number {
  if (named === 12) return part !== undefined && /晚|night|am/.test(part) ? 24 : 12;
  if (named > 12) return named;
  const isAfternoon = part === undefined ? named >= 1 && named < 7 : isLate(part) || /night/.test(part) || (/中午|noon/.test(part) && named < 11);
  return isAfternoon ? named + 12 : named;
}

/** What is left of a named day: 上午 ends at noon, 下午 at six, and 「三点前」 at three. */
function onDay(day: string, part: string | undefined, hour: string | undefined, isHalf: boolean): number {
  const start = startOfDay(day);
  const named = hour === undefined ? null : numberOf(hour);
  if (named !== null && named <= 24) return start + hourOf(named, part) * HOUR + (isHalf ? 30 * MINUTE : 0);
  if (part === undefined) return endOf(day);
  if (/中午|noon/.test(part)) return start + 14 * HOUR;
  if (/上午|早|morning/.test(part)) return start + 12 * HOUR;
  return /下午|afternoon/.test(part) ? start + 18 * HOUR : endOf(day);
}

/** The next day with this number of the week, 1 to 7; `weeks` 1 means that of the week after this one. */
function weekday(now: number, number: number, weeks: number | null): number {
  const today = dayOf(now);
  const current = new Date(`${today}T00:00:00Z`).getUTCDay() || 7;
  const ahead = weeks === null ? (number - current + 7) % 7 : number - current + weeks * 7;
  return endOf(addDays(today, ahead));
}

/** "Next Monday" said on a Monday is the one after. */
function nextWeekday(now: number, number: number, isNext: boolean): number {
  const due = weekday(now, number, null);
  return isNext && dayOf(due) === dayOf(now) ? due + 7 * DAY : due;
}

const ZH_DAYS: Readonly<Record<string, number>> = { 今: 0, 当: 0, 明: 1, 后: 2 };
const ZH_WEEK = '一二三四五六日天';
const EN_WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const NUMBER = '(\\d+|[半一两二三四五六七八九十]+)';
const EN_NUMBER = `(\\d+|half an?|${Object.keys(EN_NUMBERS).filter((name) => name !== 'half').join('|')})`;

const READERS: readonly Reader[] = [
  [new RegExp(`(?:\\d+\\s*[-~～至到]\\s*)?${NUMBER}\\s*(个?工作日|分钟|个?小时|个?钟头|天|日|个?星期|周)\\s*(?:之?[内後后]|以内|左右|就)`, 'u'), ([, amount = '', unit = ''], now) => after(now, amount, unit)],
  [/([今明](?![白确显年后细])|[后当](?=天|日))(?:天|日|儿)?(?:的)?(早上|早晨|凌晨|上午|中午|下午|傍晚|晚上|早|晚)?的?(?:(\d{1,2}|[一二两三四五六七八九十]{1,2})点(半)?)?/u, ([, day = '', part, hour, half], now) => onDay(addDays(dayOf(now), ZH_DAYS[day] ?? 0), part, hour, half !== undefined)],
  [/(?:下班|收工)(?:之|以)?前/u, (_match, now) => startOfDay(dayOf(now)) + 18 * HOUR],
  [/(下)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/u, ([, next, day = ''], now) => weekday(now, Math.min(ZH_WEEK.indexOf(day) + 1, 7), next === undefined ? null : 1)],
  [/(?:本|这|这个)(?:周|星期)(?:之?内|末)?/u, (_match, now) => weekday(now, 7, 0)],
  [/(?:本月|这个月|月底|月末)/u, (_match, now) => startOfDay(`${addMonths(monthOf(dayOf(now)), 1)}-01`) - 1],
  [/(\d{1,2})月(\d{1,2})[日号]/u, ([, month = '', day = ''], now) => dated(now, Number(month), Number(day))],
  [new RegExp(`\\b(?:within|in)\\s+(?:the next\\s+|about\\s+)?(?:\\d+\\s*(?:-|to)\\s*)?${EN_NUMBER}\\s+(?:(working|business)\\s+)?(minutes?|hours?|days?|weeks?)\\b`, 'iu'), ([, amount = '', working, unit = ''], now) => after(now, amount, `${working ?? ''}${unit.toLowerCase()}`)],
  [/\b(today|tonight|tomorrow)(?:\s+(morning|afternoon|evening|noon))?(?:\s+(?:by|before|at)\s+(\d{1,2})\s*([ap]m)?)?/iu, ([, day = '', part, hour, half], now) => onDay(addDays(dayOf(now), day.toLowerCase() === 'tomorrow' ? 1 : 0), half ?? part?.toLowerCase() ?? (day.toLowerCase() === 'tonight' ? 'night' : undefined), hour, false)],
  [/\b(?:by|before|until)\s+(\d{1,2})(?::00)?\s*([ap]m)\b/iu, ([, hour, part], now) => onDay(dayOf(now), part?.toLowerCase(), hour, false)],
  [/\bthis (morning|afternoon|evening)\b/iu, ([, part], now) => onDay(dayOf(now), part?.toLowerCase(), undefined, false)],
  [/\b(?:by |before )?(?:the )?end of (?:the )?(day|week|month)\b/iu, ([, unit = ''], now) => endOfUnit(now, unit.toLowerCase())],
  [/\b(?:by|on|before|next)\s+(next\s+)?(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/iu, ([whole, , day = ''], now) => nextWeekday(now, EN_WEEK.indexOf(day.toLowerCase()) + 1, /\bnext\b/iu.test(whole))],
];

function endOfUnit(now: number, unit: string): number {
  if (unit === 'day') return endOf(dayOf(now));
  return unit === 'week' ? weekday(now, 7, 0) : startOfDay(`${addMonths(monthOf(dayOf(now)), 1)}-01`) - 1;
}

function dated(now: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  const two = (value: number): string => String(value).padStart(2, '0');
  const today = dayOf(now);
  const year = Number(today.slice(0, 4));
  const wish = `${year}-${two(month)}-${two(day)}`;
  return endOf(wish >= today ? wish : `${year + 1}-${two(month)}-${two(day)}`);
}

/** The first moment a sentence names, epoch ms; null when it names none that is still ahead. */
export function dueIn(sentence: string, now: number): number | null {
  let first: { at: number; due: number } | null = null;
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(sentence);
    if (!match || (first !== null && match.index >= first.at)) continue;
    const due = read(match, now);
    if (due !== null && due > now) first = { at: match.index, due };
  }
  return first?.due ?? null;
}
