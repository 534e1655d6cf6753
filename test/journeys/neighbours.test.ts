/** Programs around the product: keys that let them in as far as they may, webhooks that tell them, codes by their gateway, documents to read. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { connectStaff, connectSubscriber, siteToken, staffToken } from '../support/clients.js';
import { startListener, type Listener } from '../support/listener.js';
import { engines } from '../support/engines.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';

interface Told {
  readonly event: string;
  readonly data: Readonly<Record<string, unknown>>;
}

for (const engine of engines()) {
  describe(`programs around the product, on ${engine.name}`, () => {
    let product: Product;
    let crm: Listener;
    let gateway: Listener;
    let admin: string;
    const call = async (method: string, path: string, token: string, body?: object) => {
      const response = await fetch(`${product.url}${path}`, { method, headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` }, ...(body ? { body: JSON.stringify(body) } : {}) });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    };
    const keyFor = async (staffId: string, scopes: string[], expiresAt: number | null = null) => {
      const { body } = await call('POST', '/api/keys', admin, { name: '对接', staffId, scopes, expiresAt });
      return { secret: String(body['secret']), id: (body['key'] as { id: string }).id };
    };

    beforeAll(async () => {
      [crm, gateway] = await Promise.all([startListener(), startListener()]);
      product = await startProduct({ env: { RATE_LIMIT: 'off', WEBHOOK_HOSTS: crm.host, SMS_URL: `${gateway.url}/send`, SMS_TOKEN: 'gateway-token', ...(await engine.env()) } });
      admin = await staffToken(product.url, 'admin@demo');
    });
    afterAll(async () => {
      await product.dispose();
      await engine.dispose();
      await Promise.all([crm.close(), gateway.close()]);
    });

    it('get in with a key as far as its scopes and its person reach, and no further', async () => {
      const { secret } = await keyFor('demo-supervisor', ['line.supervise', 'desk.use']);
      expect((await call('GET', '/api/line/figures', secret)).status).toBe(200);
      expect(await call('GET', '/api/settings', secret)).toMatchObject({ status: 403 });
      expect(await call('GET', '/api/keys', secret)).toMatchObject({ status: 403 });
      const line = await keyFor('demo-agent1', ['line.see']);
      const waiting = await connectSubscriber(product.url);
      await waiting.send('转人工');
      await waiting.told.until('queue');
      const entry = { conversationId: waiting.conversation?.id ?? '', skill: 'general' };
      expect((await call('GET', '/api/line', line.secret)).body).toMatchObject({ waiting: [entry], counts: { waiting: 1, live: 0, agentsOnline: 0 } });
      expect(await call('GET', '/api/line', secret)).toMatchObject({ status: 403 });
      await waiting.press('line:leave');
      waiting.close();
      const editor = await keyFor('demo-editor', ['content.edit']);
      expect((await call('POST', '/api/nlu/parse', editor.secret, { text: '查话费' })).body).toMatchObject({ intent: 'balance_query' });
      expect((await call('POST', '/api/desk/board', editor.secret, { on: true })).status).toBe(403);
      for (const wrong of [`${secret.slice(0, -2)}${secret.endsWith('AA') ? 'BA' : 'AA'}`, 'jbk_', 'jbk_guess']) expect((await call('GET', '/api/line/figures', wrong)).status).toBe(401);
      expect(product.output()).not.toContain(secret);
    });

    it('are refused keys that reach further than their person, and keys that are over, revoked, or of nobody', async () => {
      expect(await call('POST', '/api/keys', admin, { name: 'x', staffId: 'demo-agent1', scopes: ['line.supervise'] })).toMatchObject({ status: 400 });
      expect(await call('POST', '/api/keys', admin, { name: 'x', staffId: 'demo-admin', scopes: ['staff.manage'] })).toMatchObject({ status: 400 });
      expect(await call('POST', '/api/keys', admin, { name: 'x', staffId: 'nobody', scopes: ['desk.use'] })).toMatchObject({ status: 404 });
      expect(await call('POST', '/api/keys', admin, { name: 'x', staffId: 'demo-agent1', scopes: ['desk.use'], expiresAt: 1 })).toMatchObject({ status: 400 });
      expect(await call('POST', '/api/keys', await staffToken(product.url, 'supervisor@demo'), { name: 'x', staffId: 'demo-agent1', scopes: ['desk.use'] })).toMatchObject({ status: 403 });
      const { secret, id } = await keyFor('demo-supervisor', ['line.supervise'], Date.now() + 60_000);
      expect((await call('GET', '/api/line/figures', secret)).status).toBe(200);
      expect((await call('DELETE', `/api/keys/${id}`, admin)).status).toBe(200);
      expect((await call('GET', '/api/line/figures', secret)).status).toBe(401);
      const acts = (await call('GET', '/api/audit?act=key.revoked&limit=5', admin)).body['entries'] as { target: string }[];
      expect(acts.map(({ target }) => target)).toContain(id);
    });

    it('are told once of what happens, signed, with the number masked; again until they take it; and again when asked to', async () => {
      const made = await call('POST', '/api/webhooks', admin, { url: `${crm.url}/events`, events: ['conversation.started', 'handoff.queued', 'handoff.accepted', 'conversation.closed', 'rating.given'] });
      const secret = String(made.body['secret']);
      const { id } = made.body['webhook'] as { id: string };
      const subscriber = await connectSubscriber(product.url, { token: await siteToken(product.url, '13800000001') });
      const agent = await connectStaff(product.url, 'agent1@demo');
      await subscriber.ask('查话费');
      await subscriber.request('handoff');
      const { conversationId } = await agent.told.until<{ conversationId: string }>('offer', (offer) => offer.conversationId === subscriber.conversation?.id);
      await agent.request('accept', { conversationId });
      const key = (await keyFor('demo-agent1', ['desk.use'])).secret;
      expect((await call('POST', '/api/desk/send', key, { conversationId, clientId: 'c1', text: '您好，我来帮您。' })).body).toMatchObject({ ok: true });
      expect((await call('POST', '/api/desk/note', key, { conversationId, text: '来自工单系统' })).status).toBe(200);
      expect((await call('POST', '/api/desk/presence', key, { status: 'online' })).status).toBe(400);
      expect((await call('POST', '/api/desk/send', key, { conversationId, clientId: 'c2', text: '' })).status).toBe(400);
      expect((await call('POST', '/api/desk/close', key, { conversationId, disposition: 'solved' })).status).toBe(200);
      // Whom its person served opens nothing to a key that reaches no conversations.
      const seesOnlyCases = (await keyFor('demo-agent1', ['cases.use'])).secret;
      const transcript = `/api/conversations/${conversationId}/transcript?format=json`;
      expect([(await call('GET', transcript, key)).status, (await call('GET', transcript, seesOnlyCases)).status]).toEqual([200, 404]);
      await subscriber.request('rate', { score: 5 });
      const events = ['conversation.started', 'handoff.queued', 'handoff.accepted', 'conversation.closed', 'rating.given'];
      for (const event of events) {
        const { text, headers } = await crm.next((one) => one.headers['jiebang-event'] === event);
        const told = JSON.parse(text) as Told;
        expect(told).toMatchObject({ event, data: { conversationId, subscriber: '138****0001' } });
        const [, seconds = '', signature = ''] = /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['jiebang-signature'])) ?? [];
        expect(signature).toBe(createHmac('sha256', secret).update(`${seconds}.${text}`).digest('hex'));
        expect(Math.abs(Date.now() / 1000 - Number(seconds))).toBeLessThan(60);
      }
      expect(crm.received.map((one) => one.headers['jiebang-event']).sort()).toEqual([...events].sort());
      expect(product.output()).not.toContain(secret);

      const log = async () => (await call('GET', `/api/webhooks/${id}/deliveries`, admin)).body['deliveries'] as { id: string; event: string; state: string; attempts: number; outcome: { status: number } }[];
      const isSettled = async () => (await log()).every(({ state }) => state === 'delivered');
      while (!(await isSettled())) await new Promise((resolve) => setTimeout(resolve, 50));
      expect((await log()).map(({ outcome }) => outcome.status)).toEqual(events.map(() => 200));
      const again = (await log()).find(({ event }) => event === 'rating.given');
      crm.answer(500);
      await call('POST', `/api/webhooks/${id}/deliveries/${encodeURIComponent(String(again?.id))}/replay`, admin);
      const isRepeated = () => crm.received.filter((one) => one.headers['jiebang-event'] === 'rating.given').length >= 2;
      await crm.next(isRepeated);
      while ((await log()).find(({ event }) => event === 'rating.given')?.attempts !== 1) await new Promise((resolve) => setTimeout(resolve, 50));
      expect((await log()).find(({ event }) => event === 'rating.given')).toMatchObject({ state: 'pending', outcome: { status: 500 } });
      crm.answer(200);
      subscriber.close();
      agent.close();
    });

    it('hear of what happened in the moment before the node was killed, once it is back', async () => {
      const events = ['handoff.left', 'handoff.released', 'case.changed'];
      const made = await call('POST', '/api/webhooks', admin, { url: `${crm.url}/after-the-kill`, events });
      const [given, leaving, agent] = await Promise.all([connectSubscriber(product.url), connectSubscriber(product.url), connectStaff(product.url, 'agent2@demo', null)]);
      await agent.request('presence', { status: 'online', capacity: 1 });
      await given.request('handoff');
      const { conversationId } = await agent.told.until<{ conversationId: string }>('offer', (offer) => offer.conversationId === given.conversation?.id);
      await agent.request('accept', { conversationId });
      expect(await leaving.request('handoff')).toMatchObject({ queued: true });
      const token = await staffToken(product.url, 'agent2@demo');
      expect((await call('POST', '/api/cases', token, { conversationId, clientId: 'k1', kind: 'fault', title: '家里没有网' })).status).toBe(200);
      expect(await Promise.all([agent.request('return', { conversationId }), leaving.request('end')])).toMatchObject([{ ok: true }, { ok: true }]);
      product = await product.restart('SIGKILL');
      admin = await staffToken(product.url, 'admin@demo');
      // What was on its way when the node died comes once more under the same id.
      const told = (event: string) => {
        const heard = crm.received.filter(({ path, headers }) => path === '/after-the-kill' && headers['jiebang-event'] === event);
        return [...new Map(heard.map(({ headers, text }) => [headers['jiebang-delivery'], (JSON.parse(text) as Told).data])).values()];
      };
      for (const event of events) await crm.next(() => told(event).length > 0);
      expect(told('handoff.left')).toEqual([expect.objectContaining({ conversationId: leaving.conversation?.id, state: 'closed' })]);
      expect(told('handoff.released')).toEqual([expect.objectContaining({ conversationId, state: 'bot' })]);
      expect(told('case.changed')).toEqual([expect.objectContaining({ conversationId, kind: 'fault', version: 1 })]);
      await call('DELETE', `/api/webhooks/${(made.body['webhook'] as { id: string }).id}`, admin);
      for (const client of [given, leaving, agent]) client.close();
    }, 240_000);

    it('may not be placed inside the operator’s network by what somebody enters', async () => {
      for (const url of ['http://127.0.0.1:1/', 'https://169.254.169.254/', 'https://[::1]/', 'file:///etc/passwd', 'https://localhost/']) {
        expect(await call('POST', '/api/webhooks', admin, { url, events: ['case.changed'] })).toMatchObject({ status: 400, body: { code: 'bad-request' } });
      }
      expect(await call('POST', '/api/webhooks', admin, { url: `${crm.url}/x`, events: ['case.changed'], name: 'CRM' })).toMatchObject({ status: 400, body: { detail: 'name' } });
      expect(await call('POST', '/api/webhooks', admin, { url: `${crm.url}/x`, events: ['everything'] })).toMatchObject({ status: 400 });
      expect(await call('POST', '/api/webhooks', await staffToken(product.url, 'supervisor@demo'), { url: `${crm.url}/x`, events: ['case.changed'] })).toMatchObject({ status: 403 });
    });

    it('send the codes: to whom they belong, once asked for; a gateway that does not take one is told of plainly', async () => {
      const visitor = await connectSubscriber(product.url);
      await visitor.ask('查话费');
      await visitor.ask('13800000003');
      const { path, text, headers } = await gateway.next((one) => one.text.includes('13800000003'));
      const { to, code, id } = JSON.parse(text) as { to: string; code: string; id: string };
      expect({ path, to, authorization: headers['authorization'] }).toEqual({ path: '/send', to: '13800000003', authorization: 'Bearer gateway-token' });
      expect(id.length).toBeGreaterThan(10);
      expect(await visitor.ask(code)).toMatchObject({ card: { type: 'balance' } });
      gateway.answer(503);
      const other = await connectSubscriber(product.url);
      await other.ask('查话费');
      const refused = await other.ask('13800000005');
      expect(refused.text).not.toMatch(/\d{6}/);
      expect(gateway.received.filter((one) => one.text.includes('13800000005'))).toHaveLength(2);
      // Asking again at once is put off, without saying that there was a code.
      expect((await other.ask('重新发一下')).text).toMatch(/^离上次获取验证码不到一分钟/);
      expect(product.output()).not.toContain(code);
      visitor.close();
      other.close();
    });

    it('are written up at /docs, from this server alone', async () => {
      const page = await (await fetch(`${product.url}/docs`)).text();
      const parts = [...page.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1] ?? '');
      expect(parts.every((part) => part.startsWith('/'))).toBe(true);
      for (const part of parts) expect([part, (await fetch(product.url + part)).status]).toEqual([part, 200]);
      expect(await (await fetch(`${product.url}/docs/sockets`)).text()).toContain('client → server: takeover');
    });
  });
}
