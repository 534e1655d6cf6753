/** What is written while a sign-in is open, in the many ways people write it. */
import { describe, expect, it } from '@jest/globals';
import { numberAlone, readFormText, wantsOtherNumber } from '../../../src/conversation/sign-in-words.js';
import { conversationId, messageId } from '../../../src/domain/ids.js';
import { placed } from '../../../src/domain/message.js';

const said = (text: string) => placed({ from: 'subscriber', kind: 'text', text }, { id: messageId('m'), conversationId: conversationId('c'), seq: 1, at: 0 });
const kindOf = (text: string): string => readFormText(said(text)).kind;

describe('words in an open sign-in', () => {
  it.each([
    ['other-number', ['打错了', '不好意思，号码打错了', '输错号码了', '号码不对', '不是这个号', '不是我的号码', '换个号码', 'wrong number', "that's the wrong number", 'sorry, wrong number', 'not my number', 'use another number']],
    ['unwilling', ['不想给你号码', '不给', '我不想验证', '不方便', '不想说', '不', '不行', "I'd rather not", 'no', "I don't want to give my number", "that's private"]],
    ['asks-why', ['为什么要我的号码', '为什么', '要号码干嘛', '安全吗', '凭什么', '会泄露吗', 'why do you need my number', 'why', 'is it safe?', 'what for', 'is this a scam?']],
    ['forgot-number', ['我不知道我的号码', '忘了', '记不得号码了', 'I do not know my number', "I can't remember", 'forgot my number']],
    ['helpless', ['不会弄', '我不会操作啊', '哎呀这个我真的不会搞', '咋个弄', '弄不来', '验证码在哪里看', 'how do I do this?', "I don't know how", 'where is the code?']],
    ['asks-of-code', ['发到哪个号', '验证码发到哪了', '你发给谁了', '收不到验证码', '收不到', '码没来', '多久有效', '手机不在身边', 'which number did you send it to', 'where did you send it?', "I can't find the code", 'no code', 'how long is it valid', "I don't have my phone with me"]],
    ['cancel', ['算了', '取消', '不用了', 'never mind']],
    ['resend', ['重新发送', '没收到验证码', '再发一次', 'send it again', "I didn't get the code"]],
    ['number', ['13800000001', '\u202d138 0000 0001\u202c', '１３８００００００01', '+86 138 0000 0001', '86-13800000001', '我的号码是138 0000 0001']],
    ['digits', ['123456', '１２３４５６', '123 456', '验证码是 123456 谢谢', '1234']],
    ['words', ['怎么弄发票', '不会用热点怎么办', '怎么弄宽带', '为什么上个月话费这么多', '怎么开发票', '不能上网了', '忘了密码怎么办', '我要换号码套餐', 'no signal', 'why is my bill so high', 'how do I change my number', '营业厅几点关门', '转人工', '流量包多久有效', '收不到短信怎么办呢，银行的', '没有信号', 'which number am I using', 'my phone is not working']],
  ] as const)('are %s', (kind, texts) => {
    for (const text of texts) expect({ text, kind: kindOf(text) }).toEqual({ text, kind });
  });

  it('are read at once however long and odd they are', () => {
    const begun = performance.now();
    for (const text of ['我'.repeat(4000), '不想'.repeat(2000), '为什么要'.repeat(1000), 'why do you need my '.repeat(200), '忘了 '.repeat(1500)]) expect(kindOf(text)).toBe('words');
    expect(performance.now() - begun).toBeLessThan(1_000);
  });
});

describe('a number and nothing else', () => {
  it('is one, with what it is said before it', () => {
    for (const text of ['13800000001', '+86 138 0000 0001', '１３８００００００01', '我的号码是13800000001', 'my number is 138-0000-0001.']) expect({ text, msisdn: numberAlone(said(text)) }).toEqual({ text, msisdn: '13800000001' });
    for (const text of ['查13800000001的话费', '138000', '给13800000001充100', '13800000001 13800000002', '', '转人工']) expect({ text, msisdn: numberAlone(said(text)) }).toEqual({ text, msisdn: null });
  });
});

describe('the wish to go on with another number', () => {
  it('is heard with the number named and without', () => {
    for (const text of ['换个号码查', '切换到13800000004', '换成 138 0000 0004', '用13800000004查一下', '登录13800000004', 'switch to 138-0000-0004', 'log me in as 13800000004 and show the bill', 'sign in with the number 13800000004']) {
      expect({ text, isHeard: wantsOtherNumber(text) }).toEqual({ text, isHeard: true });
    }
    for (const text of ['给13800000004充100', '13800000004的余额', '换成畅享59', 'switch to Smooth 59', 'log me in', '把话费转到13800000004', 'what is the balance of 13800000004']) {
      expect({ text, isHeard: wantsOtherNumber(text) }).toEqual({ text, isHeard: false });
    }
  });
});
