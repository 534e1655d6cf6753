/** A figure is one thing in all its spellings: any of them passes when the grounds have another, and none passes with a digit changed. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { verdictOn } from '../../../support/guarding.js';

const HAN = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];

/** 1280 → 一千二百八十; below a hundred thousand. */
function han(value: number): string {
  if (value >= 10_000) return `${han(Math.floor(value / 10_000))}万${value % 10_000 === 0 ? '' : `${value % 10_000 < 1000 ? '零' : ''}${han(value % 10_000)}`}`;
  let said = '';
  let isGap = false;
  for (const [at, digit] of [...String(value)].entries()) {
    const place = String(value).length - 1 - at;
    if (digit === '0') isGap = true;
    else {
      said += `${isGap ? '零' : ''}${HAN.charAt(Number(digit))}${UNITS[place] ?? ''}`;
      isGap = false;
    }
  }
  return said === '' ? '零' : said.replace(/^一十/u, '十');
}

const TENS = ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const ONES = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'];

function english(value: number): string {
  if (value >= 100) return `${ONES[Math.floor(value / 100)] ?? ''} hundred${value % 100 === 0 ? '' : ` and ${english(value % 100)}`}`;
  return value < 20 ? (ONES[value] ?? '') : `${TENS[Math.floor(value / 10)] ?? ''}${value % 10 === 0 ? '' : `-${ONES[value % 10] ?? ''}`}`;
}

const wide = (text: string): string => text.replace(/[!-~]/gu, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
const grouped = (value: number): string => value.toLocaleString('en-US');

const money = (yuan: number): readonly string[] => [`${yuan}元`, `${yuan}.00 元`, `¥${grouped(yuan)}`, `￥${yuan}.0`, `${han(yuan)}元`, `${han(yuan)}块钱`, `RMB ${yuan}`, `${yuan} yuan`, wide(`${yuan}元`), `CNY${yuan}`, ...(yuan < 1000 ? [`${english(yuan)} yuan`] : [])];
const data = (gb: number): readonly string[] => [`${gb}GB`, `${gb} G`, `${gb * 1024}MB`, `${han(gb)}个G`, `${gb}g`, `${grouped(gb * 1024)} MB`, wide(`${gb}GB`), `${gb} gigabytes`];
const percent = (share: number): readonly string[] => [`${share}%`, `百分之${han(share)}`, `${share}.0%`, `${share} percent`, wide(`${share}%`), `百分之${share}`];
const hours = (count: number): readonly string[] => [`${count}小时`, `${count} 个小时`, `${count * 60}分钟`, `${han(count)}小时`, `${han(count)}个钟头`, `${count} hours`, `${english(count)} hours`];
const NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
const days = ([month, day]: readonly [number, number]): readonly string[] => {
  const name = NAMES[month - 1] ?? '';
  const two = (value: number): string => String(value).padStart(2, '0');
  return [`2026-${two(month)}-${two(day)}`, `2026年${month}月${day}日`, `2026/${month}/${day}`, `${han(month)}月${han(day)}日`, `${month}月${day}号`, `${name} ${day}, 2026`, `${day} ${name} 2026`, `${name.slice(0, 3)} ${day}`, `二〇二六年${han(month)}月${han(day)}日`, wide(`2026年${month}月${day}日`)];
};
const clock = ([hour, minute]: readonly [number, number]): readonly string[] => {
  const two = String(minute).padStart(2, '0');
  const half = hour % 12 === 0 ? 12 : hour % 12;
  return [`${hour}:${two}`, `${String(hour).padStart(2, '0')}：${two}`, `${half}:${two} ${hour < 12 ? 'am' : 'pm'}`, `${hour}点${two}分`, `${hour} 点 ${two} 分`, ...(hour > 12 && hour < 18 ? [`下午${half}点${two}分`, `下午 ${half} 点 ${two} 分`, `下午${han(half)}点${minute < 10 ? '零' : ''}${han(minute)}分`] : [])];
};
const phone = (digits: string): readonly string[] => [digits, `${digits.slice(0, 3)} ${digits.slice(3, 7)} ${digits.slice(7)}`, `${digits.slice(0, 3)}-${digits.slice(3, 7)}-${digits.slice(7)}`, wide(digits), [...digits].map((digit) => HAN.charAt(Number(digit))).join(''), [...digits].join(' '), `+86 ${digits}`];

const FIGURES = [
  ['money', fc.integer({ min: 1, max: 99_999 }), money],
  ['data', fc.integer({ min: 1, max: 400 }), data],
  ['percent', fc.integer({ min: 1, max: 99 }), percent],
  ['hours', fc.integer({ min: 2, max: 96 }), hours],
  ['days', fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 })), days],
  ['clock', fc.tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 1, max: 59 })), clock],
  ['phone', fc.integer({ min: 0, max: 999_999_999 }).map((rest) => `13${String(rest).padStart(9, '0')}`), phone],
] as const;

const FRAMES = [(figure: string) => `是${figure}。`, (figure: string) => `It is ${figure}, see above.`, (figure: string) => `查到了：${figure}，请核对。`];

describe.each(FIGURES)('%s', (_, values, spellings) => {
  const all = (value: never): readonly string[] => (spellings as (value: never) => readonly string[])(value);
  const arbitrary = values as fc.Arbitrary<never>;

  it('pass in any spelling when the grounds have any other', () => {
    fc.assert(
      fc.property(arbitrary, fc.nat(), fc.nat(), fc.constantFrom(...FRAMES), (value, said, given, frame) => {
        const forms = all(value);
        const text = frame(forms[said % forms.length] ?? '');
        const ground = `资料：${forms[given % forms.length] ?? ''}。`;
        expect([text, ground, verdictOn(text, { toolResults: [ground] })]).toEqual([text, ground, 'shown']);
      }),
      { numRuns: 300 },
    );
  });

  it('are refused in every spelling of another value', () => {
    fc.assert(
      fc.property(arbitrary, arbitrary, fc.nat(), fc.nat(), fc.constantFrom(...FRAMES), (value, other, said, given, frame) => {
        fc.pre(JSON.stringify(value) !== JSON.stringify(other));
        const forms = all(other);
        const known = all(value);
        const text = frame(forms[said % forms.length] ?? '');
        const ground = `资料：${known[given % known.length] ?? ''}。`;
        expect([text, ground, verdictOn(text, { toolResults: [ground] })]).toEqual([text, ground, 'figure']);
      }),
      { numRuns: 300 },
    );
  });
});

it('no digit of a text may be changed', () => {
  const ground = '您的余额为 66.66 元，本月已用 3.52GB，剩余 6720MB，截至 2026-11-22 14:05，下次出账 12月1日，工单 T20261122-0187，热线 10100，优惠 -5.00 元。';
  const digits = [...ground.matchAll(/\d/gu)].map(({ index }) => index);
  expect(verdictOn(ground, { toolResults: [ground] })).toBe('shown');
  fc.assert(
    fc.property(fc.constantFrom(...digits), fc.integer({ min: 1, max: 9 }), (at, step) => {
      const changed = `${ground.slice(0, at)}${(Number(ground.charAt(at)) + step) % 10}${ground.slice(at + 1)}`;
      expect([changed, verdictOn(changed, { toolResults: [ground] })]).toEqual([changed, 'figure']);
    }),
    { numRuns: 300 },
  );
});
