/** Days, months, weekdays and times of day, in all forms, as figures. */
import type { CalendarParts, Figure, Reader } from './figure.js';
import { valueOf } from './numbers.js';

const HAN_DIGITS = '[零〇一二三四五六七八九]';
const HAN_SMALL = '(?:廿[一二三四五六七八九]?|[二三四五]?十[一二三四五六七八九]?|[一二三四五六七八九])';
const YEAR = `((?:19|20)\\d{2}|${HAN_DIGITS}{4})`;
const MONTH = `(1[0-2]|0?[1-9]|${HAN_SMALL})`;
const DAY = `(3[01]|[12]\\d|0?[1-9]|${HAN_SMALL})`;
const NO_DAY = '(?!码|线|机|卡|楼|店|包|租|常|段|门|院|用|均)';
const NAMES = ['jan(?:uary)?', 'feb(?:ruary)?', 'mar(?:ch)?', 'apr(?:il)?', 'may', 'june?', 'july?', 'aug(?:ust)?', 'sept?(?:ember)?', 'oct(?:ober)?', 'nov(?:ember)?', 'dec(?:ember)?'];
const NAME = `(${NAMES.join('|')})\\.?`;
const NTH = '(\\d{1,2})(?:st|nd|rd|th)?';

const ISO = /(?<![\d.])((?:19|20)\d{2})[-/.](0?[1-9]|1[0-2])[-/.](3[01]|[12]\d|0?[1-9])(?![\d])/gu;
const ISO_MONTH = /(?<![\d.-])((?:19|20)\d{2})[-/](0[1-9]|1[0-2])(?![\d/-])/gu;
const FULL_ZH = new RegExp(`${YEAR} ?年 ?(?:${MONTH} ?月(?:份)?(?: ?${DAY} ?[日号]${NO_DAY})?)?`, 'gu');
const MONTH_DAY_ZH = new RegExp(`(?<![\\d个年])${MONTH} ?月 ?${DAY} ?[日号]${NO_DAY}`, 'gu');
const MONTH_ZH = new RegExp(`(?<![\\d个.])${MONTH} ?月(?!租|费|结|付|包|均|度|卡|租费)`, 'gu');
const DAY_ZH = new RegExp(`(?<![\\d.第节假工个十百])${DAY} ?[号日]${NO_DAY}(?!内|之内|左右|元)`, 'gu');
const DAY_MONTH_EN = new RegExp(`(?<![\\w.])${NTH}(?: of)? ${NAME}(?![a-z])(?:,? ((?:19|20)\\d{2}))?`, 'gu');
const MONTH_DAY_EN = new RegExp(`(?<![a-z])${NAME} ${NTH}(?![\\w.])(?:,? ((?:19|20)\\d{2}))?`, 'gu');
const MONTH_YEAR_EN = new RegExp(`(?<![a-z])${NAME},? ((?:19|20)\\d{2})(?!\\d)`, 'gu');
const MONTH_EN = new RegExp(`(?<![a-z])(?:(in|of|for|since|until|by|from|your|the|this|last|next|to|and|through) )?${NAME}(?![a-z])`, 'gu');
const NTH_EN = /(?<![\w.])(?:the )(\d{1,2})(?:st|nd|rd|th)\b/gu;
const SLASHED = /(?<![\d/.])(1[0-2]|0?[1-9])\/(3[01]|[12]\d|0?[1-9])(?![\d/])/gu;

const DAYPART = '(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|晚|早)?';
const CLOCK = new RegExp(`${DAYPART} ?(?<![\\d.]|\\d:)([01]?\\d|2[0-4]):([0-5]\\d)(?::[0-5]\\d)?(?!\\d)(?: ?([ap])\\.?m\\b\\.?)?`, 'gu');
const CLOCK_ZH = new RegExp(`${DAYPART} ?(?<![\\d.])([01]?\\d|2[0-4]|${HAN_SMALL})( ?)(?:点钟?|时(?![间候长常段代期效]))(?:(半|一刻|三刻|整)| ?([0-5]?\\d) ?分|(零?${HAN_SMALL})分|([0-5]?\\d|零?${HAN_SMALL})(?![\\d元个分]))?`, 'gu');
const CLOCK_EN = /(?<![\d.:])(1[0-2]|0?[1-9]) ?([ap])\.?m\b\.?/gu;
const CLOCK_SAID_EN = /(?<![\d.:])(1[0-2]|0?[1-9])(?: ?o['’]?clock)?(?: in the (morning|afternoon|evening)|(?<=clock))/gu;

const WEEK_ZH = /(?<!一)(?:周|星期|礼拜)([一二三四五六日天])(?!个|次|天|内|后|左右)/gu;
const WEEK_EN = /\b(mon|tues|wednes|thurs|fri|satur|sun)days?\b/gu;
const WEEK_NAMES = ['mon', 'tues', 'wednes', 'thurs', 'fri', 'satur', 'sun'];

export function takeDates(reader: Reader): void {
  const dated = (year: string | undefined, month: string | undefined, day: string | undefined) => (match: RegExpExecArray) => dateFigure(match, { year: part(year), month: part(month), day: part(day) });
  reader.take(ISO, (match) => dated(match[1], match[2], match[3])(match));
  reader.take(FULL_ZH, (match) => dated(match[1], match[2], match[3])(match));
  reader.take(MONTH_DAY_ZH, (match) => dated(undefined, match[1], match[2])(match));
  reader.take(ISO_MONTH, (match) => dated(match[1], match[2], undefined)(match));
  reader.take(DAY_MONTH_EN, (match) => dateFigure(match, { year: part(match[3]), month: monthNamed(match[2]), day: part(match[1]) }));
  reader.take(MONTH_YEAR_EN, (match) => dateFigure(match, { year: part(match[2]), month: monthNamed(match[1]), day: null }));
  reader.take(MONTH_DAY_EN, (match) => dateFigure(match, { year: part(match[3]), month: monthNamed(match[1]), day: part(match[2]) }));
  reader.take(MONTH_EN, (match) => (isVerb(match) ? null : dateFigure(match, { year: null, month: monthNamed(match[2]), day: null })));
  reader.take(MONTH_ZH, (match) => dated(undefined, match[1], undefined)(match));
  reader.take(DAY_ZH, (match) => dated(undefined, undefined, match[1])(match));
  reader.take(NTH_EN, (match) => dated(undefined, undefined, match[1])(match));
}

/** Late, since "1/2" may be many things. */
export function takeSlashed(reader: Reader): void {
  reader.take(SLASHED, (match) => dateFigure(match, { year: null, month: part(match[1]), day: part(match[2]) }));
}

/** "may" and "march" are verbs unless a word before them says otherwise. */
function isVerb(match: RegExpExecArray): boolean {
  const name = match[2] ?? '';
  if (name === 'sep' || name === 'dec' || name === 'mar' || name === 'jan') return match[1] === undefined;
  return (name === 'may' || name === 'march') && !/^(?:in|of|since|until|by|this|last|next|for)$/u.test(match[1] ?? '');
}

function part(text: string | undefined): number | null {
  return text === undefined ? null : valueOf(text);
}

function monthNamed(name: string | undefined): number | null {
  const at = NAMES.findIndex((pattern) => new RegExp(`^${pattern}$`, 'u').test(name ?? ''));
  return at < 0 ? null : at + 1;
}

function dateFigure(match: RegExpExecArray, date: CalendarParts): Figure {
  return { start: match.index, end: match.index + match[0].length, measure: 'date', value: `${date.year ?? '-'}/${date.month ?? '-'}/${date.day ?? '-'}`, said: null, date };
}

export function takeClock(reader: Reader): void {
  reader.take(CLOCK, (match) => clockFigure(match, { part: match[1] ?? match[4], hour: Number(match[2]), minute: Number(match[3]), isLater: false }));
  reader.take(CLOCK_ZH, (match) => {
    const isHan = !/\d/u.test(match[2] ?? '');
    const minutes = match[5] ?? match[6] ?? match[7];
    const rest = match[4] ?? minutes;
    // 「两点要注意」「快一点」「有 3 点」 are no times.
    if ((isHan || (match[3] !== '' && !isOfADay(reader, match))) && match[1] === undefined && !match[0].includes('钟') && !(rest !== undefined && /[半刻整分]/u.test(match[0]))) return null;
    const minute = match[4] === undefined ? (part(minutes) ?? 0) : ({ 半: 30, 一刻: 15, 三刻: 45, 整: 0 }[match[4]] ?? 0);
    return clockFigure(match, { part: match[1], hour: part(match[2]) ?? 0, minute, isLater: /[到至~-] ?$/u.test(reader.originallyBefore(match.index, 2)) });
  });
  reader.take(CLOCK_SAID_EN, (match) => clockFigure(match, { part: match[2] === undefined ? undefined : match[2] === 'morning' ? 'a' : 'p', hour: Number(match[1]), minute: 0, isLater: false }));
  reader.take(CLOCK_EN, (match) => clockFigure(match, { part: match[2], hour: Number(match[1]), minute: 0, isLater: false }));
}

/** 「次日 0 点起」「0 点到 24 点」: a number written apart is a time by its size, or by what stands beside it. */
function isOfADay(reader: Reader, { 0: whole, 2: hour, index }: RegExpExecArray): boolean {
  const said = Number(hour);
  return said === 0 || said > 12 || /(?:次日|当[日天]|每[日天]|时间|[日号]) ?$/u.test(reader.originallyBefore(index, 4)) || /^ ?(?:[起到至]|[之以]?前|[之以]?后)/u.test(reader.after(index + whole.length, 3));
}

function clockFigure(match: RegExpExecArray, { part: half, hour, minute, isLater }: { part: string | undefined; hour: number; minute: number; isLater: boolean }): Figure {
  const isLate = half === 'p' || half === '下午' || half === '傍晚' || half === '晚上' || half === '晚' || half === '夜里' || (half === '中午' && hour < 6);
  const isEarly = half === 'a' || half === '凌晨';
  const full = isLate && hour < 12 ? hour + 12 : isEarly && hour === 12 ? 0 : hour;
  return { start: match.index, end: match.index + match[0].length, measure: 'clock', value: (full % 24) * 60 + minute, said: null, isHalfDay: isLater && half === undefined && hour <= 12 };
}

export function takeWeekdays(reader: Reader): void {
  reader.take(WEEK_ZH, (match) => ({ start: match.index, end: match.index + match[0].length, measure: 'weekday', value: '一二三四五六日'.indexOf((match[1] ?? '').replace('天', '日')) + 1, said: null }));
  reader.take(WEEK_EN, (match) => ({ start: match.index, end: match.index + match[0].length, measure: 'weekday', value: WEEK_NAMES.indexOf(match[1] ?? '') + 1, said: null }));
}
