/** Figures on the screen are the figures of the account. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dataSize, signedYuan, whenOf, yuan } from '../../../src/web/kit/format.js';
import { enStrings } from '../../../src/web/kit/strings-en.js';
import { zhCnStrings } from '../../../src/web/kit/strings.js';

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
  it('turns to GB at 1024 MB and never claims more than there is', () => {
    expect([dataSize(0), dataSize(1023.999), dataSize(1024), dataSize(1024 * 1.999), dataSize(0.29)]).toEqual(['0 MB', '1023.99 MB', '1 GB', '1.99 GB', '0.29 MB']);
  });
});

describe('time', () => {
  const now = new Date(2026, 10, 22, 19, 5).getTime();

  it('names the day by how far away it is', () => {
    const at = (month: number, day: number, year = 2026): number => new Date(year, month - 1, day, 8, 3).getTime();
    expect([at(11, 22), at(11, 21), at(11, 18), at(10, 1), at(10, 1, 2025)].map((time) => whenOf(time, now, zhCnStrings))).toEqual([
      '08:03',
      '昨天 08:03',
      '星期三 08:03',
      '10月1日 08:03',
      '2025年10月1日 08:03',
    ]);
    expect(whenOf(at(10, 1), now, enStrings)).toBe('1 Oct 08:03');
  });
});
