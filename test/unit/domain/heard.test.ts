/** What is heard of a text is found once, and is the same whenever it is asked for. */
import { describe, expect, it } from '@jest/globals';
import { fits, hasHan, heardOnce, plainText } from '../../../src/domain/heard.js';

describe('what is heard of a text', () => {
  it('is found once for each text, whatever is asked in between', () => {
    const looked: string[] = [];
    const lengthOf = heardOnce((text) => {
      looked.push(text);
      return text.length;
    });
    expect(['还剩多少流量', '还剩多少流量', '谢谢', '还剩多少流量', '谢谢', '谢谢'].map(lengthOf)).toEqual([6, 6, 2, 6, 2, 2]);
    // Kept is what is said a second time.
    expect(looked).toEqual(['还剩多少流量', '谢谢', '还剩多少流量', '谢谢']);
  });

  it('is kept apart by question, also where one question asks another of another text', () => {
    const isLoud = heardOnce((text) => text.endsWith('!'));
    const isLoudWithMark = heardOnce((text) => isLoud(`${text}!`));
    const isMissing = heardOnce((text) => (text === 'found' ? text : null));
    expect([isLoudWithMark('hello'), isLoud('hello'), isLoudWithMark('hello'), isMissing('hello'), isMissing('found')]).toEqual([true, false, true, null, 'found']);
  });

  it('is the same of long texts, of which nothing is kept', () => {
    const long = '我'.repeat(500);
    expect([hasHan(long), hasHan('a'), hasHan(long), plainText(` ${long} `)]).toEqual([true, false, true, long]);
  });

  it('holds of a question that is put later than the first text was heard', () => {
    hasHan('早');
    const isEarly = fits(/早/u);
    expect([isEarly('早'), isEarly('晚'), isEarly('')]).toEqual([true, false, false]);
  });
});
