/** The agent's tools over real sockets and HTTP: what each does, who may, and what both sides see of it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { connectStaff, connectSubscriber, siteToken, staffToken } from '../support/clients.js';
import type { Client, StaffClient, Subscriber } from '../support/clients.js';
import { inState } from '../support/line-floor.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import type { WireConversation } from '../../src/protocol/chat.js';

describe('the agent’s tools', () => {
  let product: Product;
  const clients: Client[] = [];
  beforeAll(async () => {
    product = await startProduct({ env: { RATE_LIMIT: 'off' } });
  });
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
    await inState(one, 'live');
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
      expect(await upload(token, { name: '../../x.txt', content: PNG })).toMatchObject({ status: 200, body: { mime: 'image/png', name: 'x.txt.png' } });
      // Saved and opened by an agent, its ending would have it run.
      for (const [name, kept] of [['\u202egnp.exe', 'gnp.exe.png'], ['a.html', 'a.html.png'], ['b.PNG', 'b.PNG'], ['no ending', 'no ending']]) expect((await upload(token, { name: name ?? '', content: PNG })).body.name).toBe(kept);
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

  describe('a colleague', () => {
    const other = 'demo-agent2';
    const passed = (payload: unknown): boolean => (payload as { pass?: object }).pass !== undefined;

    it('asked to take over may decline, and until she accepts the giver keeps the chat', async () => {
      const { agent, one, id } = await live();
      const colleague = await staff('agent2@demo');
      const ask = () => agent.request('transfer', { conversationId: id, to: { staffId: other }, note: '请看账单' });
      expect(await ask()).toMatchObject({ ok: true });
      const offer = await colleague.told.until<{ pass: { note: string; from: { name: string } } }>('offer', passed);
      expect(offer.pass).toMatchObject({ kind: 'transfer', note: '请看账单', from: { name: '林晓' } });
      expect(await agent.send(id, '我还在')).toMatchObject({ ok: true });
      expect(await ask()).toMatchObject({ ok: false, error: { code: 'conflict' } });
      expect(await colleague.request('decline', { conversationId: id, reason: 'busy' })).toMatchObject({ ok: true });
      expect(await agent.told.until<{ outcome: string }>('pass:ended')).toMatchObject({ outcome: 'declined', reason: 'busy' });
      expect(await colleague.request('accept', { conversationId: id })).toMatchObject({ ok: false, error: { code: 'gone' } });
      expect(agent.told.of('released')).toEqual([]);
      expect(await ask()).toMatchObject({ ok: true });
      await colleague.told.until<{ at?: number }>('offer', (payload) => passed(payload) && colleague.told.of('offer').length > 1);
      expect(await colleague.request('accept', { conversationId: id })).toMatchObject({ ok: true });
      expect(await agent.told.until<{ reason: string }>('released')).toMatchObject({ reason: 'transferred' });
      expect(await agent.send(id, '晚了')).toMatchObject({ ok: false });
      await one.told.until<{ text: string }>('message', (message) => message.text.includes('交给同事 周航'));
      await one.told.until('conversation', ({ state, agent: owner }: WireConversation) => state === 'live' && owner?.name === '周航');
    });

    it('who is not there is waited for in the line, or the giver keeps the chat if that is what she wants', async () => {
      const { agent, one, id } = await live();
      const transfer = (isAskedOnly?: boolean) => agent.request('transfer', { conversationId: id, to: { staffId: other }, note: '', ...(isAskedOnly === undefined ? {} : { isAskedOnly }) });
      expect(await transfer(true)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
      expect(await agent.send(id, '我还在')).toMatchObject({ ok: true });
      expect(one.conversation?.state).toBe('live');
      expect(await transfer()).toMatchObject({ ok: true });
      await one.told.until<{ text: string }>('message', (message) => message.text.includes('优先请同事 周航 接手'));
      await one.told.until('conversation', () => one.conversation?.state === 'queued');
    });

    it('asked to help speaks too, sees what is said, and owns nothing', async () => {
      const { agent, one, id } = await live();
      const colleague = await staff('agent2@demo');
      expect(await colleague.send(id, '还没进来')).toMatchObject({ ok: false, error: { code: 'not-yours' } });
      expect(await agent.request('invite', { conversationId: id, staffId: other, note: '网络问题请帮忙' })).toMatchObject({ ok: true });
      await colleague.told.until('offer', passed);
      await colleague.request('accept', { conversationId: id });
      await colleague.request('open', { conversationId: id });
      expect(await colleague.send(id, '我来看网络')).toMatchObject({ ok: true });
      const heard = await one.told.until<{ agentName?: string }>('message', (message) => (message as { text: string }).text === '我来看网络');
      expect(heard.agentName).toBe('周航');
      await one.send('谢谢两位');
      await colleague.told.until<{ text: string }>('message', (message) => message.text === '谢谢两位');
      expect(await colleague.request('close', { conversationId: id, disposition: 'solved' })).toMatchObject({ ok: false, error: { code: 'not-yours' } });
      expect(one.conversation?.agent?.name).toBe('林晓');
      await colleague.request('leave', { conversationId: id });
      expect(await colleague.send(id, '走了')).toMatchObject({ ok: false });
      expect(await agent.send(id, '我接着办')).toMatchObject({ ok: true });
    });

    it('is seen looking on; a supervisor is not', async () => {
      const { agent, id } = await live();
      const colleague = await staff('agent2@demo');
      const supervisor = await staff('supervisor@demo', null);
      await agent.request('invite', { conversationId: id, staffId: other });
      await colleague.told.until('offer', passed);
      await colleague.request('accept', { conversationId: id });
      await agent.request('viewing', { conversationId: id });
      await supervisor.request('viewing', { conversationId: id });
      await colleague.request('viewing', { conversationId: id });
      const seenBy = (one: StaffClient) => one.told.of<{ viewers: object[] }>('viewers').at(-1)?.viewers;
      const sees = (one: StaffClient, count: number) => one.told.until('viewers', () => seenBy(one)?.length === count);
      await sees(agent, 1);
      expect(seenBy(agent)).toEqual([{ staffId: other, name: '周航' }]);
      await sees(supervisor, 2);
      colleague.close();
      await sees(agent, 0);
      // Whoever lost it is not looking on: what is left on her page is not the conversation.
      await supervisor.request('takeover', { conversationId: id });
      await sees(supervisor, 0);
    });
  });

  describe('what is being said', () => {
    it('is seen by the agent while the subscriber still writes it, and kept nowhere', async () => {
      const { agent, one, id } = await live();
      await one.request('typing', { on: true, text: '我想退订但是' });
      await agent.told.until<{ text?: string }>('typing', ({ text }) => text === '我想退订但是');
      const opened = await agent.request('open', { conversationId: id });
      expect(JSON.stringify(opened)).not.toContain('我想退订但是');
      expect(await one.request('typing', { on: true, text: 'x'.repeat(501) })).toMatchObject({ ok: false, error: { code: 'too-long' } });
    });

    it('is taken back from the subscriber on every page and in the transcript, and stays in the record', async () => {
      const { agent, one, id } = await live();
      const { seq } = (await agent.send(id, '您的密码是一二三')) as unknown as { seq: number };
      await one.told.until<{ text: string }>('message', (message) => message.text === '您的密码是一二三');
      expect(await agent.request('recall', { conversationId: id, seq })).toMatchObject({ ok: true });
      expect(await one.told.until<object>('message:recall')).toMatchObject({ seq, recalled: true, text: '客服撤回了一条消息' });
      expect(await agent.request('recall', { conversationId: id, seq })).toMatchObject({ ok: false, error: { code: 'conflict' } });
      expect(await agent.request('recall', { conversationId: id, seq: 1 })).toMatchObject({ ok: false, error: { code: 'not-yours' } });
      const again = kept(await connectSubscriber(product.url, { resumeToken: one.conversation?.resumeToken, afterSeq: 0 }));
      const { messages } = (await again.request('history', { limit: 200 })) as unknown as { messages: { seq: number }[] };
      const address = `${product.url}/api/conversations/${id}/transcript`;
      const transcript = await (await fetch(address, { headers: { authorization: `Bearer ${one.conversation?.resumeToken}` } })).text();
      await again.told.until<{ seq: number }>('message', (message) => message.seq >= seq);
      for (const seen of [messages, again.messages, transcript]) expect(JSON.stringify(seen)).not.toContain('一二三');
      const opened = (await agent.request('open', { conversationId: id })) as unknown as { messages: { seq: number }[] };
      expect(opened.messages.find((message) => message.seq === seq)).toMatchObject({ text: '您的密码是一二三', recalled: true });
    });
  });

  describe('a ready reply', () => {
    const REPLY = { shared: false, folder: '账务', title: '月底扣费', text: { 'zh-CN': '月底统一扣费。', en: '' }, macro: null };
    async function call(method: string, path: string, email: string, body?: object): Promise<{ status: number; body: { replies: { id: string; title: string; search: string; shared: boolean }[]; reply: { id: string } } }> {
      const headers = { authorization: `Bearer ${await staffToken(product.url, email)}`, 'content-type': 'application/json' };
      const response = await fetch(`${product.url}/api/canned-replies${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
      return { status: response.status, body: (await response.json()) as never };
    }

    it('is there from the first day, with pinyin to find it by, and one’s own are nobody else’s', async () => {
      const made = await call('POST', '', 'agent1@demo', REPLY);
      const [anna, ben] = [await call('GET', '', 'agent1@demo'), await call('GET', '', 'agent2@demo')];
      expect(anna.body.replies.find(({ title }) => title === '结束语')).toMatchObject({ shared: true, search: expect.stringMatching(/^jsy jieshuyu /) });
      expect(anna.body.replies.map(({ id }) => id)).toContain(made.body.reply.id);
      expect(ben.body.replies.map(({ id }) => id)).not.toContain(made.body.reply.id);
      expect(await call('DELETE', `/${made.body.reply.id}`, 'agent2@demo')).toMatchObject({ status: 404 });
      expect(await call('PUT', `/${made.body.reply.id}`, 'agent1@demo', { ...REPLY, title: '月初扣费' })).toMatchObject({ status: 200 });
      expect(await call('DELETE', `/${made.body.reply.id}`, 'agent1@demo')).toMatchObject({ status: 200 });
    });

    it('is shared by supervisors alone, and still there after a restart', async () => {
      expect(await call('POST', '', 'agent1@demo', { ...REPLY, shared: true })).toMatchObject({ status: 403 });
      expect(await call('DELETE', '/house-00-hello', 'agent1@demo')).toMatchObject({ status: 403 });
      expect(await call('POST', '', 'supervisor@demo', { ...REPLY, text: { 'zh-CN': ' ', en: '' } })).toMatchObject({ status: 400 });
      const made = await call('POST', '', 'supervisor@demo', { ...REPLY, shared: true });
      expect(await call('DELETE', '/house-01-moment', 'supervisor@demo')).toMatchObject({ status: 200 });
      product = await product.restart();
      const ids = (await call('GET', '', 'agent2@demo')).body.replies.map(({ id }) => id);
      expect(ids).toContain(made.body.reply.id);
      expect(ids).not.toContain('house-01-moment');
    });
  });
});
