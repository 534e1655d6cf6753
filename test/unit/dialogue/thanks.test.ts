/** Thanks with a question is a question; thanks alone, or with small talk, is thanks. */
import { describe, expect, it } from '@jest/globals';
import { askedBesideThanks } from '../../../src/dialogue/thanks.js';

describe('what is asked beside a word of thanks', () => {
  it.each([
    ['好的谢谢，那能减免吗', '那能减免吗'],
    ['谢谢你 还有那个怎么弄', '还有那个怎么弄'],
    ['thanks, can it be waived?', 'can it be waived?'],
    ['ok thank you so much. and when does it end', 'and when does it end'],
  ])('is found: %s', (text, asked) => {
    expect(askedBesideThanks(text)).toBe(asked);
  });

  it.each(['谢谢', '好的谢谢，没什么事了', '谢谢，你真好', '谢谢你们什么都没解决', 'thanks, bye', 'thank you, how are you?', '能减免吗'])('is not made up: %s', (text) => {
    expect(askedBesideThanks(text)).toBeNull();
  });
});
