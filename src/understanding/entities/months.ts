/** Months and periods: 上个月, 上上个月, 去年12月, 九月份, 2026年3月, last month, September, two months ago. */
import { addMonths, dayOf, isoMonth, recentYear } from './calendar.js';
import type { Day } from './calendar.js';
import { matches } from './found.js';
import type { Found } from './found.js';
import { HAN_NUMBER, numberOf } from './numerals.js';

const ENGLISH = ['jan(?:uary)?', 'feb(?:ruary)?', 'mar(?:ch)?', 'apr(?:il)?', 'may', 'june?', 'july?', 'aug(?:ust)?', 'sept?(?:ember)?', 'oct(?:ober)?', 'nov(?:ember)?', 'dec(?:ember)?'];

const RELATIVE_ZH = /(上+|这|本|当|下+|前)(?:一)?个?月(?!租|费|结)|(前|上)([一二两三四五六\d])个月|([一二两三四五六\d]|半)(?:个月|年)(?:之|以)?前/gu;
const NAMED_ZH = new RegExp(`(?:(去年|前年|今年|明年|(?:19|20)?\\d{2}年|二[零〇][零〇一二三四五六七八九]{2}年))?的?(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九]|腊|正)月(?:份)?(?![\\d${HAN_NUMBER.slice(1, -1)}]{0,3}[日号])`, 'gu');
const ISO = /\b(20\d{2})[-/.](0?[1-9]|1[0-2])(?![\d/.-])/gu;
const RELATIVE_EN = /\b(?:(?:the )?month before last|(?:the )?(?:last|previous|prior) month|(?:this|current|the current) month|next month|half a year ago|(?:(one|a|two|three|four|five|six|\d) months? ago))\b/gu;
const NAMED_EN = new RegExp(`\\b(?:(?:(last|this) (?:year(?:'s)? )?)?(${ENGLISH.join('|')})(?:\\b|(?=\\d))(?:,? (?:of )?((?:20)\\d{2}|last year|this year))?)(?! \\d{1,2}\\b(?!\\d))`, 'gu');
const COUNTS: Readonly<Record<string, number>> = { a: 1, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6 };

export function findMonths(folded: string, todayIso: string): Found[] {
  const today = dayOf(todayIso);
  const found: Found[] = [];
  if (folded.includes('月') || folded.includes('半年')) {
    found.push(...relativeChinese(folded, today), ...namedChinese(folded, today));
  }
  if (/[a-z]/u.test(folded)) found.push(...relativeEnglish(folded, today), ...namedEnglish(folded, today));
  if (folded.includes('20')) {
    for (const match of matches(ISO, folded)) found.push(at(match, isoMonth(Number(match[1]), Number(match[2]))));
  }
  return found;
}

function at(match: RegExpExecArray, value: string): Found {
  return { start: match.index, end: match.index + match[0].trimEnd().length, kind: 'month', value };
}

function shifted(today: Day, months: number): string {
  const day = addMonths(today, months);
  return isoMonth(day.year, day.month);
}

function relativeChinese(folded: string, today: Day): Found[] {
  return [...matches(RELATIVE_ZH, folded)].map((match) => {
    const word = match[1] ?? '';
    if (match[4] !== undefined) return at(match, shifted(today, match[4] === '半' ? (match[0].includes('年') ? -6 : 0) : -(numberOf(match[4]) ?? 1) * (match[0].includes('年') ? 12 : 1)));
    if (match[3] !== undefined) return at(match, shifted(today, -(numberOf(match[3]) ?? 1)));
    if (word.startsWith('上')) return at(match, shifted(today, -word.length));
    if (word.startsWith('下')) return at(match, shifted(today, word.length));
    return at(match, shifted(today, word === '前' ? -2 : 0));
  });
}

function namedChinese(folded: string, today: Day): Found[] {
  return [...matches(NAMED_ZH, folded)].map((match) => {
    const name = match[2] ?? '';
    const month = name === '正' ? 1 : name === '腊' ? 12 : (numberOf(name) ?? 1);
    return at(match, isoMonth(yearOf(match[1], today, month), month));
  });
}

function yearOf(word: string | undefined, today: Day, month: number): number {
  if (word === undefined) return recentYear(today, month);
  const shift = ['前年', '去年', '今年', '明年'].indexOf(word);
  if (shift >= 0) return today.year + shift - 2;
  const year = numberOf(word.replace('年', '')) ?? today.year;
  return year < 100 ? 2000 + year : year;
}

function relativeEnglish(folded: string, today: Day): Found[] {
  return [...matches(RELATIVE_EN, folded)].map((match) => {
    const phrase = match[0];
    if (match[1] !== undefined) return at(match, shifted(today, -(COUNTS[match[1]] ?? Number(match[1]))));
    if (phrase.startsWith('half')) return at(match, shifted(today, -6));
    if (phrase.includes('before last')) return at(match, shifted(today, -2));
    if (phrase.includes('next')) return at(match, shifted(today, 1));
    return at(match, shifted(today, /this|current/u.test(phrase) ? 0 : -1));
  });
}

function namedEnglish(folded: string, today: Day): Found[] {
  const found: Found[] = [];
  for (const match of matches(NAMED_EN, folded)) {
    const name = match[2] ?? '';
    const month = ENGLISH.findIndex((pattern) => new RegExp(`^${pattern}$`, 'u').test(name)) + 1;
    // "may I" and "march" are verbs far more often than months unless something says otherwise.
    const isVerb = (name === 'may' || name === 'mar' || name === 'march') && !hasMonthSign(folded, match);
    if (month > 0 && !isVerb) found.push(at(match, isoMonth(englishYear(match, today, month), month)));
  }
  return found;
}

function hasMonthSign(folded: string, match: RegExpExecArray): boolean {
  if (match[1] !== undefined || match[3] !== undefined) return true;
  const before = folded.slice(Math.max(0, match.index - 12), match.index);
  const after = folded.slice(match.index + match[0].length, match.index + match[0].length + 10);
  // "what about May" ends with it, "yes you may" with whom it allows.
  const isLast = /^[ ?!.,]*$/u.test(after) && before.trim() !== '' && !/\b(?:i|you|he|she|it|we|they|that|this|one|who|what|which|as|if|not) $/u.test(before);
  return isLast || /\b(?:in|of|for|since|from|during|my|the|until|and) $/u.test(before) || /^(?:'s)? (?:bill|invoice|usage|statement|charges?)\b/u.test(after);
}

function englishYear(match: RegExpExecArray, today: Day, month: number): number {
  const word = match[3] ?? (match[1] === undefined ? undefined : `${match[1]} year`);
  if (word === undefined) return recentYear(today, month);
  // "last November" said in November is a year ago.
  const isNamed = match[3] === undefined && !match[0].includes('year');
  if (isNamed) return month >= today.month && word === 'last year' ? today.year - 1 : recentYear(today, month);
  if (word === 'last year') return today.year - 1;
  return word === 'this year' ? today.year : Number(word);
}
