/** What every operator behind the ports promises, wherever it runs. */
import { describe, expect, it } from '@jest/globals';
import type { Operator } from '../../src/adapters/operator/demo-operator.js';
import { addMonths, dayOf, firstDay, monthOf } from '../../src/domain/calendar.js';
import { isRefusal } from '../../src/domain/errors.js';
import type { Msisdn } from '../../src/domain/ids.js';
import { sumFen } from '../../src/domain/money.js';

const WANG = '13800000001' as Msisdn;
const LI = '13800000002' as Msisdn;
const CHEN = '13800000003' as Msisdn;
const ZHENG = '13800000008' as Msisdn;
const QIAN = '13800000010' as Msisdn;
const ZHU = '13800000014' as Msisdn;
const NOBODY = '13900000000' as Msisdn;

/** `open` gives a fresh operator whose clock stands at `now`. */
export function holdsBusinessSystemPromises(name: string, now: number, open: () => Promise<Operator>): void {
  const nextMonth = firstDay(addMonths(monthOf(dayOf(now)), 1));

  describe(`${name}: reads`, () => {
    it('answers about the number that was asked for', async () => {
      const { businessSystem } = await open();
      for (const msisdn of [WANG, LI, ZHU]) expect((await businessSystem.profile(msisdn)).msisdn).toBe(msisdn);
    });

    it('rejects an unknown number with not-found, whatever is asked', async () => {
      const { businessSystem: system, network, orders } = await open();
      const asks = [
        system.profile(NOBODY), system.balance(NOBODY), system.usage(NOBODY), system.bills(NOBODY, 6), system.payments(NOBODY, 5),
        system.planHolding(NOBODY), system.subscriptions(NOBODY), system.points(NOBODY), system.callRecords(NOBODY, '2026-10'),
        network.puk(NOBODY), network.tickets(NOBODY), network.checkLine(NOBODY), network.openTicket(NOBODY, 'fault', '', 'k'),
        orders.prepare(NOBODY, 'pack', 'pack-5g'),
      ];
      for (const ask of await Promise.allSettled(asks)) expect(ask).toMatchObject({ status: 'rejected', reason: { code: 'not-found' } });
    });

    it('gives bills newest first, at most as many as asked, with items that sum to the total', async () => {
      const { businessSystem } = await open();
      const bills = await businessSystem.bills(WANG, 4);
      expect(bills.map(({ month }) => month)).toEqual([-1, -2, -3, -4].map((offset) => addMonths(monthOf(dayOf(now)), offset)));
      for (const bill of bills) expect(sumFen(bill.items.map(({ amountFen }) => amountFen))).toBe(bill.totalFen);
    });

    it('gives payments and calls newest first', async () => {
      const { businessSystem } = await open();
      const times = async (read: Promise<{ list: readonly { at: number }[] }>): Promise<number[]> => (await read).list.map(({ at }) => at);
      for (const found of [await times(businessSystem.payments(ZHU, 9)), await times(businessSystem.callRecords(ZHU, addMonths(monthOf(dayOf(now)), -1)))]) {
        expect(found.length).toBeGreaterThan(1);
        expect(found).toEqual([...found].sort((one, other) => other - one));
      }
    });

    it('says of every figure when the system read it, which may be some minutes ago', async () => {
      const { businessSystem: system } = await open();
      const month = addMonths(monthOf(dayOf(now)), -1);
      const reads = [system.balance(ZHU), system.usage(ZHU), system.planHolding(ZHU), system.points(ZHU), system.payments(ZHU, 3), system.subscriptions(ZHU), system.callRecords(ZHU, month)];
      for (const { asOf } of await Promise.all<{ asOf: number }>(reads)) expect(asOf).toBe(now - (now % 300_000));
    });

    it('sells plans, products and prices, withdrawn plans included', async () => {
      const { catalogue } = await open();
      expect((await catalogue.plans()).find(({ id }) => id === 'legacy-58')?.withdrawnOn).toBe('2025-06-30');
      expect(new Set((await catalogue.products()).map(({ kind }) => kind))).toEqual(new Set(['pack', 'extra', 'roaming']));
      expect((await catalogue.priceList()).dataGbFen).toBe(500);
    });
  });

  describe(`${name}: orders`, () => {
    it('changes nothing by preparing', async () => {
      const { businessSystem, orders } = await open();
      const before = await businessSystem.planHolding(WANG);
      expect(await orders.prepare(WANG, 'plan', 'smooth-39')).toEqual({
        kind: 'plan', targetId: 'smooth-39', priceDifferenceFen: -2_000, effectiveOn: nextMonth, boundUntil: null,
      });
      expect(await businessSystem.planHolding(WANG)).toEqual(before);
    });

    it('moves to another plan from the 1st of next month, and back again before that', async () => {
      const { businessSystem, orders } = await open();
      const change = await orders.prepare(WANG, 'plan', 'smooth-39');
      if (isRefusal(change)) throw new Error(change.detail);
      await orders.commit(WANG, change, 'there');
      expect((await businessSystem.planHolding(WANG)).next).toMatchObject({ plan: { id: 'smooth-39' }, from: nextMonth });
      const back = await orders.prepare(WANG, 'plan', 'smooth-59');
      if (isRefusal(back)) throw new Error(back.detail);
      await orders.commit(WANG, back, 'back');
      expect((await businessSystem.planHolding(WANG)).next).toBeNull();
    });

    it('does one order once, however often it is committed', async () => {
      const { businessSystem, orders } = await open();
      const change = await orders.prepare(CHEN, 'pack', 'pack-10g');
      if (isRefusal(change)) throw new Error(change.detail);
      const first = await orders.commit(CHEN, change, 'once');
      expect(await orders.commit(CHEN, change, 'once')).toEqual(first);
      await Promise.all([orders.commit(CHEN, change, 'once'), orders.commit(CHEN, change, 'once')]);
      const packs = (await businessSystem.usage(CHEN)).buckets.filter(({ source }) => source === 'pack');
      expect(packs).toMatchObject([{ total: 10_240, used: 0 }]);
      expect((await businessSystem.usage(WANG)).buckets.filter(({ source }) => source === 'pack')).toEqual([]);
    });

    it('does nothing when price, day or bond are no longer what was shown', async () => {
      const { businessSystem, orders } = await open();
      const change = await orders.prepare(WANG, 'plan', 'smooth-39');
      if (isRefusal(change)) throw new Error(change.detail);
      const others = [{ ...change, priceDifferenceFen: -2_001 }, { ...change, effectiveOn: '2020-01-01' }, { ...change, boundUntil: '2030-01-01' }];
      for (const [at, other] of others.entries()) expect(await orders.commit(WANG, other, `k${at}`)).toMatchObject({ refused: 'conflict' });
      expect((await businessSystem.planHolding(WANG)).next).toBeNull();
    });

    it('keeps the key of one number apart from the same key of another', async () => {
      const { businessSystem, orders } = await open();
      for (const msisdn of [WANG, CHEN]) {
        const change = await orders.prepare(msisdn, 'pack', 'pack-5g');
        if (isRefusal(change)) throw new Error(change.detail);
        await orders.commit(msisdn, change, 'same');
        expect((await businessSystem.usage(msisdn)).buckets.filter(({ source }) => source === 'pack')).toHaveLength(1);
      }
    });

    it('ends an extra with the month, and not twice', async () => {
      const { businessSystem, orders } = await open();
      const change = await orders.prepare(ZHU, 'extra-off', 'music');
      if (isRefusal(change)) throw new Error(change.detail);
      expect(change).toMatchObject({ priceDifferenceFen: -800, effectiveOn: nextMonth });
      await orders.commit(ZHU, change, 'off');
      expect((await businessSystem.subscriptions(ZHU)).list.find(({ productId }) => productId === 'music')?.endsOn).not.toBeNull();
      expect(await orders.prepare(ZHU, 'extra-off', 'music')).toEqual({ refused: 'conflict', detail: 'already-so' });
    });

    it('blocks a lost line and unblocks a found one', async () => {
      const { businessSystem, orders } = await open();
      for (const [kind, status] of [['suspend-lost', 'lost-suspended'], ['resume', 'active']] as const) {
        const change = await orders.prepare(WANG, kind, WANG);
        if (isRefusal(change)) throw new Error(change.detail);
        await orders.commit(WANG, change, kind);
        expect((await businessSystem.profile(WANG)).status).toBe(status);
      }
      expect(await orders.prepare(WANG, 'resume', WANG)).toMatchObject({ refused: 'conflict' });
    });

    it.each([
      [LI, 'plan', 'smooth-59', 'arrears'],
      [LI, 'pack', 'pack-5g', 'arrears'],
      [ZHENG, 'plan', 'smooth-39', 'contract'],
      [WANG, 'plan', 'senior-29', 'senior-only'],
      [WANG, 'plan', 'campus-36', 'students-only'],
      [WANG, 'plan', 'business-259', 'business-only'],
      [WANG, 'plan', 'legacy-58', 'withdrawn'],
      [WANG, 'plan', 'smooth-59', 'already-so'],
      [WANG, 'extra-off', 'music', 'not-held'],
      ['13800000018' as Msisdn, 'pack', 'pack-5g', 'line-not-active'],
    ] as const)('refuses %s %s %s because of %s', async (msisdn, kind, target, reason) => {
      const { orders } = await open();
      expect(await orders.prepare(msisdn, kind, target)).toEqual({ refused: 'conflict', detail: reason });
    });

    it('refuses what is not sold at all', async () => {
      const { orders } = await open();
      expect(await orders.prepare(WANG, 'plan', 'free-0')).toEqual({ refused: 'not-found' });
      expect(await orders.prepare(WANG, 'pack', 'video-vip')).toEqual({ refused: 'not-found' });
    });
  });

  describe(`${name}: network`, () => {
    it('opens one ticket for one key, and lists it first', async () => {
      const { network } = await open();
      const ticket = await network.openTicket(QIAN, 'fault', 'no light', 'once');
      expect(await network.openTicket(QIAN, 'fault', 'no light', 'once')).toEqual(ticket);
      expect(await network.tickets(QIAN)).toEqual([ticket]);
      expect(ticket).toMatchObject({ kind: 'fault', state: 'open', createdAt: now, dueAt: now + 48 * 3_600_000 });
    });

    it('knows outages by district and by city, and none elsewhere', async () => {
      const { network } = await open();
      expect(await network.outages('宁波-鄞州')).toHaveLength(1);
      expect(await network.outages('宁波')).toHaveLength(1);
      expect(await network.outages('杭州')).toEqual([]);
    });

    it('gives each card its own eight-digit code, always the same', async () => {
      const { network } = await open();
      const [one, again, other] = await Promise.all([network.puk(WANG), network.puk(WANG), network.puk(LI)]);
      expect(one).toMatch(/^\d{8}$/);
      expect(again).toBe(one);
      expect(other).not.toBe(one);
    });
  });
}
