/** Stopping, dying and starting: what was acknowledged is there, in order, once, and answered; what must not start does not. */
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startBusinessProcess } from '../support/business-process.js';
import type { BusinessProcess } from '../support/business-process.js';
import { connectSubscriber, siteToken } from '../support/clients.js';
import type { Subscriber } from '../support/clients.js';
import { engines } from '../support/engines.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { refusedStart } from '../support/refused-start.js';
import type { WireMessage } from '../../src/protocol/chat.js';

const STOPS_WITHIN_MS = 10_000;
const SENDERS = 8;

interface Acked {
  readonly text: string;
  readonly seq: number;
}

/** Sends one message after the other until the connection is gone; what was acknowledged, in order. */
async function sendUntilCut(one: Subscriber, name: string): Promise<Acked[]> {
  const acked: Acked[] = [];
  for (let index = 0; ; index += 1) {
    const text = `余额 ${name}-${index}`;
    const ack = await one.socket
      .timeout(20_000)
      .emitWithAck('send', { clientId: `${name}-${index}`, text })
      .then(
        (answer: { ok: boolean; seq: number }) => answer,
        () => null,
      );
    if (!ack?.ok) return acked;
    acked.push({ text, seq: ack.seq });
    if (!one.socket.connected) return acked;
  }
}

describe.each(engines())('stopping on $name', (engine) => {
  let product: Product;
  let env: Record<string, string>;
  const open: Subscriber[] = [];

  beforeAll(async () => {
    env = { ...(await engine.env()), RATE_LIMIT: 'off' };
    product = await startProduct({ env, isAlone: true });
  });
  afterAll(async () => {
    for (const one of open) one.close();
    await product.dispose();
    await engine.dispose();
  });

  async function visitor(auth: object = {}): Promise<Subscriber> {
    const one = await connectSubscriber(product.url, auth);
    open.push(one);
    return one;
  }
  async function senders(): Promise<Subscriber[]> {
    return Promise.all(Array.from({ length: SENDERS }, async () => visitor({ token: await siteToken(product.url, '13800000001') })));
  }
  /** The whole record of a conversation once every question in it has its answer. */
  async function recordOf(one: Subscriber): Promise<WireMessage[]> {
    const back = await visitor({ resumeToken: one.conversation?.resumeToken, afterSeq: 0 });
    const asked = (): number => back.messages.filter(({ from }) => from === 'subscriber').length;
    const answered = (): number => back.messages.filter(({ from }) => from === 'bot').length;
    if (back.conversation?.lastSeq !== 0) await back.told.until('message', () => asked() > 0 && answered() >= asked() && (back.messages.at(-1)?.seq ?? 0) >= (back.conversation?.lastSeq ?? 0));
    return back.messages;
  }
  async function expectAllThere(one: Subscriber, acked: readonly Acked[]): Promise<void> {
    const record = await recordOf(one);
    expect(record.map(({ seq }) => seq)).toEqual(record.map((_, index) => index + 1));
    const asked = record.filter(({ from }) => from === 'subscriber');
    // One more may have been written without its acknowledgement arriving; never one less, none twice.
    expect(asked.length - acked.length).toBeLessThanOrEqual(1);
    expect(asked.slice(0, acked.length).map(({ text, seq }) => ({ text, seq }))).toEqual(acked);
    expect(record.filter(({ from }) => from === 'bot')).toHaveLength(asked.length);
  }

  it('says that it is ready, with its address and the pages', () => {
    expect(product.output()).toMatch(/ready: http:\/\/127\.0\.0\.1:\d+/);
    for (const path of ['/wechat', '/desk', '/demo/sms/']) expect(product.output()).toContain(`${product.url}${path}`);
  });

  it('finishes what was acknowledged on SIGTERM and ends with 0 within ten seconds', async () => {
    const clients = await senders();
    const storms = clients.map((one, index) => sendUntilCut(one, `term${index}`));
    await Promise.all(clients.map((one) => one.told.until<WireMessage>('message', ({ seq }) => seq >= 6)));
    // As browsers keep one ready: it asks nothing, and holds nothing up.
    const spare = connect(Number(new URL(product.url).port), '127.0.0.1');
    const isCut = new Promise((resolve) => spare.once('close', resolve).on('error', () => undefined));
    await new Promise((resolve) => spare.once('connect', resolve));
    const begun = Date.now();
    expect(await product.stop('SIGTERM')).toBe(0);
    expect(Date.now() - begun).toBeLessThan(STOPS_WITHIN_MS);
    await isCut;
    const acked = await Promise.all(storms);
    expect(Math.min(...acked.map((list) => list.length))).toBeGreaterThan(2);
    // No farewell that a plain client of Socket.IO takes for good: it would not come back after a restart.
    expect(clients.map((one) => one.socket.active)).toEqual(clients.map(() => true));
    // Every answer reached the page before the farewell: nothing was left for the next start.
    for (const one of clients) {
      const asked = one.messages.filter(({ from }) => from === 'subscriber').length;
      expect(one.messages.filter(({ from }) => from === 'bot')).toHaveLength(asked);
    }
    product = await product.restart();
    for (const [index, one] of clients.entries()) await expectAllThere(one, acked[index] ?? []);
    expect(product.output()).not.toMatch(/"level":"?(error|50)/);
  });

  it('has every acknowledged message once and in order after a kill, and answers each', async () => {
    for (let round = 0; round < 2; round += 1) {
      const clients = await senders();
      const storms = clients.map((one, index) => sendUntilCut(one, `kill${round}-${index}`));
      await Promise.all(clients.map((one) => one.told.until<WireMessage>('message', ({ seq }) => seq >= 8)));
      product = await product.restart('SIGKILL');
      const acked = await Promise.all(storms);
      expect(acked.flat().length).toBeGreaterThan(SENDERS);
      for (const [index, one] of clients.entries()) await expectAllThere(one, acked[index] ?? []);
    }
  });
});

describe('one product', () => {
  let business: BusinessProcess;
  let product: Product;
  beforeAll(async () => {
    business = await startBusinessProcess();
    product = await startProduct({ env: { BSS_URL: business.url }, isAlone: true });
  });
  afterAll(async () => {
    business.goOn();
    await business.kill();
    await product.dispose();
  });

  it('keeps an idle connection for longer than proxies do, which would lose a request over one that is closed', async () => {
    const kept = (await fetch(`${product.url}/readyz`)).headers.get('keep-alive');
    expect(Number(/timeout=(\d+)/.exec(kept ?? '')?.[1])).toBeGreaterThan(120);
  });

  it('leaves its address to nobody else, who says so plainly', async () => {
    const { code, said } = await refusedStart({ PORT: new URL(product.url).port });
    expect(code).toBe(1);
    expect(said).toMatch(/EADDRINUSE/);
    expect(said).not.toMatch(/\n\s+at /);
  });

  it('still answers what was acknowledged while the business system hangs, plainly, and ends with 0 in time', async () => {
    const one = await connectSubscriber(product.url, { token: await siteToken(product.url, '13800000001') });
    business.freeze();
    expect(await one.send('查下余额')).toMatchObject({ ok: true });
    const begun = Date.now();
    expect(await product.stop('SIGTERM')).toBe(0);
    expect(Date.now() - begun).toBeLessThan(STOPS_WITHIN_MS);
    // The process may be seen to end before what it said last is read.
    await one.told.until<WireMessage>('message', ({ from }) => from === 'bot');
    expect(one.messages.at(-1)).toMatchObject({ from: 'bot', intent: 'balance_query' });
    expect(one.messages.at(-1)?.text).not.toMatch(/\d/);
    one.close();
  });
});

describe('outside the demo', () => {
  let product: Product | null = null;
  afterEach(async () => {
    await product?.dispose();
    product = null;
  });

  it('has no demo routes, no demo staff and no word of them', async () => {
    const business = await startBusinessProcess();
    product = await startProduct({ env: { DEMO: '0', BSS_URL: business.url, SUBSCRIBER_JWT_SECRET: 'of this test, long enough' }, isAlone: true });
    const { url } = product;
    const paths = ['/demo/sms/13800000001', '/demo/accounts/13800000001'];
    const statuses = await Promise.all(paths.map(async (path) => (await fetch(`${url}${path}`)).status));
    const post = { method: 'POST', headers: { 'content-type': 'application/json' } };
    const token = await fetch(`${url}/demo/token`, { ...post, body: JSON.stringify({ msisdn: '13800000001' }) });
    const login = await fetch(`${url}/api/staff/login`, { ...post, body: JSON.stringify({ email: 'agent1@demo', password: 'demo' }) });
    expect([...statuses, token.status, login.status]).toEqual([404, 404, 404, 401]);
    expect(product.output()).not.toMatch(/@demo|13800000001/);
    await business.kill();
  });

  it.each([
    ['with demo accounts in production', { NODE_ENV: 'production', DEMO: '1' }, [/DEMO/, /production/]],
    ['with a folder that cannot be made', { DATA_DIR: '/proc/x/y' }, [/no SQLite file can be kept in \/proc\/x\/y/]],
    ['with everything wrong at once', { PORT: '70000', LOG_LEVEL: 'loud', SUBSCRIBER_JWT_SECRET: 'short', REDIS_URL: 'redis://127.0.0.1:6379' }, [/PORT/, /LOG_LEVEL/, /SUBSCRIBER_JWT_SECRET/, /REDIS_URL.*DATABASE_URL/]],
  ] as const)('refuses to start %s, and says all of why', async (_what, env, reasons) => {
    const { code, said } = await refusedStart(env);
    expect(code).toBe(1);
    for (const reason of reasons) expect(said).toMatch(reason);
    expect(said).not.toMatch(/ready:|\n\s+at /);
  });
});
