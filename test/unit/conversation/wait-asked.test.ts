/** What somebody in the line asks or says of the wait, and what is about something else. */
import { describe, expect, it } from '@jest/globals';
import { asksOfWait } from '../../../src/conversation/wait-asked.js';

describe('the wait in the line', () => {
  it.each(['还要等多久', '快点啊', '能不能快一点', '怎么还没人', '怎么没人理我啊', '到我了吗', '还没到我吗', '等半天了', '还在吗', '有人吗', '嗯，还要等多久', 'hmm, how long', 'am i still in line?', '我还在排队吗', 'how long', 'hurry up', 'am i next?', 'still waiting', 'is anyone coming', 'nobody is answering'])('is what 「%s」 is about', (text) => {
    expect(asksOfWait(text)).toBe(true);
  });

  it.each(['快点查话费', '没人接电话怎么办', '怎么还没到账', '网怎么还没好', '在吗，查下话费', '有人盗用我的号', 'hurry up and check my bill', 'is anyone using my data', 'still no signal'])('is not what 「%s」 is about', (text) => {
    expect(asksOfWait(text)).toBe(false);
  });
});
