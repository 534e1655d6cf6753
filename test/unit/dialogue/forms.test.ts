/** Guarantees of the forms of facts and of the language a reply is in. */
import { describe, expect, it } from '@jest/globals';
import { factsTold, nextQuestion, prefilled, slotsOfButton } from '../../../src/dialogue/forms.js';
import { languageOf } from '../../../src/dialogue/speaking.js';
import type { Decision } from '../../../src/domain/decision.js';
import type { Entity } from '../../../src/domain/reading.js';
import { definition, reading, situation, slot } from './situations.js';

const REFUND = definition('refund_dispute', 'handoff', { slots: [slot('month', 'month'), slot('item', 'text'), slot('amount', 'amount')] });
const WRONG = definition('recharge_wrong_number', 'handoff', { slots: [slot('wrongNumber', 'msisdn'), slot('rightNumber', 'msisdn')] });
const number = (value: string): Entity => ({ kind: 'msisdn', value, start: 0, end: 11, text: value });

describe('a form of facts', () => {
  it('does not ask for what the message already told', () => {
    const told: Entity[] = [
      { kind: 'month', value: '2026-10', start: 0, end: 3, text: '上个月' },
      { kind: 'amount', value: 1500, start: 4, end: 7, text: '15块' },
    ];
    const filled = prefilled(REFUND, { entities: told, text: '' });
    expect(filled).toEqual({ month: '2026-10', amount: '1500' });
    expect(nextQuestion(REFUND, filled)?.name).toBe('item');
  });

  it('gives two numbers to two slots in the order in which they were told', () => {
    expect(prefilled(WRONG, { entities: [number('13900001111'), number('13900001112')], text: '' })).toEqual({ wrongNumber: '13900001111', rightNumber: '13900001112' });
  });

  it('counts a fact nobody knows as told', () => {
    expect(nextQuestion(WRONG, { wrongNumber: '', rightNumber: '' })).toBeNull();
  });

  it('tells the facts as a person reads them', () => {
    expect(factsTold(REFUND, { month: '2026-10', item: '视频会员', amount: '1500' }, { locale: 'zh-CN', unknown: '不清楚', link: '（链接）' })).toBe('2026年10月、视频会员、15.00 元');
    expect(factsTold(REFUND, { month: '', item: 'music', amount: '8 or so' }, { locale: 'en', unknown: 'not known', link: '(a link)' })).toBe('not known, music and 8 or so');
  });

  it.each([
    ['看 http://127.0.0.1:9999/steal?d=1 这个', '看 （链接） 这个'],
    ['![x](http://shop.example/a.png)', '!（链接）'],
    ['去 shop.example/refund 领', '去 （链接） 领'],
    ['www.shop.example', '（链接）'],
    ['127.0.0.1:9999/x', '（链接）'],
    ['<img src=x>视频会员', '（链接）视频会员'],
    ['扣了15.5元', '扣了15.5元'],
    ['会'.repeat(200), `${'会'.repeat(60)}…`],
  ])('reads back neither an address nor markup nor a whole page: %s', (typed, told) => {
    expect(factsTold(REFUND, { item: typed }, { locale: 'zh-CN', unknown: '不清楚', link: '（链接）' })).toBe(told);
  });

  it('takes the slot a button carries, named or not', () => {
    expect(slotsOfButton(REFUND, 'amount=1500')).toEqual({ amount: '1500' });
    expect(slotsOfButton(REFUND, '2026-10')).toEqual({ month: '2026-10' });
    expect(slotsOfButton(REFUND, undefined)).toEqual({});
  });
});

describe('the language of a reply', () => {
  const plain: Decision = { rule: 'knowledge', kind: 'knowledge', query: '' };

  it('is the conversation\'s, until a message clearly is in the other', () => {
    expect(languageOf(situation('how much data is left', { reading: reading({ locale: 'en' }) }), plain)).toBe('en');
    expect(languageOf(situation('我的话费', { locale: 'en' }), plain)).toBe('zh-CN');
  });

  it('does not change for a name, a number, pinyin or a pressed button', () => {
    expect(languageOf(situation('5G', { reading: reading({ locale: 'en' }) }), plain)).toBe('zh-CN');
    expect(languageOf(situation('cha huafei'), plain)).toBe('zh-CN');
    expect(languageOf(situation('13800000001', { locale: 'en' }), plain)).toBe('en');
    expect(languageOf(situation('My balance now', { action: { id: 'intent:balance_query' }, reading: reading({ locale: 'en' }) }), plain)).toBe('zh-CN');
  });
});
