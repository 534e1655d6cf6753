/** What is told of each of the cast is true of the account, on any day and under any seed. */
import { describe, expect, it } from '@jest/globals';
import { createDemoOperator, type DemoOperator } from '../../../src/adapters/operator/demo-operator.js';
import type { Bill } from '../../../src/domain/account.js';
import { addMonths, lastDay, monthOf } from '../../../src/domain/calendar.js';
import type { Msisdn } from '../../../src/domain/ids.js';
import { DAYS, SEEDS, at, standingClock } from './days.js';

interface Scene extends Pick<DemoOperator, 'network'> {
  readonly system: DemoOperator['businessSystem'];
  readonly msisdn: Msisdn;
  readonly day: string;
}

async function always(last: number, check: (scene: Scene) => Promise<void>): Promise<void> {
  for (const seed of SEEDS) {
    for (const day of DAYS) {
      const { businessSystem, network } = createDemoOperator({ clock: standingClock(at(day)), seed });
      await check({ system: businessSystem, network, day, msisdn: String(13_800_000_000 + last) as Msisdn });
    }
  }
}

async function lastTwo({ system, msisdn }: Scene): Promise<[Bill, Bill]> {
  const [last, before] = await system.bills(msisdn, 2);
  if (last === undefined || before === undefined) throw new Error('two bills expected');
  return [last, before];
}

const kinds = (bill: Bill): readonly string[] => bill.items.map(({ kind }) => kind);

describe('the stories of the cast', () => {
  it('1: steady, within a tenth from month to month', () =>
    always(1, async ({ system, msisdn }) => {
      const totals = (await system.bills(msisdn, 6)).map(({ totalFen }) => totalFen);
      expect(Math.max(...totals)).toBeLessThan(Math.min(...totals) * 1.1);
    }));

  it('2: owes a bill past due, and outgoing calls are suspended', () =>
    always(2, async ({ system, msisdn }) => {
      expect((await system.balance(msisdn)).owedFen).toBeGreaterThan(0);
      expect((await system.profile(msisdn)).status).toBe('outgoing-suspended');
    }));

  it('3: has less than a tenth of the data left, but some', () =>
    always(3, async ({ system, msisdn }) => {
      const bucket = (await system.usage(msisdn)).buckets.find(({ id }) => id === 'plan-data');
      expect(bucket?.used).toBeGreaterThanOrEqual((bucket?.total ?? 0) * 0.9);
      expect(bucket?.used).toBeLessThan(bucket?.total ?? 0);
    }));

  it('4: last month doubled by roaming without a pack', () =>
    always(4, async (scene) => {
      const [last, before] = await lastTwo(scene);
      expect(last.totalFen).toBeGreaterThan(before.totalFen * 1.8);
      expect(last.items.find(({ kind }) => kind === 'roaming')?.code).toBe('roaming-data');
    }));

  it('5: last month went beyond the plan in data and in calls', () =>
    always(5, async (scene) => {
      const [last, before] = await lastTwo(scene);
      expect(kinds(last)).toEqual(expect.arrayContaining(['overage-data', 'overage-voice']));
      expect(last.totalFen).toBeGreaterThan(before.totalFen * 1.5);
    }));

  it('6, 7 and 13: an elder, a business and a student, each on the plan made for them', () =>
    always(6, async ({ system }) => {
      expect((await system.profile('13800000006' as Msisdn)).isElder).toBe(true);
      expect((await system.planHolding('13800000006' as Msisdn)).plan.audience).toBe('senior');
      expect((await system.profile('13800000007' as Msisdn)).tier).toBe('business');
      expect((await system.planHolding('13800000013' as Msisdn)).plan.audience).toBe('student');
    }));

  it('7: a complaint is in progress and not yet due', () =>
    always(7, async ({ network, msisdn, day }) => {
      const [ticket] = await network.tickets(msisdn);
      expect(ticket).toMatchObject({ kind: 'complaint', state: 'in-progress' });
      expect(ticket?.dueAt).toBeGreaterThan(at(day));
    }));

  it('8: the contract ends on the last day of next month', () =>
    always(8, async ({ system, msisdn, day }) => {
      expect((await system.profile(msisdn)).contract?.to).toBe(lastDay(addMonths(monthOf(day), 1)));
    }));

  it('9: one extra stands twice on the last bill, and once on the one before', () =>
    always(9, async (scene) => {
      const [last, before] = await lastTwo(scene);
      expect(last.items.filter(({ code }) => code === 'video-vip')).toHaveLength(2);
      expect(before.items.filter(({ code }) => code === 'video-vip')).toHaveLength(1);
    }));

  it('10: the home line has lost its signal; the other home line is fine', () =>
    always(10, async ({ network, msisdn }) => {
      expect(await network.checkLine(msisdn)).toMatchObject({ fault: 'loss-of-signal', isModemOnline: false });
      expect(await network.checkLine('13800000020' as Msisdn)).toMatchObject({ fault: 'none', isModemOnline: true });
      expect(await network.checkLine('13800000001' as Msisdn)).toBeNull();
    }));

  it("11: yesterday's payment is pending and not in the balance", () =>
    always(11, async ({ system, msisdn, day }) => {
      const [payment] = (await system.payments(msisdn, 1)).list;
      expect(payment?.state).toBe('pending');
      expect(at(day) - (payment?.at ?? 0)).toBeLessThan(36 * 3_600_000);
    }));

  it('12: the data is gone and the line slowed down, without a charge beyond the plan', () =>
    always(12, async ({ system, msisdn }) => {
      expect((await system.usage(msisdn)).isThrottled).toBe(true);
      for (const bill of await system.bills(msisdn, 6)) expect(kinds(bill)).not.toContain('overage-data');
    }));

  it('13: a free trial became a charge on the last bill', () =>
    always(13, async (scene) => {
      const [last, before] = await lastTwo(scene);
      expect(last.items.map(({ code }) => code)).toContain('game-boost');
      expect(before.items.map(({ code }) => code)).not.toContain('game-boost');
    }));

  it('14: holds seven extras', () =>
    always(14, async ({ system, msisdn }) => {
      expect((await system.subscriptions(msisdn)).list).toHaveLength(7);
    }));

  it('15: a withdrawn plan, beyond its data in every month', () =>
    always(15, async ({ system, msisdn }) => {
      expect((await system.planHolding(msisdn)).plan).toMatchObject({ withdrawnOn: '2025-06-30', successorId: 'smooth-59' });
      for (const bill of await system.bills(msisdn, 6)) expect(kinds(bill)).toContain('overage-data');
    }));

  it('16: points lapse this year, and a discount is gone from the last bill', () =>
    always(16, async (scene) => {
      const [last, before] = await lastTwo(scene);
      expect((await scene.system.points(scene.msisdn)).expiring?.points).toBeGreaterThanOrEqual(1_200);
      expect(kinds(last)).not.toContain('discount');
      expect(kinds(before)).toContain('discount');
    }));

  it('17: ported in last month, with one bill, where a mast is down', () =>
    always(17, async ({ system, network, msisdn, day }) => {
      const { activatedOn, region } = await system.profile(msisdn);
      expect(monthOf(activatedOn)).toBe(addMonths(monthOf(day), -1));
      expect(await system.bills(msisdn, 6)).toHaveLength(1);
      expect(await network.outages(region)).toHaveLength(1);
      expect(await network.outages('杭州-西湖')).toHaveLength(0);
    }));

  it('18: the number is paused and costs only its keeping', () =>
    always(18, async (scene) => {
      const [last] = await lastTwo(scene);
      expect((await scene.system.profile(scene.msisdn)).status).toBe('paused');
      expect(last.items).toMatchObject([{ code: 'pause', amountFen: 500 }]);
    }));

  it('19: a gold member with a roaming pass in use', () =>
    always(19, async ({ system, msisdn }) => {
      expect((await system.profile(msisdn)).tier).toBe('gold');
      expect((await system.usage(msisdn)).buckets.filter(({ scope }) => scope === 'roaming')).toHaveLength(1);
    }));

  it('20: two extra SIMs on every bill', () =>
    always(20, async ({ system, msisdn }) => {
      for (const bill of await system.bills(msisdn, 6)) expect(bill.items.find(({ code }) => code === 'sub-card')).toMatchObject({ quantity: { amount: 2 }, amountFen: 2_000 });
    }));
});
