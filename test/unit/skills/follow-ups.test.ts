/** Which month is meant, and what is said where there is no bill. */
import { describe, expect, it } from '@jest/globals';
import type { Entity } from '../../../src/domain/reading.js';
import { cardOf, messageOf, sceneOn, slotsOf } from './scene.js';

const month = (value: string): Entity => ({ kind: 'month', value, start: 0, end: 0, text: '' });

describe('the month of a bill', () => {
  it('is the last one issued when none is named', async () => {
    expect(cardOf(await sceneOn('2026-11-22').ask('bill-query', 1), 'bill').month).toBe('2026-10');
    expect(cardOf(await sceneOn('2027-01-01').ask('bill-query', 1), 'bill').month).toBe('2026-12');
  });

  it.each(['那再上个月呢', '再上個月', '再往前呢', '前一个月的', 'and the month before that?', 'the one before', 'earlier month please'])(
    'goes back one month at 「%s」, over the turn of the year',
    async (text) => {
      const scene = sceneOn('2027-02-03');
      let slots: Readonly<Record<string, string>> = {};
      const seen: string[] = [];
      for (let turn = 0; turn < 4; turn += 1) {
        const answer = await scene.ask('bill-query', 1, { slots, text: turn === 0 ? '账单' : text });
        slots = slotsOf(answer);
        seen.push(cardOf(answer, 'bill').month);
      }
      expect(seen).toEqual(['2027-01', '2026-12', '2026-11', '2026-10']);
    },
  );

  it('goes by 「再上个月」 even where the reader found 「上个月」 in it', async () => {
    const answer = await sceneOn('2026-11-22').ask('bill-query', 1, { text: '那再上个月呢', entities: [month('2026-10')], slots: { month: '2026-10' } });
    expect(cardOf(answer, 'bill').month).toBe('2026-09');
  });

  it('goes forward again', async () => {
    const answer = await sceneOn('2026-11-22').ask('bill-query', 1, { text: '后一个月呢', slots: { month: '2026-07' } });
    expect(cardOf(answer, 'bill').month).toBe('2026-08');
  });

  it('is the one named, before the one talked about', async () => {
    const answer = await sceneOn('2026-11-22').ask('bill-query', 1, { text: '八月的', entities: [month('2026-08')], slots: { month: '2026-10' } });
    expect(cardOf(answer, 'bill').month).toBe('2026-08');
  });

  it('takes the month before last as named, not as relative', async () => {
    const answer = await sceneOn('2026-11-22').ask('bill-query', 1, { text: 'the month before last', entities: [month('2026-09')], slots: { month: '2026-10' } });
    expect(cardOf(answer, 'bill').month).toBe('2026-09');
  });

  it('stays with 「为什么多了」', async () => {
    const scene = sceneOn('2026-11-22');
    const asked = await scene.ask('bill-query', 4, { text: '账单', entities: [month('2026-08')] });
    const why = await scene.ask('bill-explain', 4, { text: '为什么多了', slots: slotsOf(asked) });
    expect(cardOf(why, 'bill-change')).toMatchObject({ month: '2026-08', previousMonth: '2026-07' });
  });

  it('that runs has no bill yet: says when, and gives the latest', async () => {
    const message = messageOf(await sceneOn('2026-12-05').ask('bill-query', 1, { entities: [month('2026-12')] }));
    expect(message.text).toContain('2027年1月1日');
    expect(message.text).toContain('2026年11月');
    expect(message.buttons?.map(({ value }) => value)).toEqual(['month=2026-11', 'month=2026-10', 'month=2026-09']);
  });

  it('that runs is explained by the last bill', async () => {
    const answer = await sceneOn('2026-11-22').ask('bill-explain', 5, { text: '这个月怎么这么贵', entities: [month('2026-11')] });
    expect(cardOf(answer, 'bill-change').month).toBe('2026-10');
  });

  it('older than six months is not made up: says what exists', async () => {
    const message = messageOf(await sceneOn('2026-11-22').ask('bill-query', 1, { locale: 'en', entities: [month('2026-01')] }));
    expect(message.card).toBeUndefined();
    expect(message.text).toContain('May 2026 to October 2026');
  });

  it('does not run away from what exists', async () => {
    const scene = sceneOn('2026-11-22');
    const beyond = await scene.ask('bill-query', 1, { text: '再上个月', slots: { month: '2026-05' } });
    const again = await scene.ask('bill-query', 1, { text: '后一个月', slots: slotsOf(beyond) });
    expect(cardOf(again, 'bill').month).toBe('2026-06');
  });

  it('without one before it is not compared', async () => {
    const message = messageOf(await sceneOn('2026-11-22').ask('bill-explain', 17));
    expect(message.card).toBeUndefined();
    expect(message.text).toContain('没有账单可比');
  });

  it.each(['2026-13x', '__proto__', '', '2026-1'])('is not taken from a broken slot %j', async (broken) => {
    expect(cardOf(await sceneOn('2026-11-22').ask('bill-query', 1, { slots: { month: broken } }), 'bill').month).toBe('2026-10');
  });
});

describe('why a bill changed', () => {
  it.each([
    [4, 'zh-CN', '没订漫游包'],
    [5, 'zh-CN', '超出套餐'],
    [9, 'zh-CN', '扣了 2 次'],
    [13, 'zh-CN', '免费试用期结束'],
    [16, 'zh-CN', '优惠期结束'],
    [18, 'zh-CN', '停机保号期间不收套餐月费'],
    [4, 'en', 'without a roaming pack'],
    [9, 'en', 'charged 2 times'],
    [13, 'en', 'the free trial has ended'],
    [16, 'en', 'the discount has ended'],
  ] as const)('number %d in %s: %s', async (last, locale, reason) => {
    expect(messageOf(await sceneOn('2026-11-22').ask('bill-explain', last, { locale })).text).toContain(reason);
  });

  it('offers a refund for a double charge and a cheaper plan for overage', async () => {
    const scene = sceneOn('2026-11-22');
    const ids = async (last: number): Promise<readonly (string | undefined)[]> => (messageOf(await scene.ask('bill-explain', last)).buttons ?? []).map(({ id }) => id);
    expect(await ids(9)).toContain('intent:refund_dispute');
    expect(await ids(5)).toContain('intent:plan_recommend');
  });
});
