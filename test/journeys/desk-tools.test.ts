/** The agent's tools over real sockets and HTTP: what each does, who may, and what both sides see of it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { connectStaff, connectSubscriber, siteToken, staffToken } from '../support/clients.js';
import type { Client, StaffClient, Subscriber } from '../support/clients.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';

describe('the agent’s tools', () => {
  let product: Product;
  const clients: Client[] = [];
  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
  }, 60_000);
  afterAll(() => product.dispose());
  afterEach(async () => {
    for (const client of clients.splice(0)) {
      await client.request('presence', { status: 'offline' }).catch(() => undefined);
      await client.request('end', {}).catch(() => undefined);
      client.close();
    }
  });

  const kept = <Made extends Client>(client: Made): Made => {
    clients.push(client);
    return client;
  };
  const staff = async (email: string, status: string | null = 'online'): Promise<StaffClient> => kept(await connectStaff(product.url, email, status));
  const idOf = (one: Subscriber): string => one.conversation?.id ?? '';
  /** An agent with one subscriber's chat in hand. */
  async function live(email = 'agent1@demo'): Promise<{ agent: StaffClient; one: Subscriber; id: string }> {
    const agent = await staff(email);
    const one = kept(await connectSubscriber(product.url, { token: await siteToken(product.url, '13800000004') }));
    await one.ask('我这个月话费多少');
    await one.request('handoff', {});
    await agent.told.until('offer');
    expect(await agent.request('accept', { conversationId: idOf(one) })).toMatchObject({ ok: true });
    return { agent, one, id: idOf(one) };
  }
  async function get(path: string, email: string): Promise<{ status: number; body: unknown }> {
    const response = await fetch(`${product.url}${path}`, { headers: { authorization: `Bearer ${await staffToken(product.url, email)}` } });
    return { status: response.status, body: await response.json() };
  }

  describe('a masked number', () => {
    it('is shown to its agent for a reason, and the audit log keeps who, whom and why', async () => {
      const { agent, id } = await live();
      expect(await agent.request('reveal', { conversationId: id, reason: ' ' })).toMatchObject({ ok: false, error: { code: 'bad-text' } });
      expect(await agent.request('reveal', { conversationId: id, reason: '用户要求回拨' })).toEqual({ ok: true, msisdn: '13800000004' });
      const { body } = await get(`/api/audit?conversationId=${id}`, 'supervisor@demo');
      expect(body).toEqual({ entries: [expect.objectContaining({ act: 'number.revealed', conversationId: id, reason: '用户要求回拨', staff: { id: 'demo-agent1', name: '林晓' } })] });
      expect(JSON.stringify(body)).not.toContain('13800000004');
    });

    it('stays masked for a colleague, and the audit log closed to agents', async () => {
      const { id } = await live();
      const colleague = await staff('agent2@demo', null);
      expect(await colleague.request('reveal', { conversationId: id, reason: '好奇' })).toMatchObject({ ok: false, error: { code: 'not-yours' } });
      expect(await get('/api/audit', 'agent2@demo')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      expect(await get('/api/audit?limit=0', 'admin@demo')).toMatchObject({ status: 400, body: { code: 'bad-request' } });
    });
  });
});
