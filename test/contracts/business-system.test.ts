/** The operator's promises over the demo in this process and over one in another, and what its absence looks like. */
import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startDemoOperatorServer, type DemoOperatorServer } from '../../src/adapters/operator/demo-operator-server.js';
import { createDemoOperator, type Operator } from '../../src/adapters/operator/demo-operator.js';
import { createHttpOperator } from '../../src/adapters/operator/http-operator.js';
import type { Msisdn } from '../../src/domain/ids.js';
import type { Clock } from '../../src/ports/clock.js';
import { holdsBusinessSystemPromises } from './business-system.contract.js';

const NOW = Date.parse('2026-11-22T14:07:00+08:00');
const clock: Clock = { now: () => NOW, after: () => () => undefined };
const WANG = '13800000001' as Msisdn;

const open: DemoOperatorServer[] = [];
const listening: Server[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
  for (const server of listening.splice(0)) {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
});

async function overHttp(): Promise<Operator> {
  const server = await startDemoOperatorServer({ clock, seed: 42 });
  open.push(server);
  return createHttpOperator({ url: server.url });
}

holdsBusinessSystemPromises('in this process', NOW, () => Promise.resolve(createDemoOperator({ clock })));
holdsBusinessSystemPromises('over HTTP', NOW, overHttp);

/** An operator that answers every call the same way. */
async function broken(answer: (end: (status: number, body: string) => void) => void): Promise<Operator> {
  const server = createServer((_request, response) => answer((status, body) => response.writeHead(status).end(body)));
  listening.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return createHttpOperator({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, timeoutMs: 200 });
}

describe('an operator elsewhere', () => {
  it('gives the same account as the one that serves it', async () => {
    const server = await startDemoOperatorServer({ clock, seed: 7 });
    open.push(server);
    const far = createHttpOperator({ url: `${server.url}/` });
    for (const { msisdn } of server.operator.cast) {
      expect(await far.account(msisdn)).toEqual(JSON.parse(JSON.stringify(await server.operator.account(msisdn))));
      expect(await far.businessSystem.bills(msisdn as Msisdn, 6)).toEqual(await server.operator.businessSystem.bills(msisdn as Msisdn, 6));
    }
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
    const server = await startDemoOperatorServer({ clock, seed: 7 });
    await server.close();
    await expect(createHttpOperator({ url: server.url }).businessSystem.balance(WANG)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('refuses unknown calls, other methods, broken and oversized bodies, and lives on', async () => {
    const server = await startDemoOperatorServer({ clock, seed: 7 });
    open.push(server);
    const statusOf = async (path: string, init: RequestInit): Promise<number> => (await fetch(server.url + path, init)).status;
    expect(await statusOf('/operator/constructor', { method: 'POST', body: '[]' })).toBe(404);
    expect(await statusOf('/operator/balance', { method: 'GET' })).toBe(404);
    expect(await statusOf('/operator/balance', { method: 'POST', body: '{' })).toBe(400);
    expect(await statusOf('/operator/balance', { method: 'POST', body: '{}' })).toBe(400);
    expect(await statusOf('/operator/balance', { method: 'POST', body: `["${'x'.repeat(100_000)}"]` })).toBe(413);
    expect(await statusOf('/operator/balance', { method: 'POST', body: `["${WANG}"]` })).toBe(200);
  });
});
