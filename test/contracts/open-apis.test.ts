/** An operator behind Open APIs that is sloppy, slow or lying: nothing of it becomes a wrong figure, and nothing happens twice. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { clientCredentialsAccess, fixedAccess, type Access } from '../../src/adapters/operator/tmf/access.js';
import { adjustmentBody, orderBody } from '../../src/adapters/operator/tmf/order-body.js';
import type { Dropped } from '../../src/adapters/operator/tmf/reader.js';
import { createTmfOperator } from '../../src/adapters/operator/tmf/tmf-operator.js';
import { startTmfDemoServer, type TmfDemoServer } from '../../src/adapters/operator/tmf-demo/tmf-demo-server.js';
import type { Operator } from '../../src/adapters/operator/demo-operator.js';
import { isRefusal } from '../../src/domain/errors.js';
import type { Msisdn } from '../../src/domain/ids.js';
import { startLyingSystem, type LyingSystem, type Meddle } from '../support/lying-business-system.js';

const WANG = '13800000001' as Msisdn;
const LI = '13800000002' as Msisdn;
const T0 = Date.parse('2026-11-22T14:07:00+08:00');

const ending: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const end of ending.splice(0)) await end();
});

interface Scene {
  readonly far: Operator;
  readonly near: TmfDemoServer;
  readonly lying: LyingSystem;
  readonly dropped: Dropped[];
  pass(ms: number): void;
}

async function scene(access: Access = fixedAccess(null), demo: { token?: string } = {}): Promise<Scene> {
  let now = T0;
  const clock = { now: () => now, after: () => () => undefined };
  const near = await startTmfDemoServer({ clock, seed: 42, ...demo });
  const lying = await startLyingSystem(near.url);
  ending.push(() => lying.close(), () => near.close());
  const dropped: Dropped[] = [];
  const far = createTmfOperator({ url: lying.url, clock, access, timeoutMs: 30_000, onDropped: (one) => dropped.push(one) });
  return { far, near, lying, dropped, pass: (ms) => void (now += ms) };
}

type Json = Record<string, unknown>;
const each = (part: string, change: (record: Json) => unknown): Meddle => ({ path }, answer) => (path.endsWith(part) ? (answer as Json[]).map(change) : answer);
const namedOther = [{ id: LI, role: 'customer', '@referredType': 'Individual' }];

describe('a contract that has ended', () => {
  it('binds nobody, and one that runs beside it does', async () => {
    const { far, lying } = await scene();
    const ended = { name: 'last year', validFor: { startDateTime: '2025-01-01T00:00:00+08:00', endDateTime: '2026-10-31T23:59:59+08:00' } };
    const runs = { name: 'this year', validFor: { startDateTime: '2026-11-01T00:00:00+08:00', endDateTime: '2027-10-31T23:59:59+08:00' } };
    lying.meddle(each('/product', (record) => ({ ...record, productTerm: [ended] })));
    expect((await far.businessSystem.profile(WANG)).contract).toBeNull();
    lying.meddle(each('/product', (record) => ({ ...record, productTerm: [ended, runs] })));
    expect((await far.businessSystem.profile(LI)).contract).toMatchObject({ to: '2027-10-31' });
  });
});

describe('whose record it is', () => {
  it('drops the records of others and tells of them, and tells the subscriber only their own', async () => {
    const { far, near, lying, dropped } = await scene();
    const truth = await near.operator.businessSystem.balance(WANG);
    lying.meddle(({ path }, answer) => (path.endsWith('/bucket') ? [{ id: 'x', usageType: 'monetary', status: 'active', remainingValue: { amount: 9_999, units: 'CNY' }, relatedParty: namedOther, logicalResource: [{ id: LI }] }, ...(answer as Json[])] : answer));
    expect((await far.businessSystem.balance(WANG)).balanceFen).toBe(truth.balanceFen);
    expect(dropped).toMatchObject([{ verdict: 'foreign', count: 1 }]);
  });

  it('believes no record that names nobody', async () => {
    const { far, lying, dropped } = await scene();
    lying.meddle(each('/bucket', ({ relatedParty: _party, logicalResource: _resource, ...rest }) => rest));
    await expect(far.businessSystem.balance(WANG)).rejects.toMatchObject({ code: 'unavailable' });
    expect(dropped[0]).toMatchObject({ verdict: 'unattributed' });
  });

  it('is unavailable when everything it is told is of somebody else', async () => {
    const { far, lying } = await scene();
    lying.meddle((_passing, answer) => (Array.isArray(answer) ? answer.map((record: Json) => ({ ...record, relatedParty: namedOther, logicalResource: [] })) : answer));
    for (const ask of [far.businessSystem.balance(WANG), far.businessSystem.usage(WANG), far.businessSystem.bills(WANG, 6), far.businessSystem.payments(WANG, 5), far.network.tickets(WANG), far.network.puk(WANG)]) {
      await expect(ask).rejects.toMatchObject({ name: 'ProductError' });
    }
  });

  it('leaves out a bucket of another in a report of one’s own, and an item that is charged to another', async () => {
    const { far, near, lying } = await scene();
    const stranger = { id: 'x', usageType: 'data', remainingValue: { amount: 1, units: 'GB' }, bucketCounter: [{ counterType: 'used', value: { amount: 1, units: 'GB' } }], validFor: { endDateTime: '2026-12-01T00:00:00Z' }, relatedParty: namedOther };
    lying.meddle(({ path }, answer) => {
      if (path.endsWith('/queryUsageConsumption')) return (answer as Json[]).map((report) => ({ ...report, usageConsumption: (report['usageConsumption'] as Json[]).map((one) => ({ ...one, bucketRefOrValue: [...(one['bucketRefOrValue'] as Json[]), stranger] })) }));
      if (path.endsWith('/appliedCustomerBillingRate')) return [...(answer as Json[]), { id: 'y', bill: { id: 'another' }, taxIncludedAmount: { unit: 'CNY', value: 50 } }];
      return answer;
    });
    expect(await far.businessSystem.usage(WANG)).toEqual(await near.operator.businessSystem.usage(WANG).then((usage) => ({ ...usage, asOf: T0 })));
    expect((await far.businessSystem.bills(WANG, 1))[0]?.items.map(({ code }) => code)).not.toContain('y');
  });
});

describe('money and units', () => {
  it.each([
    ['another currency', { amount: 12, units: 'USD' }],
    ['a part of a fen', { amount: 12.345, units: 'CNY' }],
    ['no unit that is known', { amount: 12, units: 'coins' }],
  ])('refuses %s instead of guessing', async (_name, remainingValue) => {
    const { far, lying } = await scene();
    lying.meddle(each('/bucket', (bucket) => ({ ...bucket, remainingValue })));
    await expect(far.businessSystem.balance(WANG)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it.each([['12.30', { code: 'unavailable' }], [null, { code: 'unavailable' }]])('takes no amount that is %j', async (amount, wanted) => {
    const { far, lying } = await scene();
    lying.meddle(each('/bucket', (bucket) => ({ ...bucket, remainingValue: { amount, units: 'CNY' } })));
    await expect(far.businessSystem.balance(WANG)).rejects.toMatchObject(wanted);
  });

  it('reads volumes in the units they come in', async () => {
    const { far, lying } = await scene();
    const bucket = (usageType: string, left: object, used: object) => ({ id: usageType, usageType, remainingValue: left, bucketCounter: [{ counterType: 'used', value: used }], validFor: { endDateTime: '2026-11-30T16:00:00Z' } });
    lying.meddle(({ path }, answer) =>
      path.endsWith('/queryUsageConsumption')
        ? (answer as Json[]).map((report) => ({ ...report, usageConsumption: [{ bucketRefOrValue: [
            bucket('data', { amount: 1.5, units: 'GB' }, { amount: 524_288, units: 'KB' }), bucket('voice', { amount: 3_600, units: 'seconds' }, { amount: 1, units: 'h' }), bucket('sms', { amount: 7, units: 'SMS' }, { amount: 3, units: 'messages' }),
          ] }] }))
        : answer,
    );
    expect((await far.businessSystem.usage(WANG)).buckets.map(({ total, used, resetsOn }) => ({ total, used, resetsOn }))).toEqual([
      { total: 2_048, used: 512, resetsOn: '2026-12-01' }, { total: 120, used: 60, resetsOn: '2026-12-01' }, { total: 10, used: 3, resetsOn: '2026-12-01' },
    ]);
  });

  it('tells nobody a bill whose items do not add up', async () => {
    const { far, lying } = await scene();
    lying.meddle(each('/appliedCustomerBillingRate', (rate) => (String(rate['id']).endsWith('-1') ? { ...rate, taxIncludedAmount: { unit: 'CNY', value: 1 } } : rate)));
    await expect(far.businessSystem.bills(WANG, 1)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('does not mind fields that nobody knows', async () => {
    const { far, near, lying } = await scene();
    lying.meddle((_passing, answer) => (Array.isArray(answer) ? answer.map((record: Json) => ({ ...record, '@baseType': 'Entity', extra: { deep: [1, null] }, isBundle: false })) : answer));
    expect(await far.businessSystem.bills(WANG, 6)).toMatchObject((await near.operator.businessSystem.bills(WANG, 6)).map(({ asOf: _asOf, ...bill }) => bill));
  });
});

describe('calls that go wrong', () => {
  it('asks once more where a read was turned away, and never repeats a change', async () => {
    const { far, lying } = await scene();
    const change = await far.orders.prepare(WANG, 'pack', 'pack-5g');
    if (isRefusal(change)) throw new Error(change.detail);
    let turnedAway = 0;
    lying.meddle(({ method, path }, answer) => (method === 'POST' || (path.endsWith('/bucket') && (turnedAway += 1) === 1) ? 503 : answer));
    expect((await far.businessSystem.balance(WANG)).balanceFen).toBeGreaterThanOrEqual(0);
    await expect(far.orders.commit(WANG, change, 'k')).rejects.toMatchObject({ code: 'unavailable' });
    expect(lying.seen.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('finds an order whose answer was lost, and does not order again', async () => {
    const { far, lying } = await scene();
    const change = await far.orders.prepare(WANG, 'pack', 'pack-5g');
    if (isRefusal(change)) throw new Error(change.detail);
    let order: Json | null = null;
    lying.meddle(({ method, path }, answer) => {
      if (!path.endsWith('/productOrder')) return answer;
      if (method === 'GET') return order === null ? [] : [order];
      order = answer as Json;
      return undefined;
    });
    const done = await far.orders.commit(WANG, change, 'k');
    expect(done).toEqual({ orderId: (order as Json | null)?.['id'] });
    expect(await far.orders.commit(WANG, change, 'k')).toEqual(done);
    expect(lying.seen.filter(({ method }) => method === 'POST')).toHaveLength(1);
  });

  it('takes the system’s own refusal for what it is', async () => {
    const { far, near } = await scene();
    const change = await far.orders.prepare(WANG, 'plan', 'smooth-39');
    if (isRefusal(change)) throw new Error(change.detail);
    const meanwhile = await near.operator.orders.prepare(WANG, 'suspend-lost', WANG);
    if (isRefusal(meanwhile)) throw new Error(meanwhile.detail);
    await near.operator.orders.commit(WANG, meanwhile, 'lost');
    expect(await far.orders.commit(WANG, change, 'k')).toEqual({ refused: 'conflict', detail: 'line-not-active' });
  });

  it('leaves a system alone that failed five times, and comes back to it', async () => {
    const { far, lying } = await scene();
    lying.meddle(() => 500);
    for (let index = 0; index < 6; index += 1) await far.businessSystem.bills(WANG, 1).catch(() => undefined);
    const asked = lying.seen.length;
    await expect(far.businessSystem.bills(WANG, 1)).rejects.toMatchObject({ code: 'unavailable' });
    expect(lying.seen).toHaveLength(asked);
    lying.meddle((_passing, answer) => answer);
    let bills = null;
    for (let tries = 0; bills === null && tries < 100; tries += 1) {
      bills = await far.businessSystem.bills(WANG, 1).catch(() => null);
      if (bills === null) await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect(bills).toHaveLength(1);
  });

  it('keeps what it read for some seconds and says how old it is, but no secret, and nothing after a change', async () => {
    const { far, lying, pass } = await scene();
    const asked = (part: string) => lying.seen.filter(({ path }) => path.endsWith(part)).length;
    const first = await far.businessSystem.balance(WANG);
    pass(5_000);
    expect((await far.businessSystem.balance(WANG)).asOf).toBe(first.asOf);
    expect(asked('/bucket')).toBe(1);
    pass(6_000);
    expect((await far.businessSystem.balance(WANG)).asOf).toBeGreaterThan(first.asOf);
    await far.network.puk(WANG);
    await far.network.puk(WANG);
    expect(asked('/resource')).toBe(2);
    await far.network.openTicket(WANG, 'fault', 'no light', 'k');
    await far.businessSystem.balance(WANG);
    expect(asked('/bucket')).toBe(3);
  });
});

describe('being let in', () => {
  it('carries the fixed token, and is unavailable with a wrong one', async () => {
    const clock = { now: () => T0, after: () => () => undefined };
    const near = await startTmfDemoServer({ clock, token: 'right' });
    ending.push(() => near.close());
    const system = (token: string | null) => createTmfOperator({ url: near.url, clock, access: fixedAccess(token), onDropped: () => undefined }).businessSystem;
    expect((await system('right').profile(WANG)).msisdn).toBe(WANG);
    for (const token of ['wrong', null]) await expect(system(token).profile(WANG)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('fetches one token with client credentials for all who ask, and another when it ends or is refused', async () => {
    let now = T0;
    const clock = { now: () => now, after: () => () => undefined };
    const near = await startTmfDemoServer({ clock, client: { id: 'jie:bang', secret: 's3cret &' } });
    ending.push(() => near.close());
    const credentials = { tokenUrl: `${near.url}/oauth/token`, clientId: 'jie:bang', clientSecret: 's3cret &', scope: null };
    const access = clientCredentialsAccess(credentials, clock);
    const [one, other] = await Promise.all([access.authorization(), access.authorization()]);
    expect(other).toBe(one);
    now += 290_000;
    expect(await access.authorization()).not.toBe(one);
    const { businessSystem } = createTmfOperator({ url: near.url, clock, access, onDropped: () => undefined });
    now += 3_600_000;
    access.refused();
    expect((await businessSystem.balance(WANG)).balanceFen).toBeGreaterThanOrEqual(0);
    const stranger = clientCredentialsAccess({ ...credentials, clientSecret: 'guess' }, clock);
    await expect(stranger.authorization()).rejects.toMatchObject({ code: 'unavailable' });
  });
});

describe('the published schemas', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  (addFormats as unknown as (to: Ajv) => void)(ajv);
  for (const name of ['float', 'base64']) ajv.addFormat(name, true);
  for (const api of ['621', '622', '635', '637', '654', '677', '678']) {
    ajv.addSchema(JSON.parse(readFileSync(new URL(`../support/open-apis/tmf${api}.json`, import.meta.url), 'utf8')) as object);
  }
  const faultsOf = (api: string, definition: string, record: unknown): string[] => {
    const validate = ajv.getSchema(`https://tmforum.org/tmf${api}v4.json#/definitions/${definition}`);
    if (validate === undefined) throw new Error(`no ${definition} in ${api}`);
    return validate(record) === true ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${definition}${instancePath} ${message}`);
  };

  it.each([
    ['637', 'Product', 'productInventory/v4/product', ''],
    ['654', 'Bucket', 'prepayBalanceManagement/v4/bucket', ''],
    ['654', 'TopupBalance', 'prepayBalanceManagement/v4/topupBalance', ''],
    ['677', 'QueryUsageConsumption', 'usageConsumption/v4/queryUsageConsumption', ''],
    ['678', 'CustomerBill', 'customerBillManagement/v4/customerBill', ''],
    ['635', 'Usage', 'usageManagement/v4/usage', '&usageDate.gte=2026-09-30T16:00:00.000Z'],
    ['621', 'TroubleTicket', 'troubleTicket/v4/troubleTicket', ''],
  ])('TMF%s: every %s that the demo operator serves fits', async (api, definition, address, query) => {
    const { near } = await scene();
    const served: unknown[] = [];
    for (const { msisdn } of near.operator.cast) served.push(...((await (await fetch(`${near.url}/tmf-api/${address}?relatedParty.id=${msisdn}${query}`)).json()) as unknown[]));
    expect(served.length).toBeGreaterThan(0);
    expect(served.flatMap((record) => faultsOf(api, definition, record))).toEqual([]);
  });

  it('are held against in earnest', () => {
    expect(faultsOf('621', 'TroubleTicket_Create', { description: 1 })).not.toEqual([]);
  });

  it('fits what is ordered, given back and reported, and what comes back', async () => {
    const { far, lying } = await scene();
    const rates = (await (await fetch(`${lying.url}/tmf-api/customerBillManagement/v4/appliedCustomerBillingRate?bill.id=${WANG}-2026-10`)).json()) as unknown[];
    expect(rates.flatMap((rate) => faultsOf('678', 'AppliedCustomerBillingRate', rate))).toEqual([]);
    const answers: Json[] = [];
    lying.meddle(({ method }, answer) => (method === 'POST' ? (answers.push(answer as Json), answer) : answer));
    for (const [kind, target] of [['plan', 'smooth-39'], ['pack', 'pack-5g'], ['suspend-lost', WANG]] as const) {
      const change = await far.orders.prepare(WANG, kind, target);
      if (isRefusal(change)) throw new Error(change.detail);
      expect(faultsOf('622', 'ProductOrder_Create', orderBody(WANG, change, 'k'))).toEqual([]);
      await far.orders.commit(WANG, change, kind);
    }
    expect(answers.flatMap((answer) => faultsOf('622', 'ProductOrder', answer))).toEqual([]);
    expect(faultsOf('654', 'AdjustBalance_Create', adjustmentBody(WANG, { month: '2026-10', itemCode: 'plan', amountFen: 100, bucketId: 'b' }, 'k'))).toEqual([]);
    await far.network.openTicket(WANG, 'fault', 'no light', 'k');
    const ticket = lying.seen.find(({ method, path }) => method === 'POST' && path.endsWith('/troubleTicket'));
    expect(faultsOf('621', 'TroubleTicket_Create', ticket?.body)).toEqual([]);
  });
});
