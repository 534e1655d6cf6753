/** The ends of a text are text. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { endOf, shortened, startOf } from '../../../src/domain/text-ends.js';

describe('the beginning and the end of a text', () => {
  it('leave what is short enough alone', () => {
    expect([startOf('流量', 2), endOf('流量', 2), startOf('', 3), endOf('😡', 2)]).toEqual(['流量', '流量', '', '😡']);
  });

  it('never tear a character apart', () => {
    expect([startOf('a😡b', 2), endOf('a😡b', 2), startOf('😡😡', 3), endOf('😡😡', 3)]).toEqual(['a', 'b', '😡', '😡']);
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.nat(40), (text, most) => {
        for (const cut of [startOf(text, most), endOf(text, most)]) expect(cut.isWellFormed() && cut.length <= most && cut.length >= Math.min(text.length, most - 1)).toBe(true);
        expect(text.startsWith(startOf(text, most)) && text.endsWith(endOf(text, most))).toBe(true);
      }),
    );
  });
});

describe('a text shortened for reading', () => {
  it('ends after a word and shows that something is missing', () => {
    expect(shortened('video and ¥15.00', 16)).toBe('video and ¥15.00');
    expect(shortened('video and ¥15.00', 12)).toBe('video and…');
    expect(shortened('视频会员扣了两次', 5)).toBe('视频会员…');
    expect(shortened('a😡b', 3)).toBe('a…');
  });
});
