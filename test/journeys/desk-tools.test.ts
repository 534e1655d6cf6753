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

  describe('a file', () => {
    // The smallest whole PNG: one transparent pixel.
    const PNG = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
    async function upload(token: string, file: { name: string; content: Uint8Array<ArrayBuffer> | Buffer<ArrayBuffer>; conversationId?: string }): Promise<{ status: number; body: { id: string; mime: string; name: string; code: string } }> {
      const form = new FormData();
      if (file.conversationId !== undefined) form.append('conversationId', file.conversationId);
      form.append('file', new Blob([file.content]), file.name);
      const response = await fetch(`${product.url}/api/attachments`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: form });
      return { status: response.status, body: (await response.json()) as { id: string; mime: string; name: string; code: string } };
    }
    const passOf = (one: Subscriber): string => one.conversation?.resumeToken ?? '';
    async function linkTo(id: string, token: string): Promise<{ status: number; href: string }> {
      const response = await fetch(`${product.url}/api/attachments/${id}/link`, { headers: { authorization: `Bearer ${token}` } });
      const { href } = (await response.json()) as { href?: string };
      return { status: response.status, href: href ?? '' };
    }

    it('goes from the subscriber to the agent and back, and opens through a link that no other id fits', async () => {
      const { agent, one, id } = await live();
      const { body } = await upload(passOf(one), { name: '截图 1.png', content: PNG });
      expect(body).toMatchObject({ name: '截图 1.png', mime: 'image/png' });
      expect(await one.request('send', { clientId: 'f1', attachment: { id: body.id } })).toMatchObject({ ok: true });
      const seen = await agent.told.until<{ attachment?: object; text: string; kind: string }>('message', (message) => (message as { attachment?: object }).attachment !== undefined);
      expect(seen).toMatchObject({ kind: 'attachment', text: '[图片] 截图 1.png', attachment: { id: body.id, mime: 'image/png', bytes: PNG.length } });
      const staffPass = await staffToken(product.url, 'agent1@demo');
      const answer = await upload(staffPass, { name: 'note.txt', content: Buffer.from('您好'), conversationId: id });
      expect(await agent.request('send', { conversationId: id, clientId: 'f2', attachment: { id: answer.body.id } })).toMatchObject({ ok: true });
      await one.told.until<{ text: string }>('message', (message) => message.text === '[文件] note.txt');

      const { href } = await linkTo(body.id, staffPass);
      const opened = await fetch(product.url + href);
      expect(Buffer.from(await opened.arrayBuffer()).equals(PNG)).toBe(true);
      expect(Object.fromEntries(opened.headers)).toMatchObject({ 'content-type': 'image/png', 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" });
      const textLink = await linkTo(answer.body.id, passOf(one));
      expect((await fetch(product.url + textLink.href)).headers.get('content-disposition')).toMatch(/^attachment; /);
      expect((await fetch(`${product.url}/api/attachments/${answer.body.id}${href.slice(href.indexOf('?'))}`)).status).toBe(401);
      expect((await fetch(`${product.url}/api/attachments/${body.id}`)).status).toBe(401);
    });

    it('opens to nobody else: not to another subscriber, not to a colleague, and is sent nowhere but where it was uploaded', async () => {
      const { one } = await live();
      const other = kept(await connectSubscriber(product.url));
      const { body } = await upload(passOf(one), { name: 'a.png', content: PNG });
      expect(await other.request('send', { clientId: 'x', attachment: { id: body.id } })).toMatchObject({ ok: false, error: { code: 'not-found' } });
      expect(await linkTo(body.id, passOf(other))).toMatchObject({ status: 404 });
      expect(await linkTo(body.id, await staffToken(product.url, 'agent2@demo'))).toMatchObject({ status: 404 });
      expect(await upload(await staffToken(product.url, 'agent2@demo'), { name: 'a.png', content: PNG, conversationId: idOf(one) })).toMatchObject({ status: 403 });
      expect(await upload('nobody', { name: 'a.png', content: PNG })).toMatchObject({ status: 401 });
    });

    it('is known by its bytes, whatever it is called, and refused when it is too large', async () => {
      const one = kept(await connectSubscriber(product.url));
      await one.ask('你好');
      const token = passOf(one);
      const page = Buffer.from('<html><script>alert(1)</script></html>');
      expect(await upload(token, { name: 'photo.png', content: page })).toMatchObject({ status: 415, body: { code: 'bad-file' } });
      expect(await upload(token, { name: 'page.svg', content: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') })).toMatchObject({ status: 415 });
      expect(await upload(token, { name: 'tool.txt', content: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(64)]) })).toMatchObject({ status: 415 });
      expect(await upload(token, { name: '../../x.txt', content: PNG })).toMatchObject({ status: 200, body: { mime: 'image/png', name: 'x.txt' } });
      expect(await upload(token, { name: 'big.png', content: Buffer.concat([PNG, Buffer.alloc(5 * 1024 * 1024)]) })).toMatchObject({ status: 413, body: { code: 'too-long' } });
      expect(await upload(token, { name: 'none.png', content: Buffer.alloc(0) })).toMatchObject({ status: 400, body: { code: 'bad-request' } });
    });

    it('sent to the assistant is kept, and answered with the way to a person', async () => {
      const one = kept(await connectSubscriber(product.url));
      const { body } = await upload(passOf(one), { name: 'a.png', content: PNG });
      expect(await one.request('send', { clientId: 'f', attachment: { id: body.id } })).toMatchObject({ ok: true });
      const reply = await one.told.until<{ from: string; buttons?: object[] }>('message', (message) => message.from === 'bot');
      expect(reply.buttons).toEqual([expect.objectContaining({ id: 'handoff' })]);
    });
  });
});
