/** Guarantees of what is asked on about an article: only a question without a thing of its own is one, and only the article's own sentences answer it. */
import { describe, expect, it } from '@jest/globals';
import type { Passage } from '../../../src/domain/article.js';
import { aspectsIn, sayingOf } from '../../../src/knowledge/aspects.js';
import { askedIn } from '../../../src/understanding/asked.js';

const aspectIn = (text: string) => aspectsIn(askedIn(text), /\p{Script=Han}/u.test(text) ? 'zh-CN' : 'en')[0];

const passage = (heading: string, text: string, index: number): Passage => ({ id: `a.${index}`, articleId: 'a', locale: 'zh-CN', heading, text }) as Passage;
const CARD = [
  passage('', '卡坏了可以免费换，号码不变。机主带身份证到任一营业厅，当场换好。', 0),
  passage('怎么换', '• 营业厅：约 10 分钟\n• 邮寄：App 申请，收到后刷脸激活', 1),
];

describe('what is asked on about an article', () => {
  it.each([
    ['要多久', 'how-long'], ['那多久能好？', 'how-long'], ['几天能装好', 'how-long'], ['什么时候生效', 'how-long'], ['how long does it take?', 'how-long'],
    ['多少钱', 'how-much'], ['收费吗', 'is-free'], ['要手续费吗', 'how-much'], ['is it free', 'is-free'], ['and how much is it', 'how-much'],
    ['要带什么', 'what-to-bring'], ['需要什么材料', 'what-to-bring'], ['要带身份证吗', 'what-to-bring'], ['what do I need to bring?', 'what-to-bring'],
    ['在哪办', 'where'], ['网上能办吗', 'where'], ['必须去营业厅吗', 'where'], ['can I do it online', 'where'],
    ['本人必须到吗', 'who'], ['能代办吗', 'who'], ['家人可以代办吗', 'who'], ['can my wife do it for me', 'who'],
    ['我媳妇去行不', 'who'], ['网上行不', 'where'], ['一个月多少', 'how-much'], ['多少钱一张', 'how-much'], ['最长多久', 'how-long'], ['会过期不', 'how-long'], ['远程能办不', 'where'], ['退到哪', 'where-money'], ['咋改', 'how'],
    ['会被扣钱吗', 'is-free'], ['要钱不', 'is-free'], ['will I be charged?', 'is-free'], ['要好久', 'how-long'], ['啥时候能用', 'how-long'], ['带啥', 'what-to-bring'], ['在哪看', 'where'], ['咋办理', 'how'], ['怎么恢复', 'undoing'],
    ['怎么办理', 'how'], ['怎么弄', 'how'], ['how do I do it', 'how'], ['有什么条件', 'terms'], ['能取消吗', 'undoing'], ['can I cancel it later', 'undoing'],
    ['does it cost anything', 'is-free'], ['do I have to pay for it?', 'is-free'], ['how many days does it take', 'how-long'], ['when do they expire', 'how-long'], ['what do we need?', 'what-to-bring'], ['does he have to come too', 'who'],
    ['how do I turn it on', 'how'], ['can I turn it off later', 'undoing'], ['turn it off', 'ends-it'], ['how do i get out of it', 'undoing'], ['will my phone support it', 'with-what'], ['is it automatic', 'by-itself'],
    ['charges?', 'is-free'], ['how much time does it take', 'how-long'], ['till when', 'how-long'], ['what to do', 'how'], ['penalty?', 'penalty'], ['same number?', 'same-number'],
    ['do I get my credit back?', 'keeps-credit'], ['what happens to my points', 'keeps-points'], ['so do i keep my phone number', 'keeps-number'],
  ])('is heard in 「%s」', (text, name) => {
    expect(aspectIn(text)?.kinds).toContain(name);
  });

  it.each(['流量包多少钱', '宽带多久能装好', '我还有多少钱', '话费多少', '5G套餐收费吗', '账单退到哪', '上个月多少', '套餐怎么改', '怎么退订彩铃', '什么时候出账单', '你是本人吗', '转人工要多久', 'how much data do I have', 'how long is my contract', 'can I cancel my plan', 'how do I top up', 'is roaming free', 'how do I turn on roaming', 'cancel my broadband', 'can I get it', 'charges on my bill', 'what is my number', 'the penalty of my contract', 'do I get a refund for the music pack', 'what happens to my broadband', 'where is my money', 'get my number', 'can my wife use my points'])(
    'is not heard where a thing is named: 「%s」',
    (text) => {
      expect(aspectIn(text)).toBeUndefined();
    },
  );

  it('is answered with the sentences that say it, in their order, and with nothing else', () => {
    const said = (text: string) => sayingOf(aspectIn(text) ?? never(), CARD, 'zh-CN');
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
  const said = (text: string) => sayingOf(aspectIn(text) ?? never(), CLOSING, 'en')?.text;

  it('is told of just what was named', () => {
    expect(said('do I get my credit back')).toBe('There is no fee, and the remaining credit is paid back.');
    expect(said('what happens to my points')).toBeUndefined();
    expect(aspectIn('what happens to my points')?.isOnlyIfSaid).toBe(true);
  });

  it('takes a sum for a price only where something costs it', () => {
    expect(said('is it free')).toBe('• There is no fee, and the remaining credit is paid back.\n• Each extra costs 5 yuan a month.');
  });
});

function never(): never {
  throw new Error('nothing was asked');
}
