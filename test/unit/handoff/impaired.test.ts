/** Who says that they see or hear with difficulty is known to, and nobody else is taken for it. */
import { describe, expect, it } from '@jest/globals';
import { saysImpaired } from '../../../src/handoff/impaired.js';

describe('an impairment somebody tells of', () => {
  it.each(['我是盲人，帮我转人工', '我是一个视障用户', '我眼睛看不清，字太小了', '我耳朵听不见，不要打电话', '我听力不好', '我耳背', '我手抖打不了字', '我不会打字', "I'm blind, let me speak to a person", 'i am hard of hearing', 'im partially sighted', 'My eyesight is very bad', 'I have a disability', 'imblindletmespeaktoaperson', 'sorrymyhearingisverybad'])('%s', (text) => {
    expect(saysImpaired([text])).toBe(true);
  });
  it.each(['屏幕看不见了', '电话里听不见对方说话', '我听不到对方的声音', '账单看不清楚', '残疾人有没有优惠套餐', '盲人套餐多少钱', 'the screen is blank', "I can't hear the caller", 'is there a plan for blind people', 'deaf accessible plans'])('not %s', (text) => {
    expect(saysImpaired([text])).toBe(false);
  });
});
