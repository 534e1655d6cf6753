/** Guarantees of picking in words: what says which one is heard in both languages, and what says more than that is not. */
import { describe, expect, it } from '@jest/globals';
import { pickedIn, pickIn } from '../../../src/dialogue/picks.js';
import type { Choice } from '../../../src/domain/dialogue-memory.js';
import { memory } from './situations.js';

const place = (nth: number, from: 'first' | 'middle' | 'last' = 'first') => ({ from, nth });

describe('which one', () => {
  it.each([
    ['第二个', place(2)], ['就要第三款', place(3)], ['第2个吧', place(2)], ['2', place(2)], ['选二', place(2)], ['最后一个', place(1, 'last')], ['倒数第二个', place(2, 'last')],
    ['option two', place(2)], ['number 2 please', place(2)], ["I'd go with the last", place(1, 'last')], ['the one with the most data', 'largest'],
    ['the second one, please', place(2)], ['number 3', place(3)], ["I'll take the last one", place(1, 'last')], ['switch me to the 2nd plan', place(2)],
    ['最便宜的', 'cheapest'], ['换最省钱的那个套餐', 'cheapest'], ['最贵的', 'dearest'], ['流量最多的', 'largest'], ['最小的那个', 'smallest'],
    ['中间那个', place(1, 'middle')], ['the middle one please', place(1, 'middle')], ['第二便宜的', { extreme: 'cheapest', nth: 2 }], ['退掉第二贵的', { extreme: 'dearest', nth: 2 }],
    ['the second cheapest', { extreme: 'cheapest', nth: 2 }], ['give me the third largest pack', { extreme: 'largest', nth: 3 }], ['the cheapest', 'cheapest'], ['the most expensive of them', 'dearest'], ['give me the biggest pack', 'largest'], ['就它吧', 'this'],
  ])('「%s」 is heard', (text, which) => {
    expect(pickIn(text)?.which).toEqual(which);
  });

  it.each(['第二个多少钱', '第二个怎么样？', '第二个月', '不要退第二个', '最便宜的套餐是哪个', '最贵的套餐多少钱', '第一次充值', '第二天能用吗', 'what is the cheapest plan?', 'the second month', 'is the first one good', '我要最便宜的套餐和最贵的', '二维码', '10086'])('「%s」 says more, or something else', (text) => {
    expect(pickIn(text)).toBeNull();
  });

  it.each([['把第一个退了', 'ends'], ['第二个不要了', 'ends'], ['cancel the first one', 'ends'], ['turn the last one off', null], ['换第二个', 'takes'], ['buy the second one', 'takes'], ['第一个', null]])('「%s」 orders: %s', (text, order) => {
    expect(pickIn(text)?.order ?? null).toBe(order);
  });
});

const choice = (intent: string, value: string, priceFen: number, dataMb = 0): Choice => ({ intent, value, priceFen, dataMb });
const PLANS = [choice('plan_change', 'plan=a', 3900, 20), choice('plan_change', 'plan=b', 1900, 5), choice('plan_change', 'plan=c', 9900, 80)];
const EXTRAS = [choice('vas_cancel', 'product=x', 500), choice('vas_cancel', 'product=y', 1500)];

describe('of a list', () => {
  const asking = memory({ form: { kind: 'slots', intent: 'plan_change', asking: 'plan', filled: {}, choices: PLANS }, choices: EXTRAS });

  it('the one at that place is meant, the cheapest by its price, the largest by its size', () => {
    const told = memory({ choices: PLANS });
    const picked = ['第三个', '最便宜的', '流量最多的', '最后一个', '第四个'].map((text) => pickedIn(told, text)?.value);
    expect(picked).toEqual(['plan=c', 'plan=b', 'plan=c', 'plan=c', undefined]);
    expect(['第二便宜的', '中间那个', 'the second most expensive', 'the middle one'].map((text) => pickedIn(told, text)?.value)).toEqual(['plan=a', 'plan=b', 'plan=a', 'plan=b']);
    expect(pickedIn(memory({ choices: PLANS.slice(0, 2) }), '中间那个')).toBeNull();
  });

  it('what is to be ended is looked for among what one has, what is taken where the question is open', () => {
    expect(pickedIn(asking, '把第二个退了')).toEqual({ id: 'intent:vas_cancel', value: 'product=y' });
    expect(pickedIn(asking, '第二个')).toEqual({ id: 'intent:plan_change', value: 'plan=b' });
  });

  it('of several to be ended at once the question is which', () => {
    expect(['第一个和第二个都退了', 'cancel the first and the second'].map((text) => pickedIn(memory({ choices: EXTRAS }), text))).toEqual([{ id: 'intent:vas_cancel', value: 'product=x,y' }, { id: 'intent:vas_cancel', value: 'product=x,y' }]);
    expect(pickedIn(memory({ choices: EXTRAS }), '第一个和第九个都退了')).toEqual({ id: 'intent:vas_cancel' });
    expect(pickedIn(memory({ choices: EXTRAS }), '第一个和第二个有什么区别')).toBeNull();
  });

  it('of what one has nothing is ended that was only named, and of plans none', () => {
    expect(pickedIn(memory({ choices: EXTRAS }), '第一个')).toEqual({ id: 'intent:vas_query', value: `which=${(EXTRAS[0]?.value ?? '').replace('product=', '')}` });
    expect(pickedIn(memory({ choices: PLANS }), '把第一个退了')).toBeNull();
    expect(pickedIn(memory({ choices: PLANS }), '最便宜的流量包')).toBeNull();
  });
});

describe('with no list', () => {
  it('only an order for the extreme of a kind names one', () => {
    expect(pickedIn(memory(), '我要最便宜的套餐')).toEqual({ id: 'intent:plan_change', value: 'plan=cheapest' });
    expect(pickedIn(memory(), 'buy the biggest data pack')).toEqual({ id: 'intent:data_pack_buy', value: 'product=largest' });
    expect(pickedIn(memory(), '把最贵的业务退掉')).toEqual({ id: 'intent:vas_cancel', value: 'product=dearest' });
    expect(['取消第一个', 'cancel the second one', '把中间那个退了'].map((text) => pickedIn(memory(), text))).toEqual([{ id: 'intent:vas_cancel' }, { id: 'intent:vas_cancel' }, { id: 'intent:vas_cancel' }]);
    expect(['取消第一个套餐', '换第一个'].map((text) => pickedIn(memory(), text))).toEqual([null, null]);
    expect(['最便宜的套餐', '第二个', '最便宜的', '退掉最便宜的套餐'].map((text) => pickedIn(memory(), text))).toEqual([null, null, null, null]);
  });

  it('「下一个」 and 「后一个」 after a bill say which bill, and press no button of it', () => {
    const bill = memory({ topic: { intent: 'bill_query', slots: { month: '2026-10' }, at: 0 }, offered: [{ id: 'intent:bill_explain', label: '为什么变多了' }, { id: 'intent:refund_dispute', label: '申请退费' }] });
    expect(['下一个', '上一个', '前一个', '后一个', '上一期', 'next', 'the previous one'].map((text) => pickedIn(bill, text))).toEqual(Array(7).fill(null));
    expect(pickedIn(bill, '第二个')).toEqual({ id: 'intent:refund_dispute' });
    expect(pickedIn(memory({ offered: bill.offered ?? [] }), '下一个')).toBeNull();
  });

  it('a button of the last reply is pressed by its number', () => {
    const offered = [{ id: 'article:a', label: '甲' }, { id: 'intent:x', label: '乙', value: 'k=v' }];
    expect(pickedIn(memory({ offered }), '2')).toEqual({ id: 'intent:x', value: 'k=v' });
    expect(pickedIn(memory({ offered }), '第一个')).toEqual({ id: 'article:a' });
  });
});
