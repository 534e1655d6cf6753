/** Finds what is personal in a text, in any spelling and disguise: numbers, names, addresses, cards, codes. */
import { legible } from './legible.js';

export type PersonalKind = 'phone' | 'identity' | 'card' | 'email' | 'name' | 'address' | 'code';

export interface Personal {
  readonly start: number;
  readonly end: number;
  readonly kind: PersonalKind;
  /** The same for every spelling of the same value. */
  readonly value: string;
}

const GAP = '[ \\-_.·*,|/、\\t]{0,3}';
const HAN_DIGIT = '[零〇一幺二三四五六七八九壹贰叁肆伍陆柒捌玖]';
const SURNAMES = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文施洪欧阳上官';
const NOT_A_NAME = /^(?:想|要|不|没|的|是|在|有|来|去|用|已|刚|能|可|为|什|怎|这|那|一|这边|那边|机主|客户|用户|老|新|本|你|您|我)/u;

interface Rule {
  readonly kind: PersonalKind;
  readonly pattern: RegExp;
  /** The group that is personal; the whole match without one. */
  readonly group?: number;
  readonly isValid?: (value: string) => boolean;
}

/** What comes first wins where two overlap. */
const RULES: readonly Rule[] = [
  { kind: 'email', pattern: /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gu },
  { kind: 'identity', pattern: new RegExp(`(?<![\\da-z])[1-9](?:${GAP}\\d){16}${GAP}[\\dx](?![\\da-z])`, 'gu'), isValid: (value) => /^\d{6}(?:19|20)\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01])/u.test(value) },
  { kind: 'phone', pattern: new RegExp(`(?<!\\d)(?:\\+|00)?(?:86${GAP})?1${GAP}[3-9](?:${GAP}\\d){9}(?!\\d)`, 'gu') },
  { kind: 'card', pattern: new RegExp(`(?<![\\d])\\d(?:[ \\-]?\\d){12,19}(?!\\d)`, 'gu') },
  { kind: 'phone', pattern: /(?<!\d)0\d{2,3}[- ]?\d{7,8}(?!\d)/gu },
  { kind: 'phone', pattern: new RegExp(`[一幺壹]${GAP}[三四五六七八九叁肆伍陆柒捌玖](?:${GAP}${HAN_DIGIT}){9}`, 'gu') },
  { kind: 'identity', pattern: /(?<![a-z\d])[eghdpsm]\d{8}(?!\d)/gu },
  { kind: 'identity', pattern: /(?:身份证(?:号码?)?|证件号码?|护照号?|\bid (?:card )?number|\bpassport(?: number)?)(?:是|为|:| is)?\s*([\dx*]{6,18})/gu, group: 1 },
  { kind: 'code', pattern: /(?:验证码|动态码|校验码|短信码|服务密码|密码|口令|puk码?|pin码?|\bcode|\bpassword|\bpasscode|\bpin|\bpuk)(?:是|为|:| is|是:)?\s*([a-z0-9@#$%^&*!._-]{4,20})(?![a-z0-9])/gu, group: 1, isValid: (value) => /\d/u.test(value) },
  { kind: 'name', pattern: new RegExp(`(?:我叫|我是|姓名(?:是|为|:)?|名字(?:是|叫|:)?|机主(?:是|叫|姓名)?:?|户名(?:是|:)?|联系人(?:是|:)?|收件人:?)\\s*((?:[${SURNAMES}])[\\p{Script=Han}]{1,2})(?=[,。.!;、\\s]|$|的|身份|号|先生|女士|,|电话|手机)`, 'gu'), group: 1 },
  { kind: 'name', pattern: new RegExp(`([${SURNAMES}][\\p{Script=Han}]{0,2})(?=先生|女士|小姐|太太|老师|师傅)`, 'gu'), group: 1 },
  { kind: 'name', pattern: /\b(?:my name is|i am called|account holder(?: is)?|registered to|name:)\s+([a-z]+(?: [a-z]+){0,2}?)(?=[,.!;?]|$| and\b| my\b| i\b)/gu, group: 1 },
  { kind: 'address', pattern: /(?:[\p{Script=Han}]{2,8}?(?:省|自治区))?(?:[\p{Script=Han}]{2,6}?(?:市|州))?(?:[\p{Script=Han}]{1,6}?(?:区|县|镇|乡))?[\p{Script=Han}]{1,8}?(?:路|街|大道|巷|弄|胡同|小区|花园|新村|村|公寓|大厦|家园|苑|广场)[\p{Script=Han}]{0,4}(?:\d{1,5}|[一二三四五六七八九十百]{1,4})(?:号|栋|幢|座|弄|楼|单元|室|期)(?:[\p{Script=Han}\d\-]{0,12}(?:号|栋|幢|楼|层|单元|室|座))*/gu },
  { kind: 'address', pattern: /(?:住在|家在|地址(?:是|为|:)?|住址(?:是|为|:)?|安装在|搬到)\s*([\p{Script=Han}\d\-]{2,10}(?:省|市|区|县|镇|乡|村|路|街|小区|花园|苑|楼|室)[\p{Script=Han}\d\-]{0,24})/gu, group: 1 },
  { kind: 'address', pattern: /\b\d{1,5} (?:[a-z]+ ){1,3}(?:road|street|avenue|lane|drive|rd|st|ave)\b(?:,? (?:apartment|apt|room|unit|building|floor) ?\w+)*/gu },
];

/** In order and without overlaps, in positions of the text as it is. */
export function findPersonal(original: string, names: readonly string[]): readonly Personal[] {
  const read = legible(original);
  const found: Personal[] = [];
  for (const name of names) if (name.length >= 2) addAll(found, { kind: 'name', pattern: new RegExp(legible(name).text.replace(/[.*+?^${}()|[\]\\/]/gu, '\\$&'), 'gu') }, read.text);
  for (const rule of RULES) addAll(found, rule, read.text);
  return found
    .sort((one, other) => one.start - other.start)
    .map((one) => ({ ...one, start: read.from[one.start] ?? 0, end: read.from[one.end] ?? original.length }));
}

function addAll(found: Personal[], { kind, pattern, group, isValid }: Rule, text: string): void {
  for (const match of text.matchAll(pattern)) {
    const part = group === undefined ? match[0] : (match[group] ?? '');
    if (part === '' || (kind === 'name' && group !== undefined && NOT_A_NAME.test(part))) continue;
    const start = match.index + match[0].lastIndexOf(part);
    const end = start + part.length;
    const value = valueOf(kind, part);
    if (isValid && !isValid(value)) continue;
    if (found.every((one) => end <= one.start || start >= one.end)) found.push({ start, end, kind, value });
  }
}

function valueOf(kind: PersonalKind, part: string): string {
  if (kind === 'name' || kind === 'address' || kind === 'email' || kind === 'code') return part;
  const digits = [...part].map((sign) => String('零一二三四五六七八九'.indexOf(sign) >= 0 ? '零一二三四五六七八九'.indexOf(sign) : sign === '幺' ? 1 : sign === '〇' ? 0 : sign)).join('');
  return digits.replace(/[^\dx]/gu, '').replace(/^(?:00)?86(?=1\d{10}$)/u, '');
}
