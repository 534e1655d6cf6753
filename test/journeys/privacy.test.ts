/** A copy of all that is kept of a subscriber, and its erasure: by the subscriber's chat, after a one-time code, on both databases. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { WireMessage } from '../../src/protocol/chat.js';
import { connectStaff, connectSubscriber, siteToken, staffToken } from '../support/clients.js';
import type { StaffClient, Subscriber } from '../support/clients.js';
import { engines } from '../support/engines.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { filesAsBytes, tablesAsText } from '../support/whole-database.js';

const OWN = '13800000004';
const OTHER = '13800000005';
/** Said, noted, filed and uploaded on purpose; nothing else has it. */
const MARKS = ['zulu7731wish', 'zulu7731note', 'zulu7731file', 'zulu7731reply', 'zulu7731case', 'zulu7731rate'] as const;
const OTHER_MARK = 'zulu9902other';

describe.each(engines())('what is kept of a subscriber, on $name', (engine) => {
  let product: Product;
  let env: Record<string, string>;
  let agent: StaffClient;
  let boss: StaffClient;
  let first: Subscriber;
  let second: Subscriber;
  let other: Subscriber;
  const idOf = (one: Subscriber): string => one.conversation?.id ?? '';
  const codeOn = async (msisdn: string) => ((await (await fetch(`${product.url}/demo/sms/${msisdn}`)).json()) as { code: string }).code;
  const transcript = async (one: Subscriber) =>
    (await fetch(`${product.url}/api/conversations/${idOf(one)}/transcript?format=json`, { headers: { authorization: `Bearer ${one.conversation?.resumeToken ?? ''}` } })).text();

  /** Asks, enters the code that is sent for it, and gives what comes then; where an open case stands may be told first. */
  async function steppedUp(one: Subscriber, text: string): Promise<WireMessage> {
    const { seq } = await one.send(text);
    const next = (from: number) => one.told.until<WireMessage>('message', (message) => message.from === 'bot' && message.seq > from && message.card?.type !== 'cases' && !message.text.includes('JB-'));
    const form = await next(Number(seq));
    if (form.kind !== 'form') return form;
    const coded = await one.send(await codeOn(OWN));
    return next(Number(coded['seq']));
  }

  beforeAll(async () => {
    env = { ...(await engine.env()), WEBHOOK_HOSTS: '127.0.0.1:9' };
    product = await startProduct({ env });
    // Nobody listens there: what is to be told waits in the database.
    const admin = { 'content-type': 'application/json', authorization: `Bearer ${await staffToken(product.url, 'admin@demo')}` };
    const hook = await fetch(`${product.url}/api/webhooks`, { method: 'POST', headers: admin, body: JSON.stringify({ url: 'http://127.0.0.1:9/', events: ['conversation.closed', 'rating.given', 'case.changed'], withNumbers: true }) });
    expect(hook.status).toBe(200);
    agent = await connectStaff(product.url, 'agent1@demo');
    boss = await connectStaff(product.url, 'supervisor@demo', null);
    first = await connectSubscriber(product.url, { token: await siteToken(product.url, OWN) });
    await first.send(`我要转人工，${MARKS[0]}`);
    const { conversationId } = await agent.told.until<{ conversationId: string }>('offer');
    await agent.request('accept', { conversationId });
    const form = new FormData();
    form.append('file', new Blob([MARKS[2]], { type: 'text/plain' }), `${MARKS[2]}.txt`);
    const uploaded = await fetch(`${product.url}/api/attachments`, { method: 'POST', body: form, headers: { authorization: `Bearer ${first.conversation?.resumeToken ?? ''}` } });
    const { id } = (await uploaded.json()) as { id: string };
    await first.request('send', { clientId: 'file', attachment: { id } });
    await agent.request('note', { conversationId, text: MARKS[1] });
    await agent.send(conversationId, MARKS[3]);
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await staffToken(product.url, 'agent1@demo')}` };
    const opened = await fetch(`${product.url}/api/cases`, { method: 'POST', headers, body: JSON.stringify({ clientId: 'k1', kind: 'complaint', title: MARKS[4], conversationId }) });
    expect(opened.status).toBe(200);
    expect(await agent.request('reveal', { conversationId, reason: '核对' })).toMatchObject({ ok: true, msisdn: OWN });
    await agent.request('close', { conversationId, disposition: 'solved', summary: MARKS[0] });
    await first.told.until('survey');
    await first.request('rate', { score: 1, comment: MARKS[5] });
    other = await connectSubscriber(product.url, { token: await siteToken(product.url, OTHER) });
    await other.ask(`查余额 ${OTHER_MARK}`);
    second = await connectSubscriber(product.url, { token: await siteToken(product.url, OWN) });
  });
  afterAll(async () => {
    for (const one of [agent, boss, first, second, other]) one.close();
    await product.dispose();
    await engine.dispose();
  });

  it('comes as a file for machines and a page, by links that only the own page is given, and only for a while', async () => {
    await boss.request('open', { conversationId: idOf(second) });
    const offer = await steppedUp(second, '导出你们保存的我的个人信息');
    expect(offer.links).toHaveLength(2);
    const [page, data] = await Promise.all((offer.links ?? []).map(async ({ href }) => fetch(product.url + href)));
    expect([page?.headers.get('content-type'), data?.headers.get('content-type')]).toEqual(['text/html; charset=utf-8', 'application/json; charset=utf-8']);
    const json = (await data?.text()) ?? '';
    const html = (await page?.text()) ?? '';
    for (const mark of MARKS.filter((one) => one !== MARKS[1])) expect(json).toContain(mark);
    for (const mark of [MARKS[0], MARKS[3], MARKS[4], MARKS[5]]) expect(html).toContain(mark);
    // What staff wrote for each other is not part of it, and nobody else's is.
    for (const foreign of [MARKS[1], OTHER_MARK, OTHER]) expect(json + html).not.toContain(foreign);
    expect(JSON.parse(json)).toMatchObject({ msisdn: OWN, cases: [{ kind: 'complaint', title: MARKS[4] }], reveals: [{ act: 'number.revealed' }] });
    expect(JSON.stringify(boss.told.all)).not.toContain('/api/privacy/copy');
    expect(await transcript(second)).not.toContain('/api/privacy/copy');
    const href = offer.links?.[1]?.href ?? '';
    for (const wrong of [href.replace(idOf(second), idOf(first)), href.replace(/pass=\d+/, (pass) => `pass=${Number(pass.slice(5)) + 1}`), href.replace(/pass=.*/, 'pass=x'), href.replace(/pass=(\d+)/, 'pass=1000000000000')]) {
      expect((await fetch(product.url + wrong)).status).toBe(401);
    }
    expect((await fetch(product.url + href.replace('format=json', 'format=xml'))).status).toBe(400);
  });

  it('is erased by a tap on a card that says what goes and what the law keeps; nothing of it is found anywhere afterwards', async () => {
    const place = { databaseUrl: env['DATABASE_URL'] ?? null, dataDir: product.dataDir };
    expect([...(await tablesAsText(place)).values()].join('')).toContain(MARKS[0]);
    const href = second.messages.findLast(({ links }) => links !== undefined)?.links?.[0]?.href ?? '';
    const asked = await steppedUp(second, '把我的记录全部删除');
    expect(asked).toMatchObject({ kind: 'card', card: { type: 'confirm' } });
    expect(asked.text).toContain('依法保留');
    const { seq } = await second.press('cancel');
    await second.told.until<WireMessage>('message', (message) => message.from === 'bot' && message.seq > Number(seq));
    expect(await transcript(first)).toContain(MARKS[3]);
    await steppedUp(second, '把我的记录全部删除');
    await second.press('confirm');
    const done = await second.told.until<WireMessage>('message', ({ text }) => text.startsWith('已经删除'));
    expect(done.text).toMatch(/2 个会话/);
    await second.told.until('conversation', () => second.conversation?.verified === false);

    const tables = await tablesAsText(place);
    for (const mark of MARKS) expect([...tables].filter(([, text]) => text.includes(mark)).map(([name]) => `${mark} in ${name}`)).toEqual([]);
    // The operator's own orders are kept beside the demo and are none of ours.
    expect([...tables].filter(([name, text]) => name !== 'orders' && text.includes(OWN)).map(([name]) => name)).toEqual([]);
    for (const { name, bytes } of filesAsBytes(product.dataDir)) for (const mark of MARKS) expect(bytes.includes(mark) ? `${mark} in ${name}` : null).toBeNull();
    expect(tables.get('messages')).toContain(OTHER_MARK);
    expect(tables.get('audit_entries')).toContain('personal-data.erased');
    expect((await fetch(product.url + href)).status).toBe(401);
  });

  it('is told as erased to whoever looks later, and stays so over a restart; the case goes on without words', async () => {
    const erasedAt = async (): Promise<void> => {
      const kept = JSON.parse(await transcript(first)) as { messages: { seq: number; text: string }[] };
      expect(kept.messages.length).toBeGreaterThan(3);
      for (const { text } of kept.messages) expect(text).toContain('内容已删除');
    };
    await erasedAt();
    const seen = await boss.request('open', { conversationId: idOf(first) });
    expect(seen).toMatchObject({ ok: true, conversation: { subscriber: null, headline: '' }, notes: [] });
    for (const message of seen['messages'] as WireMessage[]) expect(message).toMatchObject({ erased: true });
    const headers = { authorization: `Bearer ${await staffToken(product.url, 'supervisor@demo')}` };
    const { cases } = (await (await fetch(`${product.url}/api/cases?kind=complaint`, { headers })).json()) as { cases: { title: string; number: string }[] };
    expect(cases).toMatchObject([{ number: expect.stringMatching(/^JB-/), title: expect.stringContaining('内容已删除') }]);
    // Whoever goes on here is somebody new to us.
    expect((await second.ask('查余额')).kind).toBe('form');
    product = await product.restart();
    await erasedAt();
  });
});
