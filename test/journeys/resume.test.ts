/** Coming back: every message once and in order over any number of tabs and lost connections, and the record as it was. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectStaff, connectSubscriber, siteToken, staffToken } from '../support/clients.js';
import type { StaffClient, Subscriber } from '../support/clients.js';
import { engines } from '../support/engines.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { Tab } from '../support/tab.js';
import { seededRandom } from '../support/seeded-random.js';
import type { WireConversation, WireMessage } from '../../src/protocol/chat.js';

const XSS = '你好 <script>alert("x")</script> & \'q\' <img src=x onerror=alert(1)>';

describe.each(engines())('coming back on $name', (engine) => {
  let product: Product;
  const open: { close(): void }[] = [];

  beforeAll(async () => {
    product = await startProduct({ env: { ...(await engine.env()), RATE_LIMIT: 'off' } });
  });
  afterAll(async () => {
    for (const client of open) client.close();
    await product.dispose();
    await engine.dispose();
  });

  async function visitor(auth: object = {}): Promise<Subscriber> {
    const one = await connectSubscriber(product.url, auth);
    open.push(one);
    return one;
  }
  async function agent(): Promise<StaffClient> {
    const one = await connectStaff(product.url, 'agent1@demo');
    open.push(one);
    return one;
  }
  async function takenBy(one: StaffClient, subscriber: Subscriber): Promise<string> {
    const conversationId = subscriber.conversation?.id ?? '';
    await subscriber.request('handoff');
    await one.told.until<{ conversationId: string }>('offer', (offer) => offer.conversationId === conversationId);
    expect(await one.request('accept', { conversationId })).toMatchObject({ ok: true });
    return conversationId;
  }
  async function goHome(one: StaffClient): Promise<void> {
    await one.request('presence', { status: 'offline' });
    one.close();
  }
  const seqs = (messages: readonly WireMessage[]): number[] => messages.map(({ seq }) => seq);
  const from = (first: number, last: number): number[] => Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const resumeOf = (one: Subscriber): { resumeToken: string } => ({ resumeToken: one.conversation?.resumeToken ?? '' });

  it('tells every message after the one last seen, also what came while nobody was there', async () => {
    const one = await visitor();
    await one.ask('你好');
    const seen = one.messages.at(-1)?.seq ?? 0;
    const staff = await agent();
    const conversationId = await takenBy(staff, one);
    one.close();
    for (let index = 0; index < 5; index += 1) await staff.send(conversationId, `离开时的第 ${index} 句`);
    const back = await visitor({ ...resumeOf(one), afterSeq: seen });
    const last = await back.told.until<WireMessage>('message', ({ text }) => text === '离开时的第 4 句');
    expect(seqs(back.messages)).toEqual(from(seen + 1, last.seq));
    // A page that knows nothing gets everything; one that asks for nothing gets only what is new.
    const fresh = await visitor({ ...resumeOf(one), afterSeq: 0 });
    await fresh.told.until<WireMessage>('message', ({ seq }) => seq === last.seq);
    expect(seqs(fresh.messages)).toEqual(from(1, last.seq));
    const quiet = await visitor(resumeOf(one));
    await staff.send(conversationId, '新的一句');
    await quiet.told.until<WireMessage>('message', ({ text }) => text === '新的一句');
    expect(seqs(quiet.messages)).toEqual([last.seq + 1]);
    await staff.request('close', { conversationId, disposition: 'solved' });
    await goHome(staff);
  });

  it('tells each of several tabs every message once and in order, however their connections drop', async () => {
    const seed = Number(process.env['STORM_SEED'] ?? Math.floor(Math.random() * 2 ** 31));
    const random = seededRandom(seed);
    const one = await visitor();
    await one.ask('你好');
    const staff = await agent();
    const conversationId = await takenBy(staff, one);
    const tabs = Array.from({ length: 3 }, () => new Tab(product.url, resumeOf(one).resumeToken));
    open.push(...tabs);
    const texts: string[] = [];
    const work: Promise<unknown>[] = [];
    for (let step = 0; step < 120; step += 1) {
      const tab = tabs[random.below(tabs.length)] as Tab;
      const text = `第 ${step} 步`;
      const dice = random.below(10);
      if (dice < 4) work.push(tab.send(text, `storm-${step}`));
      else if (dice < 7) work.push(staff.send(conversationId, text));
      else if (dice < 9) tab.drop();
      else await tab.settle();
      if (dice < 7) texts.push(text);
      if (random.below(4) === 0) await Promise.allSettled(work.splice(0));
    }
    await Promise.all(work);
    const stored = (await one.request('history', { limit: 200 }))['messages'] as WireMessage[];
    const { lastSeq } = (await visitor(resumeOf(one))).conversation as WireConversation;
    for (const tab of tabs) {
      await tab.until(lastSeq);
      expect({ seed, told: seqs(tab.messages) }).toEqual({ seed, told: from(1, lastSeq) });
      expect(tab.messages).toEqual(stored);
    }
    expect(stored.map(({ text }) => text).filter((text) => text.startsWith('第 ')).sort()).toEqual([...texts].sort());
    for (const tab of tabs) tab.close();
    await staff.request('close', { conversationId, disposition: 'solved' });
    await goHome(staff);
  });

  it('pages through the history from the newest back', async () => {
    const one = await visitor();
    for (let index = 0; index < 12; index += 1) await one.ask(`你好 ${index}`);
    const last = one.messages.at(-1)?.seq ?? 0;
    const pages: number[][] = [];
    for (let beforeSeq = last + 1; beforeSeq > 1; ) {
      const page = (await one.request('history', { beforeSeq, limit: 7 }))['messages'] as WireMessage[];
      pages.push(seqs(page));
      beforeSeq = page[0]?.seq ?? 0;
    }
    expect(pages.reverse().flat()).toEqual(from(1, last));
    expect(pages.every((page) => page.length <= 7)).toBe(true);
    expect(await one.request('history', { beforeSeq: 1 })).toMatchObject({ ok: true, messages: [] });
    expect(await one.request('history', { limit: 0 })).toMatchObject({ ok: false, error: { code: 'bad-request' } });
  });

  it('shows each side that the other writes and what it has read, only while an agent is there', async () => {
    const one = await visitor();
    await one.ask('你好');
    expect(await one.request('typing', { on: true })).toMatchObject({ ok: true });
    const staff = await agent();
    const conversationId = await takenBy(staff, one);
    await one.request('typing', { on: true });
    expect(await staff.told.until('typing')).toMatchObject({ conversationId, from: 'subscriber', on: true });
    await staff.request('typing', { conversationId, on: true });
    expect(await one.told.until<{ from: string }>('typing', (typing) => typing.from === 'agent')).toEqual({ from: 'agent', on: true });
    await staff.request('typing', { conversationId, on: false });
    await one.told.until<{ on: boolean }>('typing', ({ on }) => !on);

    const sent = await staff.send(conversationId, '请看这里');
    const seq = Number(sent['seq']);
    await one.request('read', { seq: seq + 1_000 });
    const seen = await staff.told.until<{ id: string; readSeq: { subscriber: number } }>('conversation', ({ id, readSeq }) => id === conversationId && readSeq.subscriber > 0);
    expect(seen.readSeq.subscriber).toBe(seq);
    await staff.request('read', { conversationId, seq });
    await one.told.until<WireConversation>('conversation', ({ readSeq }) => readSeq.agent === seq);
    // What was read does not become unread.
    await one.request('read', { seq: 1 });
    expect((await visitor(resumeOf(one))).conversation?.readSeq).toEqual({ subscriber: seq, agent: seq });
    await staff.request('close', { conversationId, disposition: 'solved' });
    await goHome(staff);
  });

  it('speaks the language of the page, and the one that is asked for', async () => {
    const one = await visitor({ locale: 'en' });
    expect(one.conversation?.locale).toBe('en');
    expect((await one.ask('hello')).text).toMatch(/^[\x20-\x7e\n]+$/);
    await one.request('handoff');
    const event = await one.told.until<WireMessage>('message', ({ from: speaker }) => speaker === 'system');
    expect(event.text).not.toMatch(/\p{Script=Han}/u);
    expect((await one.ask('请说中文')).text).toMatch(/\p{Script=Han}/u);
    await one.told.until<WireConversation>('conversation', ({ locale }) => locale === 'zh-CN');
    expect((await visitor(resumeOf(one))).conversation?.locale).toBe('zh-CN');
    await one.request('end');
  });

  it('ends, asks how it was until that is answered, and opens again where it was', async () => {
    const one = await visitor();
    await one.ask('你好');
    expect(await one.request('end')).toMatchObject({ ok: true });
    await one.told.until<WireConversation>('conversation', ({ state }) => state === 'closed');
    expect(await one.told.until('survey')).toMatchObject({ scale: 5 });
    expect(await one.request('end')).toMatchObject({ ok: false, error: { code: 'wrong-state' } });
    const unrated = await visitor(resumeOf(one));
    expect(unrated.conversation?.state).toBe('closed');
    await unrated.told.until('survey');
    for (const score of [0, 6, 1.5, '5']) expect(await unrated.request('rate', { score })).toMatchObject({ ok: false });
    expect(await unrated.request('rate', { score: 4, comment: '不错 👍' })).toMatchObject({ ok: true });

    const last = (await visitor(resumeOf(one))).conversation?.lastSeq ?? 0;
    const again = await one.ask('还有一件事');
    expect(again.seq).toBe(last + 2);
    await one.told.until<WireConversation>('conversation', ({ state, lastSeq }) => state === 'bot' && lastSeq > last);
    expect(seqs(one.messages)).toEqual(from(1, again.seq));
    // Closed once more, it is asked about once more.
    await one.request('end');
    await (await visitor(resumeOf(one))).told.until('survey');
  });

  it('keeps over a new start who was asked and who has answered', async () => {
    const [rated, unrated] = [await visitor(), await visitor()];
    for (const one of [rated, unrated]) {
      await one.ask('你好');
      await one.request('end');
    }
    expect(await rated.request('rate', { score: 5 })).toMatchObject({ ok: true });
    product = await product.restart('SIGKILL');
    await (await visitor(resumeOf(unrated))).told.until('survey');
    const back = await visitor(resumeOf(rated));
    expect(await back.request('history')).toMatchObject({ ok: true });
    expect(back.told.of('survey')).toEqual([]);
  });

  it('keeps a note once that is asked for again after its answer was lost, and tells of it once', async () => {
    const one = await visitor();
    await one.ask('你好');
    const staff = await agent();
    const conversationId = await takenBy(staff, one);
    const boss = await connectStaff(product.url, 'supervisor@demo', null);
    open.push(boss);
    await boss.request('open', { conversationId });
    const written = { conversationId, clientId: 'note-1', text: '宽带可能是楼道的问题' };
    const first = await staff.request('note', written);
    expect(first).toMatchObject({ ok: true, note: { text: written.text } });
    expect(await staff.request('note', written)).toEqual(first);
    // Under the same id of somebody else it is another note.
    await boss.request('whisper', { ...written, text: '先安抚' });
    await staff.request('note', { conversationId, text: '已约周三上门' });
    await boss.told.until<{ text: string }>('note', ({ text }) => text === '已约周三上门');
    expect(boss.told.of<{ text: string }>('note').map(({ text }) => text)).toEqual([written.text, '先安抚', '已约周三上门']);
    expect(((await staff.request('open', { conversationId }))['notes'] as { text: string }[]).map(({ text }) => text)).toEqual([written.text, '先安抚', '已约周三上门']);
    await goHome(staff);
  });

  it('gives the transcript to both sides: who said what and when, in text, JSON and a page that cannot be broken out of', async () => {
    const one = await visitor({ token: await siteToken(product.url, '13800000001') });
    await one.ask(XSS);
    const staff = await agent();
    const conversationId = await takenBy(staff, one);
    await staff.send(conversationId, `客服也会写 ${XSS}`);
    await one.told.until<WireMessage>('message', ({ from: speaker }) => speaker === 'agent');
    await staff.request('note', { conversationId, text: '内部备注，用户看不到' });
    const messages = (await one.request('history', { limit: 200 }))['messages'] as WireMessage[];
    const read = async (token: string, format: string): Promise<{ type: string | null; body: string }> => {
      const response = await fetch(`${product.url}/api/conversations/${conversationId}/transcript?format=${format}`, { headers: { authorization: `Bearer ${token}` } });
      expect(response.status).toBe(200);
      expect(response.headers.get('content-disposition')).toContain('attachment');
      return { type: response.headers.get('content-type'), body: await response.text() };
    };
    for (const token of [resumeOf(one).resumeToken, await siteToken(product.url, '13800000001'), await staffToken(product.url, 'agent1@demo'), await staffToken(product.url, 'supervisor@demo')]) {
      const json = JSON.parse((await read(token, 'json')).body) as { messages: { seq: number; from: string; text: string; at: string; agentName?: string }[] };
      expect(json.messages.map(({ seq, from: speaker, text, at }) => ({ seq, from: speaker, text, at: Date.parse(at) }))).toEqual(messages.map(({ seq, from: speaker, text, at }) => ({ seq, from: speaker, text, at })));
      expect(json.messages.find(({ from: speaker }) => speaker === 'agent')?.agentName).toBe('林晓');

      const text = await read(token, 'text');
      expect(text.type).toContain('text/plain');
      expect(text.body).toContain(`用户: ${XSS}`);
      expect(text.body).toMatch(/\[\d{4}-\d{2}-\d{2} \d{2}:\d{2}\] 人工客服 林晓: 客服也会写/);
      expect(text.body).toMatch(/\] 智能助手 小接: /);

      const page = await read(token, 'html');
      expect(page.type).toContain('text/html');
      expect(page.body).not.toMatch(/<script|<img|onerror=(?!alert\(1\)&gt;)/);
      expect(page.body.match(/你好 &lt;script&gt;alert\(&quot;x&quot;\)&lt;\/script&gt; &amp; &#39;q&#39;/g)).toHaveLength(2);
      for (const { body } of [text, page]) expect(body).not.toContain('内部备注');
    }
    expect((await fetch(`${product.url}/api/conversations/${conversationId}/transcript?format=pdf`, { headers: { authorization: `Bearer ${resumeOf(one).resumeToken}` } })).status).toBe(400);
    await staff.request('close', { conversationId, disposition: 'solved' });
    // Whoever served it may still read it; a colleague who did not may not.
    expect((await read(await staffToken(product.url, 'agent1@demo'), 'text')).body).toContain('客服也会写');
    const stranger = await fetch(`${product.url}/api/conversations/${conversationId}/transcript`, { headers: { authorization: `Bearer ${await staffToken(product.url, 'agent2@demo')}` } });
    expect(stranger.status).toBe(404);
    await goHome(staff);
  });
});
