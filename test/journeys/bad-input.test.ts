/** What does not fit gets a coded error, changes nothing, and nobody else notices. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SignJWT } from 'jose';
import { io } from 'socket.io-client';
import { connectStaff, connectSubscriber, postJson, siteToken, staffToken } from '../support/clients.js';
import type { StaffClient, Subscriber } from '../support/clients.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import type { WireMessage } from '../../src/protocol/chat.js';

const SECRET = 'a secret of this test alone, long enough';

describe('bad input at the doors', () => {
  let product: Product;
  let bystander: Subscriber;

  beforeAll(async () => {
    product = await startProduct({ env: { SUBSCRIBER_JWT_SECRET: SECRET } });
    bystander = await connectSubscriber(product.url);
  });
  afterAll(async () => {
    bystander.close();
    await product.dispose();
  });

  async function expectBystanderUndisturbed(): Promise<void> {
    expect((await bystander.send('还在吗')).ok).toBe(true);
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
  }

  it.each([
    ['no payload at all', undefined],
    ['null', null],
    ['a number', 7],
    ['a list', ['text']],
    ['no clientId', { text: '你好' }],
    ['an empty clientId', { clientId: '', text: '你好' }],
    ['a clientId with spaces', { clientId: 'a b', text: '你好' }],
    ['a text that is an object', { clientId: 'x1', text: { $ne: null } }],
    ['a text that is a list', { clientId: 'x2', text: ['a'] }],
    ['keys nobody asked for', { clientId: 'x3', text: 'hi', verified: true, from: 'agent', seq: -1 }],
    ['an action without an id', { clientId: 'x4', action: {} }],
    ['an action that is no button', { clientId: 'x6', action: { id: '__proto__', value: 'x' } }],
    ['a wish there is no such of', { clientId: 'x7', action: { id: 'intent:constructor' } }],
    ['an article there is not', { clientId: 'x8', action: { id: 'article:../secret' } }],
    ['text and action at once', { clientId: 'x5', text: 'a', action: { id: 'handoff' } }],
  ])('refuses a send with %s', async (_name, payload) => {
    const subscriber = await connectSubscriber(product.url);
    const ack = await subscriber.request('send', payload as object);
    expect(ack).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    const history = await subscriber.request('history');
    expect(history).toMatchObject({ ok: true, messages: [] });
    subscriber.close();
    await expectBystanderUndisturbed();
  });

  it('refuses bytes wherever something else belongs', async () => {
    const subscriber = await connectSubscriber(product.url);
    const bytes = Buffer.from([1, 2, 3]);
    for (const [event, payload] of [['send', bytes], ['send', { clientId: 'b1', text: bytes }], ['rate', { score: 5, reasons: bytes }], ['history', { limit: bytes }], ['typing', { on: bytes }]] as const) {
      expect([event, await subscriber.request(event, payload)]).toMatchObject([event, { ok: false, error: { code: 'bad-request' } }]);
    }
    const staff = await connectStaff(product.url, 'agent1@demo', null);
    expect(await staff.request('close', { conversationId: 'none', disposition: 'resolved', tags: bytes })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
    for (const client of [subscriber, staff]) client.close();
    await expectBystanderUndisturbed();
  });

  it('refuses bodies nested without end and content with broken text, and stays as it was', async () => {
    const { token } = (await postJson(`${product.url}/api/staff/login`, { email: 'admin@demo', password: 'demo' })) as { token: string };
    const asked = async (method: string, path: string, body: string) => {
      const response = await fetch(`${product.url}${path}`, { method, body, headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` } });
      return [response.status, ((await response.json()) as { code?: string }).code];
    };
    const deep = '{"a":'.repeat(3000) + '1' + '}'.repeat(3000);
    for (const [method, path] of [['PUT', '/api/content/variables'], ['POST', '/api/content/passages'], ['PUT', '/api/content/intents/balance_query'], ['POST', '/api/nlu/parse'], ['POST', '/api/staff/login']] as const) {
      expect([path, ...(await asked(method, path, deep))]).toEqual([path, 400, 'bad-request']);
    }
    for (const text of ['"a\\u0000b"', '"\\ud800"']) expect(await asked('PUT', '/api/content/variables', `{"hotline":${text}}`)).toEqual([400, 'bad-text']);
    await expectBystanderUndisturbed();
  });

  it.each([
    ['empty text', '', 'bad-text'],
    ['only white space', ' \n\t ', 'bad-text'],
    ['only what nobody sees', ' \u200b\ufeff\u2060\u3164', 'bad-text'],
    ['broken UTF-16', 'half \ud800 pair', 'bad-text'],
    ['a NUL', 'a\u0000b', 'bad-text'],
    ['100 KB', 'x'.repeat(100_000), 'too-long'],
    ['one character too many', '字'.repeat(4001), 'too-long'],
  ])('refuses %s with a code of its own', async (_name, text, code) => {
    const subscriber = await connectSubscriber(product.url, { locale: 'en' });
    const ack = await subscriber.send(text);
    expect(ack).toMatchObject({ ok: false, error: { code } });
    expect(ack.error?.message).toMatch(/^[A-Z]/);
    expect(await subscriber.request('history')).toMatchObject({ messages: [] });
    subscriber.close();
    await expectBystanderUndisturbed();
  });

  it('takes the longest text that fits, with emoji of four bytes', async () => {
    const subscriber = await connectSubscriber(product.url);
    const text = `😀${'字'.repeat(3998)}`;
    const ack = await subscriber.send(text);
    expect(ack.ok).toBe(true);
    expect((await subscriber.told.until<WireMessage>('message', (message) => message.seq === ack['seq'])).text).toBe(text);
    subscriber.close();
  });

  it.each(['constructor', '__proto__', 'toString', 'agent:claim', 'message'])('refuses the unknown event %s', async (event) => {
    const subscriber = await connectSubscriber(product.url);
    expect(await subscriber.request(event, { conversationId: bystander.conversation?.id })).toMatchObject({ ok: false, error: { code: 'unknown-event' } });
    subscriber.close();
    await expectBystanderUndisturbed();
  });

  it.each([
    ['words that name nothing', `用${'问到'.repeat(1500)}n`],
    ['taking back a transfer', `别转${'转接'.repeat(1500)}，`],
    ['beginning to pick', '那就'.repeat(30)],
    ['asking to be given', '给我'.repeat(30)],
    ['leaving and not leaving', '那就'.repeat(19)],
    ['places', '县是'.repeat(1900)],
    ['a score and what follows', `1${'\t'.repeat(3900)}x`],
    ['calling for somebody', `${'agent '.repeat(600)}zz`],
    ['calling for a person', `${'human agent '.repeat(300)}zz`],
    ['marks', `${'!'.repeat(3900)}x`],
  ])('answers a message that is made to be read without end: %s', async (_name, text) => {
    const subscriber = await connectSubscriber(product.url);
    expect((await subscriber.ask(text)).from).toBe('bot');
    expect((await fetch(`${product.url}/healthz`)).status).toBe(200);
    subscriber.close();
  });

  it('lives on after frames that are no Socket.IO, deep JSON and events named after internals', async () => {
    const deep = `42/chat,["send",${'['.repeat(10_000)}${']'.repeat(10_000)}]`;
    for (const frame of ['42["constructor",{}]', '42/chat,["removeListener","x"]', '42/chat,["newListener",{}]', '42/chat,["connect_error",{}]', '42/chat,["disconnect"]', '451-["x",{"_placeholder":true,"num":9}]', 'zzz', '4', deep]) {
      const subscriber = await connectSubscriber(product.url);
      const engine = subscriber.socket.io.engine as unknown as { transport: { ws: { send(data: string): void } } };
      engine.transport.ws.send(frame);
      await expectBystanderUndisturbed();
      subscriber.close();
    }
  });

  it('counts a flood against the one who floods and nobody else', async () => {
    const flooder = await connectSubscriber(product.url);
    const acks = await Promise.all(Array.from({ length: 120 }, () => flooder.send('洪水')));
    const refused = acks.filter((ack) => !ack.ok);
    expect(refused.length).toBeGreaterThan(50);
    expect(new Set(refused.map((ack) => ack.error?.code))).toEqual(new Set(['rate-limited']));
    await expectBystanderUndisturbed();
    const stored = (await flooder.request('history', { limit: 200 }))['messages'] as WireMessage[];
    expect(stored.filter((message) => message.from === 'subscriber')).toHaveLength(acks.length - refused.length);
    flooder.close();
  });

  it('stores one message for one clientId, however often and however at once it is sent', async () => {
    const subscriber = await connectSubscriber(product.url);
    const acks = await Promise.all(Array.from({ length: 8 }, () => subscriber.send('只此一句', 'same-id')));
    expect(new Set(acks.map((ack) => `${String(ack['id'])}/${String(ack['seq'])}`)).size).toBe(1);
    expect(await subscriber.send('只此一句', 'same-id')).toMatchObject({ ok: true, seq: acks[0]?.['seq'] });
    const stored = (await subscriber.request('history'))['messages'] as WireMessage[];
    expect(stored.filter((message) => message.from === 'subscriber')).toHaveLength(1);
    subscriber.close();
  });

  it('records what is sent at once in the order it came, whatever has to be looked up for it, and the end last', async () => {
    const subscriber = await connectSubscriber(product.url);
    await subscriber.ask('你好');
    const acks = await Promise.all([
      subscriber.send('查流量'),
      subscriber.request('send', { clientId: 'order-2', action: { id: 'intent:balance_query' } }),
      subscriber.request('send', { clientId: 'order-3', action: { id: 'no-such-button' } }),
      subscriber.send('再说一句'),
      subscriber.request('end'),
    ]);
    expect(acks.map(({ ok }) => ok)).toEqual([true, true, false, true, true]);
    const stored = (await subscriber.request('history', { limit: 200 }))['messages'] as WireMessage[];
    expect(stored.filter(({ from }) => from === 'subscriber').map(({ clientId }) => clientId).slice(1)).toEqual([acks[0], acks[1], acks[3]].map((ack) => stored.find(({ seq }) => seq === ack?.['seq'])?.clientId));
    expect(stored.at(-1)).toMatchObject({ from: 'system', text: expect.stringContaining('会话已结束') });
    subscriber.close();
  });

  function connectError(auth: object, namespace = 'chat', headers: Record<string, string> = {}): Promise<{ message: string; data?: { code: string } }> {
    return new Promise((resolve, reject) => {
      const socket = io(`${product.url}/${namespace}`, { auth, transports: ['websocket'], reconnection: false, forceNew: true, extraHeaders: headers });
      socket.once('connect', () => {
        socket.disconnect();
        reject(new Error('it was let in'));
      });
      socket.once('connect_error', (error) => {
        socket.disconnect();
        resolve(error as Error & { data?: { code: string } });
      });
    });
  }

  async function forged(change: (jwt: SignJWT) => SignJWT, secret = SECRET): Promise<string> {
    const jwt = new SignJWT({ sub: '13800000002' }).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h');
    return change(jwt).sign(new TextEncoder().encode(secret));
  }
  const none = (header: object) => `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${Buffer.from(JSON.stringify({ sub: '13800000002', exp: 9e9 })).toString('base64url')}.`;

  it('refuses forged, expired, unsigned and incomplete site tokens', async () => {
    const tokens = [
      none({ alg: 'none' }),
      none({ alg: 'nOnE' }),
      await forged((jwt) => jwt, 'another secret that is long enough too'),
      await forged((jwt) => jwt.setExpirationTime(Math.floor(Date.now() / 1000) - 60)),
      await forged((jwt) => jwt.setNotBefore('2h')),
      await new SignJWT({ sub: '13800000002' }).setProtectedHeader({ alg: 'HS256' }).sign(new TextEncoder().encode(SECRET)),
      await new SignJWT({}).setProtectedHeader({ alg: 'HS256' }).setExpirationTime('1h').sign(new TextEncoder().encode(SECRET)),
      await forged((jwt) => jwt.setSubject('not a number')),
      'not.a.token',
      'x',
    ];
    for (const token of tokens) expect((await connectError({ token })).data?.code).toBe('unauthenticated');
  });

  it('opens nothing with an id, a forged resume token, or another subscriber’s conversation', async () => {
    const owner = await connectSubscriber(product.url, { token: await siteToken(product.url, '13800000002') });
    await owner.ask('查话费');
    const { id = '', resumeToken = '' } = owner.conversation ?? {};
    for (const forgery of [id, `${id}.`, `${id}.AAAA`, `${resumeToken.slice(0, -2)}zz`]) {
      expect((await connectError({ resumeToken: forgery })).data?.code).toBe('unauthenticated');
    }
    const thief = await siteToken(product.url, '13800000001');
    expect((await connectError({ resumeToken, token: thief })).data?.code).toBe('not-yours');
    for (const token of [thief, 'nothing', await staffToken(product.url, 'agent2@demo')]) {
      const response = await fetch(`${product.url}/api/conversations/${id}/transcript`, { headers: { authorization: `Bearer ${token}` } });
      expect([401, 404]).toContain(response.status);
    }
    owner.close();
  });

  it('refuses a page of a foreign origin', async () => {
    const error = await connectError({}, 'chat', { origin: 'https://evil.example' });
    expect(error.message).toMatch(/websocket error|403/);
  });

  it('keeps staff out without a session, editors off the desk, and agents off what is not theirs', async () => {
    expect((await connectError({}, 'desk')).data?.code).toBe('unauthenticated');
    expect((await connectError({ token: 'x'.repeat(43) }, 'desk')).data?.code).toBe('unauthenticated');
    expect((await connectError({ token: await staffToken(product.url, 'editor@demo') }, 'desk')).data?.code).toBe('forbidden');
    expect(await postJson(`${product.url}/api/staff/login`, { email: 'agent1@demo', password: 'wrong' })).toMatchObject({ status: 401, code: 'unauthenticated' });

    const victim = await connectSubscriber(product.url);
    await victim.send('我的私事');
    const conversationId = victim.conversation?.id ?? '';
    const agent: StaffClient = await connectStaff(product.url, 'agent1@demo', null);
    const refusals = await Promise.all([
      agent.request('open', { conversationId }),
      agent.request('accept', { conversationId }),
      agent.request('close', { conversationId, disposition: 'solved' }),
      agent.request('note', { conversationId, text: 'x' }),
      agent.request('whisper', { conversationId, text: 'x' }),
      agent.request('takeover', { conversationId }),
      agent.request('transfer', { conversationId, to: { skill: 'billing' }, note: '' }),
      agent.request('return', { conversationId }),
      agent.request('suggest', { conversationId }),
      agent.request('history', { conversationId }),
      agent.send(conversationId, '我是客服'),
      agent.request('open', { conversationId: 'nothing' }),
    ]);
    expect(refusals.map((ack) => ack.ok)).toEqual(refusals.map(() => false));
    expect(victim.messages.filter((message) => message.from === 'agent')).toEqual([]);
    expect(agent.told.of<WireMessage>('message')).toEqual([]);
    agent.close();
    victim.close();
  });

  it('answers HTTP that does not fit with problem documents', async () => {
    const cases: [string, RequestInit, number][] = [
      ['/api/staff/login', { method: 'POST', body: '{', headers: { 'content-type': 'application/json' } }, 400],
      ['/api/staff/login', { method: 'POST', body: JSON.stringify({ email: { $gt: '' }, password: [] }), headers: { 'content-type': 'application/json' } }, 400],
      ['/api/staff/login', { method: 'POST', body: JSON.stringify({ email: 'x'.repeat(400_000), password: 'x' }), headers: { 'content-type': 'application/json' } }, 413],
      ['/api/nlu/parse', { method: 'POST', body: JSON.stringify({ text: '你好' }), headers: { 'content-type': 'application/json' } }, 401],
      ['/api/kb/..%2F..%2Fpackage.json', {}, 404],
      ['/api/conversations/none/transcript', {}, 401],
      ['/no/such/page', {}, 404],
      ['/api/content/planned/%00/changes', {}, 400],
      ['/api/audit?act=a%00b', {}, 400],
      ['/v3/directline/conversations/%00', {}, 400],
      ['/..%2fpackage.json', {}, 404],
    ];
    for (const [path, init, status] of cases) {
      const response = await fetch(`${product.url}${path}`, init);
      expect({ path, status: response.status, type: response.headers.get('content-type')?.split(';')[0] }).toEqual({ path, status, type: 'application/problem+json' });
      expect(await response.text()).not.toMatch(/at .*\.(js|ts):\d+/);
    }
  });

  it('writes neither tokens nor whole numbers into its log', () => {
    expect(product.output()).not.toMatch(/eyJ[\w-]+\.[\w-]+\.[\w-]+/);
    const log = product.output().split('\n').filter((line) => line.startsWith('{'));
    expect(log.join('\n')).not.toMatch(/\b1380000\d{4}\b/);
  });
});
