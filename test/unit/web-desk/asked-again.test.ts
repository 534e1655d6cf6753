/** A draft that asks for what is known already is noticed, and one that does not is left in peace. */
import { describe, expect, it } from '@jest/globals';
import { conversationWords } from '../../../src/wording/conversation/words.js';
import type { WireBrief } from '../../../src/protocol/desk.js';
import { askedAgain } from '../../../src/web/desk/thread/asked-again.js';
import type { Knowledge } from '../../../src/web/desk/thread/asked-again.js';

const brief: WireBrief = {
  who: { msisdn: '138****0004', name: '赵*', tier: 'silver', isElder: false },
  verified: true,
  reason: '主动要求人工',
  mood: 'unhappy',
  moods: [],
  summary: '上个月账单多了 45 元 / 宽带连不上，我重启过光猫了',
  tried: [{ intent: 'bill-why', label: '话费为什么多了', outcome: '已回答', at: 1 }],
  account: [
    { name: '当前套餐', value: '5G 畅享 99' },
    { name: '话费余额', value: '¥32.10' },
    { name: '剩余国内流量', value: '3.20 GB' },
    { name: '归属地', value: '上海' },
    { name: '合约到期', value: '2027-03-01' },
  ],
  earlier: [],
};
const known: Knowledge = { brief, said: ['上个月账单多了 45 元', '昨天开始宽带连不上', '我重启过光猫了'] };
const { plan, balance, dataLeft, city, contract } = conversationWords('en').brief.fields;
const ENGLISH = [plan, balance, dataLeft, city, contract];
const knownInEnglish: Knowledge = {
  brief: { ...brief, account: brief.account.map((row, index) => ({ ...row, name: ENGLISH[index] ?? row.name })) },
  said: ['My October bill was 45 yuan too high', 'Broadband is down since yesterday', 'I already restarted the modem'],
};
const idsIn = (draft: string, held: Knowledge = known): string[] => askedAgain(draft, held).map(({ id }) => id);

describe('a draft that asks again', () => {
  it.each([
    ['请提供一下您的手机号码', 'number'],
    ['您好，请问您是哪个号码出的问题？', 'number'],
    ['请问您怎么称呼？', 'name'],
    ['麻烦先核实一下您的身份', 'identity'],
    ['请问您是机主本人吗？', 'identity'],
    ['您现在用的是哪个套餐？', 'plan'],
    ['您的话费余额是多少？', 'balance'],
    ['您还剩多少流量呢？', 'dataLeft'],
    ['请问号码归属地是哪里？', 'city'],
    ['您的合约什么时候到期？', 'contract'],
    ['您好，请问遇到了什么问题？', 'matter'],
    ['您之前有没有试过自助查询？', 'tried'],
    ['请您先重启一下光猫', 'restart'],
    ['请问是几月的账单？', 'month'],
    ['请问多扣了多少钱？', 'amount'],
    ['从什么时候开始连不上的？', 'since'],
  ])('is noticed in Chinese: %s', (draft, id) => {
    expect(idsIn(draft)).toContain(id);
  });

  it.each([
    ['Could you give me your phone number?', 'number'],
    ['May I have your full name, please?', 'name'],
    ['Please verify your identity first.', 'identity'],
    ['Which plan are you on?', 'plan'],
    ['What is your balance right now?', 'balance'],
    ['Which city are you in?', 'city'],
    ['What seems to be the problem?', 'matter'],
    ['Have you tried anything so far?', 'tried'],
    ['Please restart the modem.', 'restart'],
    ['Which month is it about?', 'month'],
    ['How much too high was it?', 'amount'],
    ['Since when is it down?', 'since'],
  ])('is noticed in English: %s', (draft, id) => {
    expect(idsIn(draft, knownInEnglish)).toContain(id);
  });

  it('is told what is known, in the subscriber’s own figures', () => {
    expect(askedAgain('请问是哪个月？多了多少钱？', known)).toEqual([
      { id: 'month', value: '上个月' },
      { id: 'amount', value: '45 元' },
    ]);
    expect(askedAgain('Which month, and how much?', knownInEnglish)).toEqual([
      { id: 'month', value: 'October' },
      { id: 'amount', value: '45 yuan' },
    ]);
    expect(askedAgain('请提供手机号码', known)).toEqual([{ id: 'number', value: '138****0004' }]);
  });
});

describe('a draft that does not', () => {
  it.each([
    '您的话费余额是 32.10 元。',
    '已经为 138****0004 办好了',
    '请问工单号是多少？',
    '请提供一下银行卡号',
    '您想换哪个套餐？',
    '这个月的账单已经核对过了',
    '好的，马上为您处理。',
    'Your balance is 32.10 yuan.',
    'What is the order number?',
    'Which plan would you like to switch to?',
    'I have reset your line, it is fine now.',
  ])('is left in peace: %s', (draft) => {
    expect(idsIn(draft)).toEqual([]);
    expect(idsIn(draft, knownInEnglish)).toEqual([]);
  });

  it('may ask for whatever nobody has said yet', () => {
    const visitor: Knowledge = { brief: { ...brief, who: { ...brief.who, msisdn: null, name: null }, verified: false, summary: '', tried: [], account: [] }, said: [] };
    for (const draft of ['请提供您的手机号码', '请问是哪个月的账单？多扣了多少钱？', '请先重启一下光猫', '请问遇到了什么问题？', '您之前有没有试过？', '您用的是什么套餐？']) expect(idsIn(draft, visitor)).toEqual([]);
  });
});
