/** Single days: 昨天, 大前天, 上周五, 11月3号, 3号, 2026-11-03, yesterday, last Friday, 3 November. */
import { addDays, addMonths, dayOf, isoDay, isRealDay, recentYear, weekdayOf } from './calendar.js';
import type { Day } from './calendar.js';
import { matches } from './found.js';
import type { Found } from './found.js';
import { numberOf } from './numerals.js';

const NEAR: Readonly<Record<string, number>> = {
  大前天: -3, 前天: -2, 前日: -2, 昨天: -1, 昨晚: -1, 昨日: -1, 今天: 0, 今日: 0, 今晚: 0, 今早: 0, 明天: 1, 明日: 1, 明早: 1, 后天: 2, 大后天: 3,
  'day before yesterday': -2, yesterday: -1, 'last night': -1, today: 0, tonight: 0, 'this morning': 0, tomorrow: 1, 'day after tomorrow': 2,
};
const NEAR_ZH = /大前天|大后天|前天|前日|昨[天晚日]|今[天日晚早]|明[天日早]|后天/gu;
const NEAR_EN = /\b(?:day before yesterday|yesterday|last night|today|tonight|this morning|day after tomorrow|tomorrow)\b/gu;
const DAYS_AGO = /([一二两三四五六七八九十]{1,3}|\d{1,2})天(?:前|之前|以前)|\b(\d{1,2}|two|three|four|five|six) days? ago\b/gu;
const WEEK_ZH = /(上上|上|这|本|下)?(?:个)?(?:周|星期|礼拜)([一二三四五六日天])/gu;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const WEEK_EN = new RegExp(`\\b(last|this|next|on)? ?(${WEEKDAYS.join('|')})\\b`, 'gu');
const FULL_ZH = /(?:(去年|今年|明年|(?:19|20)?\d{2})年?)?(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月(3[01]|[12]\d|0?[1-9]|[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|[一二三四五六七八九])[日号]/gu;
const DAY_ZH = /(?<![\d月年第])(3[01]|[12]\d|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[号日](?!码|线|机|卡|楼|店|包|租|常)/gu;
const MONTH_DAY_ZH = /(上个?月|这个?月|本月|下个?月)的?(3[01]|[12]\d|0?[1-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[号日](?!码|线|卡)/gu;
const ISO = /\b(20\d{2})[-/.年](0?[1-9]|1[0-2])[-/.月](3[01]|[12]\d|0?[1-9])[日号]?/gu;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NAME = `(${MONTHS.join('|')})[a-z]*`;
const FULL_EN = new RegExp(`\\b(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${NAME}|${NAME} (\\d{1,2})(?:st|nd|rd|th)?)\\b(?:,? (20\\d{2}))?`, 'gu');
const WORDS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6 };

export function findDates(folded: string, todayIso: string): Found[] {
  const today = dayOf(todayIso);
  const found: Found[] = [];
  const isEnglish = /[a-z]/u.test(folded);
  const nears = [...matches(NEAR_ZH, folded), ...(isEnglish ? matches(NEAR_EN, folded) : [])];
  for (const match of nears) found.push(at(match, addDays(today, NEAR[match[0]] ?? 0)));
  if (/天|ago/u.test(folded)) for (const match of matches(DAYS_AGO, folded)) found.push(at(match, addDays(today, -countOf(match[1] ?? match[2] ?? ''))));
  if (/[周期拜]/u.test(folded)) found.push(...weekdaysChinese(folded, today));
  if (/[号日]/u.test(folded)) found.push(...numberedChinese(folded, today));
  if (/20\d\d/u.test(folded)) {
    for (const match of matches(ISO, folded)) pushReal(found, match, { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) });
  }
  if (isEnglish) found.push(...weekdaysEnglish(folded, today), ...numberedEnglish(folded, today));
  return found;
}

function at(match: RegExpExecArray, day: Day): Found {
  const lead = match[0].length - match[0].trimStart().length;
  return { start: match.index + lead, end: match.index + match[0].length, kind: 'date', value: isoDay(day) };
}

function pushReal(found: Found[], match: RegExpExecArray, day: Day): void {
  if (isRealDay(day)) found.push(at(match, day));
}

function countOf(text: string): number {
  return WORDS[text] ?? numberOf(text) ?? 0;
}

/** Monday begins the week; without a word before it the nearest past one is meant. */
function weekdayFrom(today: Day, weekday: number, week: number | null): Day {
  const now = weekdayOf(today) || 7;
  if (week !== null) return addDays(today, weekday - now + 7 * week);
  return addDays(today, weekday <= now ? weekday - now : weekday - now - 7);
}

function weekdaysChinese(folded: string, today: Day): Found[] {
  const weeks: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1 };
  return [...matches(WEEK_ZH, folded)].map((match) => {
    const weekday = '一二三四五六'.indexOf(match[2] ?? '') + 1 || 7;
    return at(match, weekdayFrom(today, weekday, match[1] === undefined ? null : (weeks[match[1]] ?? 0)));
  });
}

function weekdaysEnglish(folded: string, today: Day): Found[] {
  if (!folded.includes('day')) return [];
  return [...matches(WEEK_EN, folded)].map((match) => {
    const weekday = WEEKDAYS.indexOf(match[2] ?? '') || 7;
    const week = match[1] === 'next' ? 1 : match[1] === 'this' ? 0 : null;
    return at(match, weekdayFrom(match[1] === 'last' ? addDays(today, -1) : today, weekday, week));
  });
}

function numberedChinese(folded: string, today: Day): Found[] {
  const found: Found[] = [];
  for (const match of matches(FULL_ZH, folded)) {
    const month = numberOf(match[2] ?? '') ?? 0;
    const day = numberOf(match[3] ?? '') ?? 0;
    pushReal(found, match, { year: yearOf(match[1], today, month), month, day });
  }
  for (const match of matches(MONTH_DAY_ZH, folded)) {
    const shift = (match[1] ?? '').startsWith('上') ? -1 : (match[1] ?? '').startsWith('下') ? 1 : 0;
    pushReal(found, match, { ...addMonths(today, shift), day: numberOf(match[2] ?? '') ?? 0 });
  }
  for (const match of matches(DAY_ZH, folded)) {
    const day = { ...today, day: numberOf(match[1] ?? '') ?? 0 };
    // 「31号」 in a month that has none is the one gone by.
    pushReal(found, match, isRealDay(day) ? day : { ...addMonths(today, -1), day: day.day });
  }
  return found;
}

function yearOf(word: string | undefined, today: Day, month: number): number {
  if (word === undefined) return recentYear(today, month);
  const shift = ['去年', '今年', '明年'].indexOf(word);
  if (shift >= 0) return today.year + shift - 1;
  return Number(word) < 100 ? 2000 + Number(word) : Number(word);
}

function numberedEnglish(folded: string, today: Day): Found[] {
  const found: Found[] = [];
  if (!/\d/u.test(folded)) return found;
  for (const match of matches(FULL_EN, folded)) {
    const month = MONTHS.indexOf(match[2] ?? match[3] ?? '') + 1;
    const day = Number(match[1] ?? match[4]);
    pushReal(found, match, { year: match[5] === undefined ? recentYear(today, month) : Number(match[5]), month, day });
  }
  return found;
}
