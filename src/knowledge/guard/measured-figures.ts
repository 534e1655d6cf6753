/** Numbers with a unit: money, data, speed, durations, percentages, multiples and counted things. */
import { exact } from './figure.js';
import type { Figure, Measure, Reader } from './figure.js';
import { ANY_NUMBER, valueOf } from './numbers.js';

interface Unit {
  readonly measure: Measure;
  readonly pattern: string;
  readonly times: number;
}

const unit = (measure: Measure, times: number, pattern: string): Unit => ({ measure, pattern, times });

/** The first that fits wins, so longer units stand before those they begin with. */
const UNITS: readonly Unit[] = [
  unit('speed', 1024, 'gbps|gb/s|gbit/s|g ?(?=宽带|光纤|光宽)|千兆(?=宽带|光纤|网|光|的?带宽|$)'),
  unit('speed', 1, 'mbps|mb/s|mbit/s|m/s|兆每秒|(?:m|兆) ?(?=宽带|光纤|带宽|光宽| ?broadband| ?fib(?:re|er))'),
  unit('speed', 1 / 1024, 'kbps|kb/s|kbit/s'),
  unit('data', 1024 * 1024, 'tb|t(?=流量)|terabytes?'),
  unit('data', 1024, 'gb|gib|g(?![a-z])|gigabytes?|gigs?|吉(?:字节)?|千兆'),
  unit('data', 1, 'mb|mib|m(?=流量|的?数据|b?(?![a-z分]))|megabytes?|megs?|兆(?:字节)?'),
  unit('data', 1 / 1024, 'kb|kib|kilobytes?'),
  unit('money', 100, '元|圆|块(?:钱)?|yuan|rmb|cny|kuai|人民币'),
  unit('money', 10, '角(?!度|色|落)|毛(?:钱)?(?!病)|jiao'),
  unit('money', 1, '分钱|fen\\b'),
  unit('percent', 1, '%|个百分点|percent|per cent'),
  unit('percent', 10, '成(?![功为员本交都就立长])'),
  unit('percent', 10, '折(?!叠|扣|腾)'),
  unit('multiple', 1, '倍|-?fold\\b|times (?=as|more|the)'),
  unit('workdays', 1, '个?工作[日天]|working days?|business days?|work days?'),
  unit('months', 12, '年(?!级|纪|龄|轻|底|初|末|费|会)|years?\\b|yrs?\\b'),
  unit('months', 3, '个?季度|quarters?\\b'),
  unit('months', 1, '个月(?!租|费)|months?\\b'),
  unit('time', 604_800, '个?(?:周(?!岁|年|边|围)|星期|礼拜)|weeks?\\b|wks?\\b'),
  unit('time', 86_400, '天|自然日|日(?=内|之内|后|左右|有效)|days?\\b'),
  unit('time', 3600, '个?(?:小时|钟头)|hours?\\b|hrs?\\b|h\\b'),
  unit('time', 900, '刻钟'),
  unit('time', 60, '分钟|分(?=[\\d零一二三四五六七八九十]+秒)|minutes?\\b|mins?\\b'),
  unit('time', 1, '秒(?:钟)?|seconds\\b|secs\\b'),
  unit('count', 1, '次|条|张|位|人|户|台|部|岁|周岁|组|件|笔|项|种|个|套|份|页|遍|级|号线|公里|千米|米|格|家|类|步|档|款|桌|处|points?\\b|积分|分(?![钟别享之析配])|times\\b|texts?\\b|sms\\b|messages?\\b|calls?\\b|people\\b|sims?\\b|cards?\\b|lines?\\b|devices?\\b|km\\b|kilomet(?:er|re)s?\\b|met(?:er|re)s\\b|digits?\\b|characters?\\b|bars?\\b'),
];

const AMONG = '(?:-|~|至|到|或|、|,| to | or | and )';
const HALVES = '(?:来|多|余)?';
const PATTERNS = UNITS.map(({ pattern, ...rest }) => ({ ...rest, found: new RegExp(`(?:(?<![\\w.\\u0001])-)?(?<![\\w.])(${ANY_NUMBER})${HALVES} ?-?个?(半)?的?(?:${pattern})`, 'gu'), hint: new RegExp(pattern, 'u') }));
const FORMER = new RegExp(`(${ANY_NUMBER}) ?${AMONG} ?$`, 'u');
const SIGNED_MONEY = new RegExp(`(-|负)? ?(?:¥|rmb|cny|人民币) ?(-)? ?(${ANY_NUMBER})(?: ?元)?`, 'gu');
const DOLLARS = new RegExp(`(?:us)?\\$ ?(${ANY_NUMBER})|(${ANY_NUMBER}) ?(?:us dollars?|dollars?|美元|美金|欧元|euros?|bucks)`, 'gu');
const MONEY_TAIL = '(元|块钱?)([零一二三四五六七八九\\d]{1,2}|半)(?:(角|毛)(?:([零一二三四五六七八九\\d])分)?|分)?(?![\\d.%个小天年月元gm])';
const WITH_TAIL = new RegExp(`(负|-)?(${ANY_NUMBER})${MONEY_TAIL}`, 'gu');
const BELOW_ZERO = new RegExp(`负(${ANY_NUMBER}) ?(?:元|块)`, 'gu');
const PERCENT_ZH = new RegExp(`百分之(${ANY_NUMBER})`, 'gu');
const RATIO_ZH = new RegExp(`(${ANY_NUMBER})分之(${ANY_NUMBER})`, 'gu');
const RATIO_EN = /\b(?:a|one|two|three) (third|quarter|fifth|tenth)s?\b(?! of (?:november|december))/gu;
const HALF_EN = /\bhalf(?:[- ](?:price|off|the (?:price|fee|cost)|of))|(?:一半|减半|半价)/gu;
const DOUBLE = /双倍|翻倍|翻番|加倍|\bdoubled?\b|\btriple\b/gu;
const HALF_AN = /\bhalf an? (hour|year|month|day|gb|gig)\b|\b(\d+|one|two|three|four|five) and a half (hours?|years?|months?|days?|gb|gigs?)\b/gu;
const SIZES: Readonly<Record<string, readonly [Measure, number]>> = { hour: ['time', 3600], year: ['months', 12], month: ['months', 1], day: ['time', 86_400], gb: ['data', 1024], gig: ['data', 1024] };

/** Looked for first, since most sentences have none of them. */
const RATIO_WORDS = /分之|half|third|quarter|fifth|tenth|半|倍|翻|doubl|triple/u;
const MONEY_WORDS = /[¥$元块负币美欧]|rmb|cny|dollar|euro|bucks/u;

export function takeMeasured(reader: Reader): void {
  takeRatios(reader);
  takeMoney(reader);
  for (const { measure, times, found, hint } of PATTERNS) {
    if (!reader.mayHave(hint)) continue;
    reader.take(found, (match) => {
      const number = match[1] ?? '';
      const value = valueOf(number);
      if (value === null || isHarmlessCount(measure, number, match, reader)) return null;
      return withFormer(reader, figure(match, measure, signed(match, value + (match[2] === undefined ? 0 : 0.5)), times), times);
    });
  }
}

/** The first of 「24 到 48 小时」 has the second one's unit. */
function withFormer(reader: Reader, last: Figure, times: number): readonly Figure[] {
  const former = FORMER.exec(reader.before(last.start, 24));
  const value = former ? valueOf(former[1] ?? '') : null;
  if (!former || value === null || last.measure === 'date') return [last];
  return [{ start: last.start - former[0].length, end: last.start, measure: last.measure, value: exact(value * times), said: exact(value) }, last];
}

function signed(match: RegExpExecArray, value: number): number {
  return match[0].startsWith('-') ? -value : value;
}

function figure(match: RegExpExecArray, measure: Measure, value: number, times: number): Figure {
  return { start: match.index, end: match.index + match[0].length, measure, value: exact(value * times), said: exact(value) };
}

function takeRatios(reader: Reader): void {
  if (!reader.mayHave(RATIO_WORDS)) return;
  reader.take(PERCENT_ZH, (match) => figure(match, 'percent', valueOf(match[1] ?? '') ?? 0, 1));
  reader.take(RATIO_ZH, (match) => figure(match, 'percent', ((valueOf(match[2] ?? '') ?? 0) / (valueOf(match[1] ?? '') ?? 1)) * 100, 1));
  reader.take(RATIO_EN, (match) => ({ start: match.index, end: match.index + match[0].length, measure: 'token', value: match[0], said: null }));
  reader.take(HALF_AN, (match) => {
    const [measure, times] = SIZES[(match[1] ?? match[3] ?? '').replace(/s$/u, '')] ?? ['bare', 1];
    return figure(match, measure, match[2] === undefined ? 0.5 : (valueOf(match[2]) ?? 0) + 0.5, times);
  });
  reader.take(HALF_EN, (match) => figure(match, 'percent', 50, 1));
  reader.take(DOUBLE, (match) => figure(match, 'multiple', match[0] === 'triple' ? 3 : 2, 1));
}

function takeMoney(reader: Reader): void {
  if (!reader.mayHave(MONEY_WORDS)) return;
  reader.take(SIGNED_MONEY, (match) => figure(match, 'money', (valueOf(match[3] ?? '') ?? 0) * (match[1] === undefined && match[2] === undefined ? 1 : -1), 100));
  reader.take(DOLLARS, (match) => ({ start: match.index, end: match.index + match[0].length, measure: 'token', value: `foreign ${valueOf(match[1] ?? match[2] ?? '') ?? 0}`, said: null }));
  reader.take(WITH_TAIL, (match) => {
    const yuan = valueOf(match[2] ?? '');
    if (yuan === null) return null;
    const tail = match[4] === '半' ? 5 : (valueOf(match[4] ?? '') ?? 0);
    const isFen = match[5] === undefined && match[0].endsWith('分');
    const fen = isFen ? tail : tail * 10 + (match[6] === undefined ? 0 : (valueOf(match[6]) ?? 0));
    return figure(match, 'money', (match[1] === undefined ? 1 : -1) * exact(yuan + fen / 100), 100);
  });
  reader.take(BELOW_ZERO, (match) => figure(match, 'money', -(valueOf(match[1] ?? '') ?? 0), 100));
}

const STRUCTURE = /^(?:简单|常见|可能|主要|不同|好|基本|小|重要)?的?(?:办法|方法|方式|步骤|步|问题|选择|选项|情况|原因|途径|渠道|建议|条件|方面|地方|部分|可能|例子|话|人工|人|重点|小贴士|要点|前提|ways?|options?)/u;

/** 「一个」「一次」 say no number; 「两种办法」 only orders the talk. */
function isHarmlessCount(measure: Measure, number: string, match: RegExpExecArray, reader: Reader): boolean {
  if (measure !== 'count' || /\d/u.test(number)) return false;
  if (number === '一' || number === 'one' || number === 'a') return !/[岁周]/u.test(match[0]);
  const end = match.index + match[0].length;
  return (valueOf(number) ?? 99) <= 10 && (STRUCTURE.test(reader.after(end, 8)) || /[步类]$/u.test(match[0]));
}
