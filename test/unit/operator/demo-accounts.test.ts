/** The figures of the demo accounts hang together, whoever, whenever and however drawn. */
import { describe, expect, it } from '@jest/globals';
import { PRICES, findPlan, findProduct } from '../../../src/adapters/operator/catalogue.js';
import { createDemoOperator, type DemoOperator } from '../../../src/adapters/operator/demo-operator.js';
import type { Bill, BilledUsage } from '../../../src/domain/account.js';
import { addDays, addMonths, dayOf, daysBetween, firstDay, monthOf } from '../../../src/domain/calendar.js';
import type { Msisdn } from '../../../src/domain/ids.js';
import { sumFen } from '../../../src/domain/money.js';
import { DAYS, SEEDS, at, standingClock } from './days.js';

interface Visit {
  readonly operator: DemoOperator;
  readonly msisdn: Msisdn;
  readonly day: string;
  readonly where: string;
}

const visits: readonly Visit[] = SEEDS.flatMap((seed) =>
  DAYS.flatMap((day) => {
    const operator = createDemoOperator({ clock: standingClock(at(day)), seed });
    return operator.cast.map(({ msisdn }) => ({ operator, msisdn: msisdn as Msisdn, day, where: `${msisdn} on ${day} under ${seed}` }));
  }),
);

async function everywhere(check: (visit: Visit) => Promise<void>): Promise<void> {
  for (const visit of visits) {
    try {
      await check(visit);
    } catch (problem) {
      throw new Error(`${visit.where}: ${String(problem)}`, { cause: problem });
    }
  }
}

function usedIn({ usage }: Bill): BilledUsage {
  if (usage === null) throw new Error('the demo knows what was used');
  return usage;
}

const sumOf = (bill: Bill, kind: string): number => sumFen(bill.items.filter((item) => item.kind === kind).map((item) => item.amountFen));
const planOf = (bill: Bill) => findPlan(bill.items.find((item) => item.kind === 'plan')?.code ?? '');

describe('demo accounts', () => {
  it('has twenty numbers, each with a story in both languages', () => {
    const { cast } = createDemoOperator({ clock: standingClock(at('2026-11-22')) });
    expect(cast.map(({ msisdn }) => msisdn)).toEqual(Array.from({ length: 20 }, (_, index) => String(13_800_000_001 + index)));
    for (const { story } of cast) {
      expect(story['zh-CN']).toMatch(/\p{Script=Han}/u);
      expect(story.en).not.toMatch(/\p{Script=Han}/u);
    }
  });

  it('sums the items of every bill to its total, to the fen', () =>
    everywhere(async ({ operator, msisdn }) => {
      for (const bill of await operator.businessSystem.bills(msisdn, 6)) {
        expect(sumFen(bill.items.map((item) => item.amountFen))).toBe(bill.totalFen);
        expect(bill.totalFen).toBeGreaterThan(0);
        expect(bill.paidFen).toBeLessThanOrEqual(bill.totalFen);
        expect([bill.totalFen, bill.paidFen].every(Number.isSafeInteger)).toBe(true);
      }
    }));

  it('charges the catalogue price for every plan, extra and pack', () =>
    everywhere(async ({ operator, msisdn }) => {
      for (const bill of await operator.businessSystem.bills(msisdn, 6)) {
        for (const item of bill.items) {
          if (item.kind === 'plan') expect(item.amountFen).toBe(findPlan(item.code)?.monthlyFen);
          if (item.kind === 'extra' || item.kind === 'pack') expect(item.amountFen).toBe(findProduct(item.code)?.priceFen);
        }
      }
    }));

  it('explains every charge beyond the plan by what was used', () =>
    everywhere(async ({ operator, msisdn }) => {
      for (const bill of await operator.businessSystem.bills(msisdn, 6)) {
        const plan = planOf(bill);
        if (plan === undefined) continue;
        const packs = bill.items.filter((item) => item.kind === 'pack').reduce((mb, item) => mb + (findProduct(item.code)?.dataMb ?? 0), 0);
        const gb = Math.ceil(Math.max(0, usedIn(bill).dataMb - plan.dataMb - packs) / 1024);
        expect(sumOf(bill, 'overage-data')).toBe(gb * PRICES.dataGbFen);
        expect(sumOf(bill, 'overage-voice')).toBe(Math.max(0, usedIn(bill).voiceMinutes - plan.voiceMinutes) * PRICES.voiceMinuteFen);
        expect(sumOf(bill, 'overage-sms')).toBe(Math.max(0, usedIn(bill).smsCount - plan.smsCount) * PRICES.smsFen);
      }
    }));

  it('explains every roaming charge by days of a pass or by MB', () =>
    everywhere(async ({ operator, msisdn }) => {
      for (const bill of await operator.businessSystem.bills(msisdn, 6)) {
        for (const item of bill.items.filter(({ kind }) => kind === 'roaming')) {
          const pass = findProduct(item.code);
          const isPass = pass !== undefined;
          expect(item.quantity?.amount).toBe(isPass ? usedIn(bill).roamingDays : usedIn(bill).roamingMb);
          expect(item.amountFen).toBe((item.quantity?.amount ?? 0) * (pass?.priceFen ?? PRICES.roamingMbFen));
        }
        if (usedIn(bill).roamingDays === 0) expect(sumOf(bill, 'roaming')).toBe(0);
      }
    }));

  it('explains the balance: opening and payments are what was settled and what is left', () =>
    everywhere(async ({ operator, msisdn }) => {
      const [bills, payments, balance, account] = await Promise.all([
        operator.businessSystem.bills(msisdn, 6),
        operator.businessSystem.payments(msisdn, 100),
        operator.businessSystem.balance(msisdn),
        operator.account(msisdn),
      ]);
      const arrived = sumFen(payments.list.filter(({ state }) => state === 'arrived').map(({ amountFen }) => amountFen));
      const settled = sumFen(bills.map(({ paidFen }) => paidFen));
      expect(Number(account?.['openingBalanceFen']) + arrived).toBe(settled + balance.balanceFen);
      expect(balance.balanceFen).toBeGreaterThanOrEqual(0);
    }));

  it('keeps nothing in the balance while a bill is unpaid, and owes exactly what is past due', () =>
    everywhere(async ({ operator, msisdn, day }) => {
      const [bills, balance, profile] = await Promise.all([
        operator.businessSystem.bills(msisdn, 6),
        operator.businessSystem.balance(msisdn),
        operator.businessSystem.profile(msisdn),
      ]);
      const unpaid = bills.filter((bill) => bill.paidFen < bill.totalFen);
      if (unpaid.length > 0) expect(balance.balanceFen).toBe(0);
      const owed = sumFen(unpaid.filter((bill) => bill.dueOn < day).map((bill) => bill.totalFen - bill.paidFen));
      expect(balance.owedFen).toBe(owed);
      expect(profile.status === 'outgoing-suspended').toBe(owed > 0);
      for (const bill of unpaid) expect(daysBetween(addDays(bill.dueOn, 1), day)).toBeLessThanOrEqual(30);
    }));

  it('issues bills on the 1st for the month before, newest first and without gaps', () =>
    everywhere(async ({ operator, msisdn, day }) => {
      const bills = await operator.businessSystem.bills(msisdn, 6);
      bills.forEach((bill, index) => {
        expect(bill.month).toBe(addMonths(monthOf(day), -1 - index));
        expect(bill.issuedOn).toBe(firstDay(addMonths(bill.month, 1)));
        expect(bill.dueOn).toBe(`${addMonths(bill.month, 1)}-20`);
      });
      expect(await operator.businessSystem.bills(msisdn, 2)).toEqual(bills.slice(0, 2));
    }));

  it('names no time in the future, and reads figures at most five minutes before', () =>
    everywhere(async ({ operator, msisdn, day }) => {
      const now = at(day);
      const { asOf } = await operator.businessSystem.balance(msisdn);
      expect(now - asOf).toBeGreaterThanOrEqual(0);
      expect(now - asOf).toBeLessThan(300_000);
      const times = [
        ...(await operator.businessSystem.payments(msisdn, 100)).list.map((payment) => payment.at),
        ...(await operator.businessSystem.callRecords(msisdn, monthOf(day))).list.map((call) => call.at),
        ...(await operator.network.tickets(msisdn)).flatMap((ticket) => [ticket.createdAt, ...ticket.steps.map((step) => step.at)]),
      ];
      for (const time of times) expect(time).toBeLessThanOrEqual(now);
      for (const { since } of (await operator.businessSystem.subscriptions(msisdn)).list) expect(since <= day).toBe(true);
    }));

  it('lists calls whose minutes and charges are those of the bill and of the running month', () =>
    everywhere(async ({ operator, msisdn, day }) => {
      const minutesOf = async (month: string): Promise<{ minutes: number; fen: number }> => {
        const made = (await operator.businessSystem.callRecords(msisdn, month)).list.filter(({ direction }) => direction === 'out');
        for (const call of made) expect(monthOf(dayOf(call.at))).toBe(month);
        return { minutes: made.reduce((total, { seconds }) => total + Math.ceil(seconds / 60), 0), fen: sumFen(made.map(({ amountFen }) => amountFen)) };
      };
      const [bill] = await operator.businessSystem.bills(msisdn, 1);
      if (bill !== undefined && planOf(bill) !== undefined) {
        expect(await minutesOf(bill.month)).toEqual({ minutes: usedIn(bill).voiceMinutes, fen: sumOf(bill, 'overage-voice') });
      }
      const { buckets } = await operator.businessSystem.usage(msisdn);
      expect((await minutesOf(monthOf(day))).minutes).toBe(buckets.find(({ id }) => id === 'plan-voice')?.used);
    }));

  it('gives the plan its catalogue volumes, reset on the 1st', () =>
    everywhere(async ({ operator, msisdn, day }) => {
      const [usage, holding] = await Promise.all([operator.businessSystem.usage(msisdn), operator.businessSystem.planHolding(msisdn)]);
      const totals = Object.fromEntries(usage.buckets.map(({ id, total }) => [id, total]));
      const { dataMb, voiceMinutes, smsCount } = holding.plan;
      expect(totals).toMatchObject({ 'plan-data': dataMb, 'plan-voice': voiceMinutes, 'plan-sms': smsCount });
      for (const bucket of usage.buckets.filter(({ source }) => source === 'plan')) expect(bucket.resetsOn).toBe(firstDay(addMonths(monthOf(day), 1)));
      for (const bucket of usage.buckets) expect(bucket.used).toBeGreaterThanOrEqual(0);
    }));

  it('keeps expiring points within the total, lapsing at the end of the year', () =>
    everywhere(async ({ operator, msisdn, day }) => {
      const { total, expiring } = await operator.businessSystem.points(msisdn);
      expect(expiring?.points ?? 0).toBeLessThanOrEqual(total);
      expect(expiring?.on ?? `${day.slice(0, 4)}-12-31`).toBe(`${day.slice(0, 4)}-12-31`);
    }));

  it('is the same on the same day, whenever one asks', async () => {
    const [morning, evening] = ['08:00:00', '22:30:00'].map((time) => createDemoOperator({ clock: standingClock(at('2026-11-22', time)) }));
    for (const { msisdn } of morning?.cast ?? []) {
      const [one, other] = await Promise.all([morning?.account(msisdn), evening?.account(msisdn)]);
      expect({ ...one, asOf: '' }).toEqual({ ...other, asOf: '' });
    }
  });

  it('never takes back use, payments or bills within a month', async () => {
    for (const { msisdn } of createDemoOperator({ clock: standingClock(0) }).cast) {
      let used = 0;
      let payments = 0;
      let bills = '';
      for (let day = '2026-10-01'; day <= '2026-10-31'; day = addDays(day, 1)) {
        const { businessSystem } = createDemoOperator({ clock: standingClock(at(day)) });
        const usage = await businessSystem.usage(msisdn as Msisdn);
        const nowUsed = usage.buckets.filter(({ scope }) => scope === 'domestic').reduce((sum, bucket) => sum + bucket.used, 0);
        const arrived = (await businessSystem.payments(msisdn as Msisdn, 100)).list.filter(({ state }) => state === 'arrived').length;
        const totals = (await businessSystem.bills(msisdn as Msisdn, 6)).map(({ month, totalFen }) => `${month} ${totalFen}`).join();
        expect(nowUsed).toBeGreaterThanOrEqual(used);
        expect(arrived).toBeGreaterThanOrEqual(payments);
        expect(bills === '' || bills === totals).toBe(true);
        [used, payments, bills] = [nowUsed, arrived, totals];
      }
    }
  });

  it('draws other figures under another seed', async () => {
    const [one, other] = [1, 2].map((seed) => createDemoOperator({ clock: standingClock(at('2026-11-22')), seed }));
    let same = 0;
    for (const { msisdn } of one?.cast ?? []) {
      const [first, second] = await Promise.all([one?.account(msisdn), other?.account(msisdn)]);
      const figures = (account: typeof first): string => JSON.stringify([account?.['balance'], account?.['usage'], account?.['bills']]);
      if (figures(first) === figures(second)) same += 1;
    }
    expect(same).toBe(0);
  });

  it('shows the stored account with money in fen and data in MB, and without the unblocking code', async () => {
    const { account, network } = createDemoOperator({ clock: standingClock(at('2026-11-22')) });
    const text = JSON.stringify(await account('13800000019'));
    expect(text).toContain('"balanceFen":');
    expect(text).toContain('"usedMb":');
    expect(text).not.toContain(await network.puk('13800000019' as Msisdn));
    expect(await account('13900000000')).toBeNull();
  });
});
