/** Amounts, volumes, dates and times as the product writes them. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { yuan } from '../../../src/domain/money.js';
import { dayOf } from '../../../src/domain/calendar.js';
import { wordingFor } from '../../../src/wording/wording.js';

const zh = wordingFor('zh-CN').formats;
const en = wordingFor('en').formats;

describe('formats', () => {
  it('write amounts to the fen, negative ones too', () => {
    expect([zh.amount(1234), zh.amount(5), zh.amount(-1000), zh.difference(0)]).toEqual(['12.34 元', '0.05 元', '-10.00 元', '+0.00 元']);
    expect([en.amount(1234), en.amount(-5), en.difference(1500), en.difference(-1500)]).toEqual(['¥12.34', '-¥0.05', '+¥15.00', '-¥15.00']);
  });

  it('write every amount as money inside does', () => {
    fc.assert(fc.property(fc.integer({ min: -10_000_000, max: 10_000_000 }), (fen) => {
      expect(zh.amount(fen)).toBe(`${yuan(fen)} 元`);
      expect(en.amount(fen).replace('¥', '')).toBe(yuan(fen));
    }));
  });

  it('write volumes in MB below one GB and in GB from there', () => {
    expect([0, 849, 1023, 1024, 12_646, 81_920].map(zh.data)).toEqual(['0 MB', '849 MB', '1023 MB', '1 GB', '12.35 GB', '80 GB']);
  });

  it('write months and days, with and without the year', () => {
    expect([zh.month('2026-10'), zh.shortMonth('2026-01'), zh.date('2028-02-29'), zh.shortDate('2026-12-01')]).toEqual(['2026年10月', '1月', '2028年2月29日', '12月1日']);
    expect([en.month('2026-10'), en.shortMonth('2026-01'), en.date('2028-02-29'), en.shortDate('2026-12-01')]).toEqual(['October 2026', 'January', '29 February 2028', '1 December']);
  });

  it('tell the time in China, wherever the server stands', () => {
    expect(zh.time(Date.parse('2026-11-22T06:05:59Z'))).toBe('11月22日 14:05');
    expect(en.time(Date.parse('2026-12-31T16:00:00Z'))).toBe('1 January 00:00');
    expect(dayOf(Date.parse('2026-12-31T16:00:00Z'))).toBe('2027-01-01');
  });

  it('agree with the time zone database', () => {
    const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
    fc.assert(fc.property(fc.integer({ min: Date.parse('2000-01-01'), max: Date.parse('2090-01-01') }), (at) => zh.time(at).endsWith(clock.format(at))));
  });

  it('count one and many in English', () => {
    expect([en.minutes(1), en.minutes(2), en.messages(1), en.list(['a', 'b', 'c']), zh.list(['甲', '乙'])]).toEqual(['1 minute', '2 minutes', '1 text', 'a, b and c', '甲、乙']);
  });
});
