/** Money in fen, data volumes in MB and phone numbers. */
import { matches } from './found.js';
import type { Found } from './found.js';
import { ENGLISH_NUMBER, HAN_NUMBER, NUMBER, numberOf } from './numerals.js';

const MONEY_ZH = new RegExp(`(${NUMBER})(?:来|多)?(?:元|块钱|块|圆|蚊|人民币|rmb)(?:(半|[一二三四五六七八九\\d])(?:毛|角)?(?![\\d${HAN_NUMBER.slice(1, -1)}个gm]))?`, 'gu');
const CENTS_ZH = new RegExp(`(${NUMBER})(毛|角|分)钱?`, 'gu');
const MONEY_SIGN = /(?:[¥$]|rmb|cny) ?(\d+(?:,\d{3})*(?:\.\d+)?)|(\d+(?:,\d{3})*(?:\.\d+)?) ?(?:yuan|rmb|cny|kuai|bucks|dollars?)\b/gu;
const BARE_MONEY = new RegExp(`(?:充|扣|缴|交|冲|花|付|多收|退|收)(?:了|我|值|掉|走|费)*(${NUMBER})(?![\\d.%gmk个月天日号年次分秒条部台张位种人岁遍回几笔家度件])`, 'gu');
/** "top up 50 please": not "charged 3 times", "paid 2 bills". */
const BARE_MONEY_EN = new RegExp(`\\b(?:topp?(?:ed)?[ -]?up|recharged?|charged?|paid|pay|deposit(?:ed)?|add(?:ed)?|refund(?:ed)?)(?: me| us| it| my \\w+| with| of| an extra| another)* (\\d+(?:\\.\\d+)?|${ENGLISH_NUMBER})(?=$|[,.!?;]|(?: (?:to|on|onto|into|for|please|pls|now|today|yesterday|but|and|this|last|via|in)\\b))`, 'gu');
const MONEY_WORDS = new RegExp(`(${ENGLISH_NUMBER}) (?:yuan|rmb|kuai|bucks|dollars?)\\b`, 'gu');
const DATA = new RegExp(`(${NUMBER}|${ENGLISH_NUMBER})(?:来|多)? ?个?(半)? ?(tb|gb|mb|kb|gigs?|gigabytes?|megs?|megabytes?|g|m|k|t|兆|吉|千兆)(?![a-z])`, 'gu');
const MSISDN = /(?<!\d)(?:(?:\+|00)?86[- ]?)?(1[3-9]\d)[- ]?(\d{4})[- ]?(\d{4})(?!\d)/gu;
const SPOKEN_MSISDN = /(?<![零〇一二三四五六七八九幺])[一幺][三四五六七八九][零〇一二三四五六七八九幺]{9}(?![零〇一二三四五六七八九幺])/gu;
const MB: Readonly<Record<string, number>> = { tb: 1024 * 1024, t: 1024 * 1024, gb: 1024, g: 1024, 吉: 1024, 千兆: 1024, mb: 1, m: 1, 兆: 1, kb: 1 / 1024, k: 1 / 1024 };

export function findAmounts(folded: string): Found[] {
  const found: Found[] = [];
  if (/[元块圆蚊币b]/u.test(folded)) {
    for (const match of matches(MONEY_ZH, folded)) {
      const whole = numberOf(match[1] ?? '');
      const tenth = match[2] === undefined ? 0 : match[2] === '半' ? 5 : (numberOf(match[2]) ?? 0);
      if (whole !== null) found.push(amount(match.index, match.index + match[0].length, whole * 100 + tenth * 10));
    }
  }
  if (/[毛角分]/u.test(folded)) found.push(...cents(folded));
  if (/\d/u.test(folded)) {
    for (const match of matches(MONEY_SIGN, folded)) {
      const value = numberOf(match[1] ?? match[2] ?? '');
      if (value !== null) found.push(amount(match.index, match.index + match[0].length, value * 100));
    }
  }
  if (/yuan|rmb|kuai|bucks|dollar/u.test(folded)) {
    for (const match of matches(MONEY_WORDS, folded)) found.push(amount(match.index, match.index + match[0].length, (numberOf(match[1] ?? '') ?? 0) * 100));
  }
  return found.length > 0 ? found : bareAmounts(folded);
}

/** 「充了五十」: after a word of paying a bare number of at least five is money. */
function bareAmounts(folded: string): Found[] {
  const pattern = /[充扣缴交冲花付退收]/u.test(folded) ? BARE_MONEY : /\b(?:top|rech|char|pa[iy]|depo|add|refu)/u.test(folded) ? BARE_MONEY_EN : null;
  if (pattern === null) return [];
  const found: Found[] = [];
  for (const match of matches(pattern, folded)) {
    const text = match[1] ?? '';
    const value = numberOf(text);
    const start = match.index + match[0].length - text.length;
    if (value !== null && value >= 5 && value <= 50_000) found.push(amount(start, start + text.length, value * 100));
  }
  return found;
}

function cents(folded: string): Found[] {
  const found: Found[] = [];
  for (const match of matches(CENTS_ZH, folded)) {
    const value = numberOf(match[1] ?? '');
    // 「三分之一」「十分」「两分钟」 are no money.
    const after = folded.charAt(match.index + match[0].length);
    const isTime = match[2] === '分' && !match[0].endsWith('钱');
    if (value !== null && !isTime && after !== '色') found.push(amount(match.index, match.index + match[0].length, value * (match[2] === '分' ? 1 : 10)));
  }
  return found;
}

function amount(start: number, end: number, fen: number): Found {
  return { start, end, kind: 'amount', value: Math.round(fen) };
}

export function findVolumes(folded: string): Found[] {
  if (!/[gm兆吉]/u.test(folded)) return [];
  const found: Found[] = [];
  for (const match of matches(DATA, folded)) {
    const value = numberOf(match[1] ?? '');
    const unit = (match[3] ?? '').replace(/^gig\w*$/u, 'gb').replace(/^meg\w*$/u, 'mb');
    if (value === null || isNoVolume(folded, match, unit)) continue;
    found.push({ start: match.index, end: match.index + match[0].length, kind: 'data', value: Math.round((value + (match[2] === undefined ? 0 : 0.5)) * (MB[unit] ?? 1) * 1000) / 1000 });
  }
  return found;
}

/** 5G is a generation of the network; "50M 宽带" is a speed; 10k is seldom data. */
function isNoVolume(folded: string, match: RegExpExecArray, unit: string): boolean {
  const text = match[0];
  const after = folded.slice(match.index + text.length, match.index + text.length + 4);
  const before = folded.slice(Math.max(0, match.index - 3), match.index);
  if (unit === 'k' || unit === 't') return true;
  const around = folded.slice(Math.max(0, match.index - 4), match.index + text.length + 6);
  if (/内存|硬盘|u盘|存储|手机|版的|运存|\bram\b|storage|iphone/u.test(around) && !/流量|data/u.test(folded)) return true;
  if (/^[2-6]g$/u.test(text) && !/^(?:流量|的?流|日包|月包|包| (?:of |data|pack))/u.test(after) && !/[剩还用买加订]了?$/u.test(before)) return true;
  return (unit.startsWith('m') || unit.endsWith('兆') || unit.startsWith('g')) && /^(?:的?宽|的?光|的?网|\/s|bps| ?broadb| ?fib| ?speed)/u.test(after);
}

export function findNumbers(folded: string): Found[] {
  const spoken = /[一幺][三四五六七八九]/u.test(folded) ? [...matches(SPOKEN_MSISDN, folded)] : [];
  const found = spoken.map((match) => ({ start: match.index, end: match.index + 11, kind: 'msisdn' as const, value: [...match[0]].map((digit) => numberOf(digit) ?? 0).join('') }));
  if (!/\d{3}/u.test(folded)) return found;
  return [...found, ...[...matches(MSISDN, folded)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    kind: 'msisdn' as const,
    value: `${match[1] ?? ''}${match[2] ?? ''}${match[3] ?? ''}`,
  }))];
}
