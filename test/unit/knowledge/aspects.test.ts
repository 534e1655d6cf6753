/** Guarantees of what is asked on about an article: only a question without a thing of its own is one, and only the article's own sentences answer it. */
import { describe, expect, it } from '@jest/globals';
import type { Passage } from '../../../src/domain/article.js';
import { aspectIn, sayingOf } from '../../../src/knowledge/aspects.js';

const passage = (heading: string, text: string, index: number): Passage => ({ id: `a.${index}`, articleId: 'a', locale: 'zh-CN', heading, text }) as Passage;
const CARD = [
  passage('', '卡坏了可以免费换，号码不变。机主带身份证到任一营业厅，当场换好。', 0),
  passage('怎么换', '• 营业厅：约 10 分钟\n• 邮寄：App 申请，收到后刷脸激活', 1),
];

describe('what is asked on about an article', () => {
  it.each([
    ['要多久', 'how-long'], ['那多久能好？', 'how-long'], ['几天能装好', 'how-long'], ['什么时候生效', 'how-long'], ['how long does it take?', 'how-long'],
    ['多少钱', 'how-much'], ['收费吗', 'how-much'], ['要手续费吗', 'how-much'], ['is it free', 'how-much'], ['and how much is it', 'how-much'],
    ['要带什么', 'what-to-bring'], ['需要什么材料', 'what-to-bring'], ['要带身份证吗', 'what-to-bring'], ['what do I need to bring?', 'what-to-bring'],
    ['在哪办', 'where'], ['网上能办吗', 'where'], ['必须去营业厅吗', 'where'], ['can I do it online', 'where'],
    ['本人必须到吗', 'who'], ['能代办吗', 'who'], ['家人可以代办吗', 'who'], ['can my wife do it for me', 'who'],
    ['我媳妇去行不', 'who'], ['网上行不', 'where'], ['一个月多少', 'how-much'], ['多少钱一张', 'how-much'], ['最长多久', 'how-long'], ['会过期不', 'how-long'], ['远程能办不', 'where'], ['退到哪', 'where'], ['咋改', 'how'],
    ['会被扣钱吗', 'how-much'], ['要钱不', 'how-much'], ['will I be charged?', 'how-much'], ['要好久', 'how-long'], ['啥时候能用', 'how-long'], ['带啥', 'what-to-bring'], ['在哪看', 'where'], ['咋办理', 'how'], ['怎么恢复', 'undoing'],
    ['怎么办理', 'how'], ['怎么弄', 'how'], ['how do I do it', 'how'], ['有什么条件', 'on-what-terms'], ['能取消吗', 'undoing'], ['can I cancel it later', 'undoing'],
    ['does it cost anything', 'how-much'], ['do I have to pay for it?', 'how-much'], ['how many days does it take', 'how-long'], ['when do they expire', 'how-long'], ['what do we need?', 'what-to-bring'], ['does he have to come too', 'who'],
    ['how do I turn it on', 'how'], ['can I turn it off later', 'undoing'], ['turn it off', 'undoing'], ['how do i get out of it', 'undoing'], ['will my phone support it', 'with-what'], ['is it automatic', 'by-itself'],
    ['charges?', 'how-much'], ['how much time does it take', 'how-long'], ['till when', 'how-long'], ['what to do', 'how'], ['penalty?', 'penalty'], ['same number?', 'what-is-kept'],
    ['do I get my credit back?', 'what-is-kept'], ['what happens to my points', 'what-is-kept'], ['so do i keep my phone number', 'what-is-kept'],
  ])('is heard in 「%s」', (text, name) => {
    expect(aspectIn(text, /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en')?.name).toBe(name);
  });

  it.each(['流量包多少钱', '宽带多久能装好', '我还有多少钱', '话费多少', '5G套餐收费吗', '账单退到哪', '上个月多少', '套餐怎么改', '怎么退订彩铃', '什么时候出账单', '你是本人吗', '转人工要多久', 'how much data do I have', 'how long is my contract', 'can I cancel my plan', 'how do I top up', 'is roaming free', 'how do I turn on roaming', 'cancel my broadband', 'can I get it', 'charges on my bill', 'what is my number', 'the penalty of my contract', 'do I get a refund for the music pack', 'what happens to my broadband', 'where is my money', 'get my number', 'can my wife use my points'])(
    'is not heard where a thing is named: 「%s」',
    (text) => {
      expect(aspectIn(text, /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en')).toBeNull();
    },
  );

  it('is answered with the sentences that say it, in their order, and with nothing else', () => {
    const said = (text: string) => sayingOf(aspectIn(text, 'zh-CN') ?? never(), CARD, 'zh-CN');
    expect(said('多少钱')).toEqual({ text: '卡坏了可以免费换，号码不变。', passageIds: ['a.0'] });
    expect(said('要多久')).toEqual({ text: '• 机主带身份证到任一营业厅，当场换好。\n• 营业厅：约 10 分钟', passageIds: ['a.0', 'a.1'] });
    expect(said('怎么弄')?.text).toBe('• 营业厅：约 10 分钟\n• 邮寄：App 申请，收到后刷脸激活');
    expect(said('能取消吗')).toBeNull();
  });
});

const CLOSING: readonly Passage[] = [
  { ...passage('', 'There is no fee, and the remaining credit is paid back. Bring your ID card.', 0), locale: 'en' },
  { ...passage('Prices', 'Top up 10 to 500 yuan. Each extra costs 5 yuan a month.', 1), locale: 'en' },
];

describe('what is asked on in English', () => {
  const said = (text: string) => sayingOf(aspectIn(text, 'en') ?? never(), CLOSING, 'en')?.text;

  it('is told of just what was named', () => {
    expect(said('do I get my credit back')).toBe('There is no fee, and the remaining credit is paid back.');
    expect(said('what happens to my points')).toBeUndefined();
    expect(aspectIn('what happens to my points', 'en')?.isOnlyIfSaid).toBe(true);
  });

  it('takes a sum for a price only where something costs it', () => {
    expect(said('is it free')).toBe('• There is no fee, and the remaining credit is paid back.\n• Each extra costs 5 yuan a month.');
  });
});

function never(): never {
  throw new Error('nothing was asked');
}
