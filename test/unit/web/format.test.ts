/** Figures on the screen are the figures of the account. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clockOf, dayOf } from '../../../src/web/desk/look/times.js';
import { dataSize, momentOf, signedYuan, whenOf, yuan } from '../../../src/web/kit/format.js';
import { enStrings } from '../../../src/web/kit/strings-en.js';
import { zhCnStrings } from '../../../src/web/kit/strings.js';
import { timeLeft } from '../../../src/web/kit/time-left.js';
import { enFormats, zhFormats } from '../../../src/wording/formats.js';
import { momentOfField, operatorDay, operatorField } from '../../../src/wording/operator-time.js';

describe('money', () => {
  it('is exact to the fen for every amount', () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000_000, max: 10_000_000_000 }), (fen) => {
        const digits = yuan(fen).replace(/[¥,.]/g, '').replace('−', '-');
        expect(Number(digits)).toBe(fen);
      }),
    );
  });

  it('reads as people write it', () => {
    expect([yuan(0), yuan(5), yuan(123456789), yuan(-250), signedYuan(4960), signedYuan(-100)]).toEqual(['¥0.00', '¥0.05', '¥1,234,567.89', '−¥2.50', '+¥49.60', '−¥1.00']);
  });
});

describe('data', () => {
  it('turns to GB at 1024 MB, and reads on a card as in the sentence beside it', () => {
    const amounts = [0, 1023, 1024, 63_323, 80 * 1024 - 63_323, 12_646];
    expect(amounts.map(dataSize)).toEqual(['0 MB', '1023 MB', '1 GB', '61.84 GB', '18.16 GB', '12.35 GB']);
    expect(amounts.map(dataSize)).toEqual(amounts.map((mb) => enFormats.data(mb)));
  });
});

describe('time', () => {
  /** What a clock in China shows. */
  const china = (year: number, month: number, day: number, hour: number, minute: number): number => Date.UTC(year, month - 1, day, hour - 8, minute);
  const now = china(2026, 11, 22, 19, 5);

  it('names the day by how far away it is', () => {
    const at = (month: number, day: number, year = 2026): number => china(year, month, day, 8, 3);
    expect([at(11, 22), at(11, 21), at(11, 18), at(10, 1), at(10, 1, 2025)].map((time) => whenOf(time, now, zhCnStrings))).toEqual([
      '08:03',
      '昨天 08:03',
      '星期三 08:03',
      '10月1日 08:03',
      '2025年10月1日 08:03',
    ]);
    expect(whenOf(at(10, 1), now, enStrings)).toBe('1 Oct 08:03');
  });

  it('is the operator’s wherever the browser stands: sentences and cards agree, and the day turns at midnight in China', () => {
    const late = china(2026, 11, 22, 23, 59);
    const early = china(2026, 11, 23, 0, 1);
    expect(whenOf(early, early, zhCnStrings)).toBe('00:01');
    expect(whenOf(late, early, zhCnStrings)).toBe('昨天 23:59');
    expect([clockOf(late), momentOf(late, zhCnStrings), zhFormats.time(late)]).toEqual(['23:59', '11月22日 23:59', '11月22日 23:59']);
    expect(dayOf(late, early)).toEqual({ kind: 'yesterday' });
    expect(operatorDay(early)).toBe('2026-11-23');
  });

  it('comes back from a field as it went in', () => {
    expect(operatorField(now)).toBe('2026-11-22T19:05');
    expect(momentOfField(operatorField(now))).toBe(now);
    expect(momentOfField('2026-11-22T23:59:59')).toBe(china(2026, 11, 22, 23, 59) + 59_000);
    expect(momentOfField('')).toBeNaN();
  });
});

describe('what is left', () => {
  const [SECOND, MINUTE, HOUR, DAY] = [1000, 60_000, 3_600_000, 86_400_000];
  const left = (ms: number) => timeLeft(ms, 0, 'zh-CN');

  it('runs by the second in the last day, by the minute before, and says by how much it is late', () => {
    expect([left(2 * DAY), left(2 * DAY - SECOND), left(DAY), left(23 * HOUR + 59 * MINUTE + 59 * SECOND)]).toEqual(['还剩 2 天 0 小时 0 分', '还剩 1 天 23 小时 59 分', '还剩 1 天 0 小时 0 分', '还剩 23 小时 59 分 59 秒']);
    expect([left(61 * SECOND), left(60 * SECOND), left(200), left(0), left(-2 * HOUR)]).toEqual(['还剩 1 分 1 秒', '还剩 1 分 0 秒', '还剩 1 秒', '已超时 1 秒', '已超时 2 小时 0 分 0 秒']);
    expect([timeLeft(HOUR, 0, 'en'), timeLeft(0, DAY, 'en')]).toEqual(['1 h 0 min 0 s left', '1 d 0 h 0 min late']);
  });

  it('is said in a sentence in its two largest units', () => {
    expect([2 * DAY, 2 * DAY - MINUTE, HOUR, 61 * MINUTE, 1].map(zhFormats.left)).toEqual(['2 天', '1 天 23 小时', '1 小时', '1 小时 1 分钟', '1 分钟']);
    expect([DAY + HOUR, 2 * MINUTE].map(enFormats.left)).toEqual(['1 day 1 hour', '2 minutes']);
  });
});
