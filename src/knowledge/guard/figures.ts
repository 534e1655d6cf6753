/** Reads every figure out of a text: what it measures and its value, whatever way it is written. Pure. */
import { takeClock, takeDates, takeSlashed, takeWeekdays } from './dated-figures.js';
import { Reader, exact } from './figure.js';
import type { Figure } from './figure.js';
import { takeMeasured } from './measured-figures.js';
import { DIGIT_NUMBER, ENGLISH_ONLY, HAN_ONLY, valueOf } from './numbers.js';

/** Marks of lists and steps, and words with a number in them that count nothing. */
const NO_FIGURES: readonly RegExp[] = [
  /^[ \t>]*(?:[-*+•·] *)?(?:#{1,6} *)?(?:\(\d{1,2}\)|\d{1,2}(?:[.)、:](?!\d)))/gmu,
  /(?:步骤|第|方法|方式|选项|情况|场景|step|option|method|part) ?\d{1,2}(?=步|点|种|项|条|类|、|,|:|\.(?!\d)|\)| |$)(?! ?[天日周月年元gm])/gmu,
  /第[一二三四五六七八九十]{1,2}(?=步|点|种|项|条|类|方面|、|,|:| |$)/gmu,
  /(?<![\d.])[2-6]g(?=\/[2-6]g|网|信号|手机|终端|用户|基站|卡|消息|套餐|开关|功能|覆盖|版|制式|畅|飞|新|智|融|商|\+|\/| ?(?:network|phone|plan|coverage|signal|sim|device|service|switch|area|mobile|only|on\b|off\b))/gu,
  /(?:支持|打开|开启|关闭|关掉|切换?到|切换成?|改成|改为|换成|使用|连接|优先|[2-6]g\/|only |supports? |enable |over |to |on )[2-6]g(?![a-z\d]|流量)/gu,
  /\bipv[46]\b|\bwi-?fi ?[4-7]?(?![\d.])|\bh5\b|\bmp[34]\b|\b(?:usb|type)-?c\b|\besim\b|\bvolte\b|\b360(?=浏览器|安全)/gu,
  /千万(?=别|不|要|记|勿|留)|(?<![零一二两三四五六七八九十百千\d])万一|(?<![零一二两三四五六七八九十百千\d点时])十分(?!之|钟|\d)|百分百|一[下些起般直样定旦切律共并边会再向则致度概](?!\d)|[一二三四五六七八九十]+(?=维码)|五一(?=假|劳动|期间|节)|十一(?=假|期间|长假|黄金)|双十一|双十二|三方|四川|五险一金|七夕|九寨|六盘/gu,
  /\b(?:one|a) (?:moment|second|minute|tap|click|step|of)\b|\bone (?:by one|another|at a time|more time)\b|\bno one\b|\bany ?one\b|\bthe (?:other )?one\b|\bthis one\b|\bthat one\b|\bwhich one\b|\bthe (?:two|three) (?:of|options|ways)\b/gu,
];

const DIGIT_RUN = new RegExp(`(?<![\\d.])(-|负)?(${DIGIT_NUMBER})`, 'gu');
const PHONE = /(?<!\d)(?:\+?86[- ]?)?1[3-9](?:[- .·*_/,]{0,2}\d){9}(?!\d)|(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)|(?<!\d)[48]00[- ]?\d{3,4}[- ]?\d{3,4}(?!\d)/gu;
const SPACED = /(?<![\d])\d(?:[ \-_.·*|,、/]{1,3}\d){5,}(?!\d)/gu;
const TOKEN = /(?=[a-z0-9._\-@]*[a-z])(?=[a-z0-9._\-@]*\d)[a-z0-9][a-z0-9_\-@]*(?:\.[a-z0-9_\-@]+)*/gu;
const HIDDEN = /\d{1,7}[*x•●]{2,}\d{0,8}|[*•●]{2,} ?\d{2,8}/gu;
const HAN_DIGITS = /[零〇一幺二三四五六七八九壹贰叁肆伍陆柒捌玖](?:[ ,、.\-]?[零〇一幺二三四五六七八九壹贰叁肆伍陆柒捌玖]){3,}/gu;
const HAN_RUN = new RegExp(HAN_ONLY, 'gu');
const ENGLISH_DIGITS = /\b(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)(?:[ ,-]+(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)){2,}\b/gu;
const ENGLISH_RUN = new RegExp(ENGLISH_ONLY, 'gu');
const PINYIN_DIGITS = /\b(?:ling|yao|yi|er|san|si|wu|liu|qi|ba|jiu|shi|bai|qian|dian)(?:[ ,'-]+(?:ling|yao|yi|er|san|si|wu|liu|qi|ba|jiu|shi|bai|qian|dian)){2,}\b/gu;
const ENGLISH_DIGIT: Readonly<Record<string, string>> = { zero: '0', oh: '0', one: '1', two: '2', three: '3', four: '4', five: '5', six: '6', seven: '7', eight: '8', nine: '9' };
const STRUCTURE_EN = /^ (?:ways?|steps?|options?|things?|reasons?|places?|parts?|cases?|possibilities|choices?|kinds?|questions?|minor|simple|common|easy|more|of (?:them|these)|or|and)/u;

/** Without a numeral, a weekday, a month or a word of multitude there is no figure. */
const ANY_SIGN =
  /[\d零〇一幺壹二贰两俩三叁四肆五伍六陆七柒八捌九玖十拾廿卅百佰千仟万半倍翻减周期拜*•●]|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\w+teen|\w+ty|hundred|thousand|half|third|quarter|fifth|tenth|doubled?|triple|zero|oh|ling|yao|yi|er|san|si|wu|liu|qi|ba|jiu|shi|bai|qian|dian)\b|day\b|days\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/u;

/** `text` as `legible` makes it. */
export function figuresOf(text: string): readonly Figure[] {
  if (!ANY_SIGN.test(text)) return [];
  const reader = new Reader(text);
  for (const pattern of NO_FIGURES) reader.drop(pattern);
  takeSpelled(reader);
  takeDates(reader);
  takeClock(reader);
  takeWeekdays(reader);
  takeMeasured(reader);
  takeSlashed(reader);
  takeTokens(reader);
  reader.take(DIGIT_RUN, (match) => {
    const value = valueOf(match[2] ?? '');
    const isNegative = match[1] === '负' || (match[1] === '-' && !/[\w)\u0001]$/u.test(reader.originallyBefore(match.index, 1)));
    return value === null ? null : bare(match, isNegative ? -value : value);
  });
  takeWords(reader);
  return reader.figures.sort((one, other) => one.start - other.start);
}

/** Long numbers, however they are taken apart. */
function takeSpelled(reader: Reader): void {
  const joined = (match: RegExpExecArray): Figure => token(match, match[0].replace(/\D/gu, '').replace(/^86(?=1\d{10}$)/u, ''));
  reader.take(HIDDEN, (match) => token(match, match[0].replace(/ /gu, '').replace(/[x•●]/gu, '*').replace(/\*+/gu, '*')));
  reader.take(PHONE, joined);
  reader.take(SPACED, joined);
  reader.take(HAN_DIGITS, (match) => {
    const after = reader.after(match.index + match[0].length, 1);
    if (after === '年' && match[0].length === 4) return null;
    return token(match, [...match[0]].map((digit) => (/[ ,、.-]/u.test(digit) ? '' : String(valueOf(digit) ?? ''))).join(''));
  });
  reader.take(ENGLISH_DIGITS, (match) => token(match, match[0].split(/[ ,-]+/u).map((word) => ENGLISH_DIGIT[word] ?? '').join('')));
  reader.take(PINYIN_DIGITS, (match) => token(match, match[0]));
}

function takeTokens(reader: Reader): void {
  reader.take(TOKEN, (match) => token(match, match[0].replace(/[.\-_@]+$/u, '')));
  reader.take(/(?<![\d.])(?:\d{7,}|0\d+)(?![\d.])/gu, (match) => token(match, match[0]));
}

/** Numbers in words without a unit: only what cannot be an article or an idiom. */
function takeWords(reader: Reader): void {
  reader.take(HAN_RUN, (match) => {
    const value = valueOf(match[0]);
    const isCounting = [...match[0]].length >= 2 && /[十百千万拾佰仟零〇点]/u.test(match[0]) && !/^[万千百十]+$/u.test(match[0]);
    return value === null || !isCounting ? null : bare(match, value);
  });
  reader.take(ENGLISH_RUN, (match) => {
    const value = valueOf(match[0]);
    if (value === null || match[0] === 'half') return null;
    const isSmall = value <= 10 && !/[ -]/u.test(match[0].replace(/^a /u, ''));
    return isSmall && (value <= 1 || STRUCTURE_EN.test(reader.after(match.index + match[0].length, 14)) || value <= 2) ? null : bare(match, value);
  });
}

function bare(match: RegExpExecArray, value: number): Figure {
  return { start: match.index, end: match.index + match[0].length, measure: 'bare', value: exact(value), said: exact(value) };
}

function token(match: RegExpExecArray, value: string): Figure {
  return { start: match.index, end: match.index + match[0].length, measure: 'token', value, said: null };
}
