/** Whoever leaves a form says so in many ways, and whoever asks for something never does. */
import { describe, expect, it } from '@jest/globals';
import { isGivingUp } from '../../../src/domain/giving-up.js';

describe('giving up what is under way', () => {
  it('is heard in all the ways people say it', () => {
    for (const text of ['算了不办了我问问儿子', '不办了，我跟老伴商量商量', '算了我再想想', '算了', '那算了吧', '算了，不查了', '好吧，不用了', '不办了', '先不验证', '取消', '我不改了', '不好意思，算了', '不用了谢谢', '算了…', 'never mind', 'Actually, never mind.', 'ok forget it', 'cancel that please', 'no thanks', 'well, not now', 'nah leave it', 'nope, never mind', "don't bother"]) {
      expect([text, isGivingUp(text)]).toEqual([text, true]);
    }
  });

  it('is not heard in a request, a refusal of one part, or an answer', () => {
    for (const text of ['算了我问问客服', '不办了，查话费看看', '取消彩铃', '算了，转人工', '不用了你帮我查下流量', '不要流量包要语音包', '我不查话费，查流量', '取消订单怎么弄', 'cancel my ringtone', 'never mind the bill, what is my balance', 'forget it, agent', 'no', '13800000003', '', '不', '算'.repeat(50), '嗯'.repeat(40), 'no '.repeat(13)]) {
      expect([text, isGivingUp(text)]).toEqual([text, false]);
    }
  });
});
