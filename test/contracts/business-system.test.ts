/** The operator's promises over the demo in this process and over one in another, and what its absence looks like. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createDemoOperator, type Operator } from '../../src/adapters/operator/demo-operator.js';
import { fixedAccess } from '../../src/adapters/operator/tmf/access.js';
import { createTmfOperator } from '../../src/adapters/operator/tmf/tmf-operator.js';
import { startTmfDemoServer, type TmfDemoServer } from '../../src/adapters/operator/tmf-demo/tmf-demo-server.js';
import type { Msisdn } from '../../src/domain/ids.js';
import type { Clock } from '../../src/ports/clock.js';
import { holdsBusinessSystemPromises } from './business-system.contract.js';
import { startLyingSystem } from '../support/lying-business-system.js';

const NOW = Date.parse('2026-11-22T14:07:00+08:00');
const clock: Clock = { now: () => NOW, after: () => () => undefined };
const WANG = '13800000001' as Msisdn;

const open: TmfDemoServer[] = [];
const listening: Server[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
  for (const server of listening.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

const behind = (url: string, timeoutMs?: number): Operator =>
  createTmfOperator({ url, clock, access: fixedAccess(null), onDropped: () => undefined, ...(timeoutMs === undefined ? {} : { timeoutMs }) });

async function served(options: { seed: number; usageVersion?: 'v4' | 'v5' }): Promise<TmfDemoServer> {
  const server = await startTmfDemoServer({ clock, ...options });
  open.push(server);
  return server;
}

holdsBusinessSystemPromises('in this process', NOW, () => Promise.resolve(createDemoOperator({ clock })));
holdsBusinessSystemPromises('behind Open APIs', NOW, async () => behind((await served({ seed: 42 })).url));

/** An operator that answers every call the same way. */
async function broken(answer: (end: (status: number, body: string) => void) => void): Promise<Operator> {
  const server = createServer((_request, response) => answer((status, body) => response.writeHead(status).end(body)));
  listening.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return behind(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 200);
}

describe('an operator elsewhere', () => {
  it.each(['v4', 'v5'] as const)('tells of everybody exactly what the system knows, with usage in the shape of %s', async (usageVersion) => {
    const server = await served({ seed: 7, usageVersion });
    const far = behind(`${server.url}/`);
    const near = server.operator;
    for (const number of near.cast.map((member) => member.msisdn as Msisdn)) {
      const told = async ({ businessSystem: system, network }: Operator) => ({
        profile: await system.profile(number), balance: await system.balance(number), usage: await system.usage(number), bills: await system.bills(number, 6),
        payments: await system.payments(number, 100), plan: await system.planHolding(number), extras: await system.subscriptions(number), points: await system.points(number),
        calls: await system.callRecords(number, '2026-10'), tickets: await network.tickets(number), line: await network.checkLine(number), puk: await network.puk(number),
      });
      expect(await told(far)).toEqual(await told(near));
      expect(await far.account(number)).toEqual(JSON.parse(JSON.stringify(await near.account(number))));
    }
    expect(await far.catalogue.plans()).toEqual(await near.catalogue.plans());
    expect(await far.catalogue.products()).toEqual(await near.catalogue.products());
    expect(await far.catalogue.priceList()).toEqual(await near.catalogue.priceList());
    expect(await far.account('13900000000')).toBeNull();
  });

  it.each([
    ['does not answer in time', () => undefined],
    ['answers with an error', (end: (status: number, body: string) => void) => end(500, '{"error":{"code":"internal"}}')],
    ['answers with something that is not JSON', (end: (status: number, body: string) => void) => end(200, '<html>')],
    ['answers with the wrong shape', (end: (status: number, body: string) => void) => end(200, '[1]')],
    ['redirects elsewhere', (end: (status: number, body: string) => void) => end(302, '')],
  ])('is unavailable when it %s', async (_name, answer) => {
    const operator = await broken(answer);
    await expect(operator.businessSystem.balance(WANG)).rejects.toMatchObject({ name: 'ProductError', code: 'unavailable' });
  });

  it('is unavailable when nobody listens', async () => {
    const { url, close } = await startTmfDemoServer({ clock, seed: 7 });
    await close();
    await expect(behind(url).businessSystem.balance(WANG)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('gives money back once for one key, and shows it among the payments', async () => {
    const far = behind((await served({ seed: 42 })).url);
    const [bill] = await far.businessSystem.bills(WANG, 1);
    const item = bill?.items[0];
    if (bill === undefined || item === undefined) throw new Error('a bill with an item was expected');
    const refund = { month: bill.month, itemCode: item.code, amountFen: 1_234 };
    const first = await far.orders.refund(WANG, refund, 'back');
    expect(await far.orders.refund(WANG, refund, 'back')).toEqual(first);
    const given = (await far.businessSystem.payments(WANG, 100)).list.filter(({ way }) => way === 'refund');
    expect(given).toMatchObject([{ amountFen: 1_234, state: 'arrived' }]);
    expect(await far.orders.refund(WANG, { ...refund, itemCode: 'nothing' }, 'other')).toEqual({ refused: 'not-found' });
  });

  it('does not take money back for given where the system took it up and says that it failed', async () => {
    const lying = await startLyingSystem((await served({ seed: 42 })).url);
    lying.meddle(({ method, path }, answer) => (method === 'POST' && path.endsWith('/adjustBalance') ? { ...(answer as object), status: 'failed' } : answer));
    const far = behind(lying.url);
    const [bill] = await far.businessSystem.bills(WANG, 1);
    const refund = { month: bill?.month ?? '', itemCode: bill?.items[0]?.code ?? '', amountFen: 1_234 };
    expect(await far.orders.refund(WANG, refund, 'back')).toMatchObject({ refused: 'conflict' });
    await lying.close();
  });
});

describe('the demo operator as a server', () => {
  it('refuses unknown addresses, other methods, broken, unfit and oversized bodies, and lives on', async () => {
    const { url } = await served({ seed: 7 });
    const statusOf = async (path: string, init: RequestInit = {}): Promise<number> => (await fetch(url + path, init)).status;
    const orders = '/tmf-api/productOrderingManagement/v4/productOrder';
    expect(await statusOf('/tmf-api/constructor')).toBe(404);
    expect(await statusOf(orders, { method: 'DELETE' })).toBe(404);
    expect(await statusOf('/tmf-api/productInventory/v4/product')).toBe(400);
    expect(await statusOf(orders, { method: 'POST', body: '{' })).toBe(400);
    expect(await statusOf(orders, { method: 'POST', body: '{}' })).toBe(400);
    expect(await statusOf(orders, { method: 'POST', body: `["${'x'.repeat(100_000)}"]` })).toBe(413);
    expect(await statusOf(`/tmf-api/prepayBalanceManagement/v4/bucket?relatedParty.id=${WANG}`)).toBe(200);
  });
});
