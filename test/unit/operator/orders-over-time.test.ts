/** What was ordered in one month is there in the next: on the bill, in the plan, gone from the extras; and the demo inbox. */
import { describe, expect, it } from '@jest/globals';
import { createDemoOperator } from '../../../src/adapters/operator/demo-operator.js';
import { createMemoryOrderBook } from '../../../src/adapters/operator/memory-order-book.js';
import { isRefusal } from '../../../src/domain/errors.js';
import type { Msisdn } from '../../../src/domain/ids.js';
import { sumFen } from '../../../src/domain/money.js';
import type { PreparedChange } from '../../../src/domain/account.js';
import { at, standingClock } from './days.js';

const ZHU = '13800000014' as Msisdn;

async function order(operator: ReturnType<typeof createDemoOperator>, kind: PreparedChange['kind'], target: string): Promise<void> {
  const change = await operator.orders.prepare(ZHU, kind, target);
  if (isRefusal(change)) throw new Error(change.detail);
  await operator.orders.commit(ZHU, change, `${kind}-${target}`);
}

describe('orders over time', () => {
  it('are on the bill, in force or gone a month later, even for an operator that was started again', async () => {
    const orderBook = createMemoryOrderBook();
    const november = createDemoOperator({ clock: standingClock(at('2026-11-22')), orderBook });
    await order(november, 'pack', 'pack-20g');
    await order(november, 'plan', '5g-129');
    await order(november, 'extra-off', 'music');
    const { businessSystem } = createDemoOperator({ clock: standingClock(at('2026-12-09')), orderBook });
    const [bill] = await businessSystem.bills(ZHU, 1);
    expect(bill?.month).toBe('2026-11');
    expect(bill?.items.map(({ code }) => code)).toEqual(expect.arrayContaining(['5g-99', 'pack-20g', 'music']));
    expect(sumFen(bill?.items.map(({ amountFen }) => amountFen) ?? [])).toBe(bill?.totalFen);
    expect(await businessSystem.planHolding(ZHU)).toMatchObject({ plan: { id: '5g-129' }, since: '2026-12-01', next: null });
    expect((await businessSystem.subscriptions(ZHU)).list.map(({ productId }) => productId)).not.toContain('music');
    expect((await businessSystem.usage(ZHU)).buckets.filter(({ source }) => source === 'pack')).toEqual([]);
  });

  it('keep a day pack for the day only', async () => {
    const orderBook = createMemoryOrderBook();
    const packsOn = async (day: string): Promise<number> => {
      const { businessSystem } = createDemoOperator({ clock: standingClock(at(day)), orderBook });
      return (await businessSystem.usage(ZHU)).buckets.filter(({ source }) => source === 'pack').length;
    };
    await order(createDemoOperator({ clock: standingClock(at('2026-11-22')), orderBook }), 'pack', 'pack-day-1g');
    expect([await packsOn('2026-11-22'), await packsOn('2026-11-23')]).toEqual([1, 0]);
  });

  it('are kept once under their key, the first as it was', async () => {
    const book = createMemoryOrderBook();
    const record = { key: 'k', id: 'D1', msisdn: ZHU, at: 1, kind: 'pack', targetId: 'pack-5g', effectiveOn: '2026-11-22' } as const;
    expect(await book.put(record)).toEqual(record);
    expect(await book.put({ ...record, id: 'D2' })).toEqual(record);
    expect(await book.of(ZHU)).toEqual([record]);
    expect(await book.of('13800000001' as Msisdn)).toEqual([]);
  });
});

describe('the demo inbox', () => {
  it('shows the last code sent to each number and when, and no message without a code', async () => {
    const now = at('2026-11-22');
    const { textMessages, inbox } = createDemoOperator({ clock: standingClock(now) });
    expect(inbox(ZHU)).toBeNull();
    await textMessages.send(ZHU, 'hello', null);
    expect(inbox(ZHU)).toBeNull();
    await textMessages.send(ZHU, 'your code is 111111', '111111');
    await textMessages.send(ZHU, 'your code is 222222', '222222');
    expect(inbox(ZHU)).toEqual({ code: '222222', sentAt: now });
    expect(inbox('13800000001')).toBeNull();
  });
});
