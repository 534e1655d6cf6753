/** What supervisors are told and may do, over sockets and HTTP: low ratings, alerts, rules, and what others notice of it. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { WireBoard } from '../../src/protocol/board.js';
import { connectStaff, connectSubscriber, siteToken, staffToken } from '../support/clients.js';
import type { Client, StaffClient, Subscriber } from '../support/clients.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { eventually } from '../support/until.js';

interface FollowUp {
  readonly id: string;
  readonly conversationId: string;
  readonly score: number;
  readonly state: string;
  readonly owner: { name: string } | null;
  readonly servedBy: { name: string } | null;
  readonly notes: readonly { by: string; text: string }[];
}

let product: Product;
const clients: Client[] = [];
const kept = <Made extends Client>(client: Made): Made => {
  clients.push(client);
  return client;
};
beforeAll(async () => {
  product = await startProduct({ env: { RATE_LIMIT: 'off' } });
});
afterAll(() => product.dispose());
afterEach(() => {
  for (const client of clients.splice(0)) client.close();
});

async function call(path: string, { as, method = 'GET', body }: { as: string; method?: string; body?: object }): Promise<{ status: number; body: Record<string, unknown> }> {
  const headers = { authorization: `Bearer ${await staffToken(product.url, as)}`, 'content-type': 'application/json' };
  const response = await fetch(`${product.url}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}
const act = (id: string, name: string, body: object = {}, as = 'supervisor@demo') => call(`/api/follow-ups/${encodeURIComponent(id)}/${name}`, { as, method: 'POST', body });
const listed = async (state = 'due', as = 'supervisor@demo') => (await call(`/api/follow-ups?state=${state}`, { as })).body['followUps'] as FollowUp[];

async function served(msisdn: string): Promise<{ agent: StaffClient; one: Subscriber; id: string }> {
  const agent = kept(await connectStaff(product.url, 'agent1@demo', 'online'));
  const one = kept(await connectSubscriber(product.url, { token: await siteToken(product.url, msisdn) }));
  await one.ask('我这个月话费多少');
  await one.request('handoff', {});
  const { conversationId: id } = await agent.told.until<{ conversationId: string }>('offer', ({ conversationId }) => conversationId === one.conversation?.id);
  expect(await agent.request('accept', { conversationId: id })).toMatchObject({ ok: true });
  return { agent, one, id };
}

describe('a low rating', () => {
  it('calls every supervisor to a follow-up that one of them takes, notes on and ends, also after a restart; agents see nothing of it', async () => {
    const supervisor = kept(await connectStaff(product.url, 'supervisor@demo', null));
    const { agent, one, id } = await served('13800000004');
    await agent.send(id, '您好');
    await agent.request('close', { conversationId: id, disposition: 'other' });
    const survey = await one.told.until<{ reasons: { id: string; label: string; for: string[] }[] }>('survey');
    expect(survey.reasons.find((reason) => reason.id === 'unsolved')).toEqual({ id: 'unsolved', label: '问题没解决', for: ['low'] });
    expect(await one.request('rate', { score: 1, reasons: ['free-beer'] })).toMatchObject({ ok: false });
    expect(await one.request('rate', { score: 2, comment: '还是没退钱', reasons: ['unsolved', 'slow', 'slow'] })).toMatchObject({ ok: true });

    const told = await supervisor.told.until<FollowUp>('follow-up');
    expect(told).toMatchObject({ conversationId: id, score: 2, reasons: ['unsolved', 'slow'], comment: '还是没退钱', subscriber: '138****0004', state: 'open', servedBy: { name: '林晓' } });
    expect(await supervisor.told.until('alert', ({ kind }: { kind: string }) => kind === 'low-rating')).toMatchObject({ conversationId: id, text: expect.stringContaining('2 分') });
    expect(agent.told.of('follow-up')).toEqual([]);
    expect((await call('/api/follow-ups', { as: 'agent1@demo' })).status).toBe(403);
    expect((await act(told.id, 'take', {}, 'agent1@demo')).status).toBe(403);

    // Thought worse of: the one follow-up says so, no second one is opened.
    await one.request('rate', { score: 1 });
    await supervisor.told.until<FollowUp>('follow-up', ({ score }) => score === 1);
    expect((await listed()).filter((found) => found.conversationId === id)).toHaveLength(1);

    expect((await act(told.id, 'take')).body['followUp']).toMatchObject({ state: 'taken', owner: { name: '陈主管' } });
    expect((await act(told.id, 'take', {}, 'admin@demo')).status).toBe(409);
    expect((await act(told.id, 'note', { text: ' ' })).status).toBe(400);
    expect((await act(told.id, 'note', { text: '已致电' })).status).toBe(200);
    product = await product.restart('SIGKILL');
    expect(await listed()).toMatchObject([{ id: told.id, state: 'taken', notes: [{ by: '陈主管', text: '已致电' }] }]);
    const admin = await call('/api/staff', { as: 'admin@demo' });
    const adminId = (admin.body['staff'] as { id: string; email: string }[]).find(({ email }) => email === 'admin@demo')?.id;
    expect((await act(told.id, 'hand', { staffId: 'demo-agent1' })).status).toBe(404);
    expect((await act(told.id, 'hand', { staffId: adminId })).body['followUp']).toMatchObject({ owner: { staffId: adminId } });
    expect((await act(told.id, 'done', { text: '已退费' }, 'admin@demo')).body['followUp']).toMatchObject({ state: 'done' });
    expect((await act(told.id, 'note', { text: '用户满意' })).status).toBe(200);
    expect((await act(told.id, 'take')).status).toBe(409);
    expect(await listed()).toEqual([]);
    expect(await listed('done')).toMatchObject([{ id: told.id, notes: [{}, { text: '已退费' }, {}] }]);
    expect((await act(told.id, 'reopen', { text: '又来电' })).body['followUp']).toMatchObject({ state: 'taken', doneAt: null });
    await act(told.id, 'done', { text: '好了' });
    const { body } = await call('/api/audit?act=follow-up.taken', { as: 'supervisor@demo' });
    expect(body['entries']).toMatchObject([{ target: told.id, staff: { name: '陈主管' } }]);
  });

  it('of the assistant alone counts as well, and each service is asked about once', async () => {
    const supervisor = kept(await connectStaff(product.url, 'supervisor@demo', null));
    const one = kept(await connectSubscriber(product.url));
    await one.ask('怎么查话费');
    await one.request('end', {});
    await one.told.until('survey');
    await one.request('rate', { score: 1 });
    const first = await supervisor.told.until<FollowUp>('follow-up', ({ conversationId }) => conversationId === one.conversation?.id);
    expect(first).toMatchObject({ servedBy: null, subscriber: null });

    const bye = kept(await connectSubscriber(product.url));
    await bye.ask('你好');
    await bye.ask('没有别的问题了，再见');
    await bye.told.until('survey');
    await bye.request('rate', { score: 5, reasons: ['kind'] });
    await bye.request('end', {});
    await bye.told.until<{ state: string }>('conversation', ({ state }) => state === 'closed');
    expect(await bye.request('history')).toMatchObject({ ok: true });
    expect(bye.told.of('survey')).toHaveLength(1);
    // What comes after is another service, and a follow-up of its own.
    await one.ask('还有一件事');
    await one.request('end', {});
    await one.request('rate', { score: 2 });
    const second = await supervisor.told.until<FollowUp>('follow-up', ({ conversationId, id }) => conversationId === one.conversation?.id && id !== first.id);
    expect(second).toMatchObject({ score: 2, state: 'open' });
  });
});

describe('trouble on the floor', () => {
  it('is called out to supervisors on their sockets once: a customer getting angry, a line at its cap', async () => {
    const supervisor = kept(await connectStaff(product.url, 'supervisor@demo', null));
    const { agent, one, id } = await served('13800000005');
    for (const text of ['你们就是骗子！乱扣我的钱，太气人了！', '我要投诉到工信部！气死我了！']) await one.send(text);
    const angry = ({ kind }: { kind: string }) => kind === 'anger';
    expect(await supervisor.told.until('alert', angry)).toMatchObject({ conversationId: id, text: expect.stringContaining('林晓') });
    await agent.request('presence', { status: 'away' });

    const { body } = await call('/api/settings/line', { as: 'supervisor@demo' });
    const changed = await call('/api/settings/line', { as: 'supervisor@demo', method: 'PUT', body: { version: body['version'], value: { ...(body['value'] as object), lineCap: 1 } } });
    expect(changed.status).toBe(200);
    const waiting = kept(await connectSubscriber(product.url));
    expect(await waiting.request('handoff')).toMatchObject({ queued: true });
    expect(await supervisor.told.until('alert', ({ kind }: { kind: string }) => kind === 'line-full')).toMatchObject({ conversationId: null });
    expect(await kept(await connectSubscriber(product.url)).request('handoff')).toMatchObject({ queued: false, reason: 'full' });
    expect(supervisor.told.of<{ kind: string }>('alert').filter(angry)).toHaveLength(1);
    expect(agent.told.of('alert')).toEqual([]);
    // The floor is left as it was found.
    await waiting.request('end', {});
    await one.request('end', {});
    const settings = await call('/api/settings/line', { as: 'supervisor@demo' });
    expect((await call('/api/settings/line', { as: 'supervisor@demo', method: 'PUT', body: { version: settings.body['version'], value: body['value'] as object } })).status).toBe(200);
  });
});

describe('a customer whose answer was taken back', () => {
  it('waits for one again on the board', async () => {
    const supervisor = kept(await connectStaff(product.url, 'supervisor@demo', null));
    const { agent, one, id } = await served('13800000006');
    const waitsOnBoard = async () => ((await supervisor.request('board', { on: true }))['board'] as WireBoard).live.find(({ conversationId }) => conversationId === id)?.unansweredSince;
    await one.send('在吗');
    expect(await waitsOnBoard()).toEqual(expect.any(Number));
    const { seq } = (await agent.send(id, '您的密码是一二三')) as unknown as { seq: number };
    expect(await waitsOnBoard()).toBeNull();
    await agent.request('recall', { conversationId: id, seq });
    expect(await waitsOnBoard()).toEqual(expect.any(Number));
    await one.request('end', {});
  });
});

describe('a promise of an agent', () => {
  it('is told to whoever asks how things stand, as 「我的进度」 shows it, until it is kept', async () => {
    const { agent, one, id } = await served('13800000009');
    await agent.send(id, '我 2 小时内给您回电。');
    await agent.request('return', { conversationId: id });
    await one.told.until('conversation', ({ state }: { state: string }) => state === 'bot');
    const own = async (): Promise<{ id: string; text: string }[]> => {
      const response = await fetch(`${product.url}/api/cases`, { headers: { authorization: `Bearer ${one.conversation?.resumeToken ?? ''}` } });
      return ((await response.json()) as { promises: { id: string; text: string }[] }).promises;
    };
    const [made] = await eventually(own, ({ length }) => length === 1);
    // What is near is as near for the board as for the alert: by the setting.
    const supervisor = kept(await connectStaff(product.url, 'supervisor@demo', null));
    const onBoard = async () => ((await supervisor.request('board', { on: true }))['board'] as WireBoard).alerts.some(({ kind, conversationId }) => kind === 'promise-due' && conversationId === id);
    expect(await onBoard()).toBe(false);
    const cases = (await call('/api/settings/cases', { as: 'supervisor@demo' })).body;
    expect((await call('/api/settings/cases', { as: 'supervisor@demo', method: 'PUT', body: { version: cases['version'], value: { ...(cases['value'] as object), nearMinutes: 180 } } })).status).toBe(200);
    expect(await onBoard()).toBe(true);
    for (const asked of ['我的进度', '你们答应我的事呢']) expect((await one.ask(asked)).text).toMatch(/「我 2 小时内给您回电」，林晓 答应的，最晚 .+（还有 (2 小时|1 小时 59 分钟)）/);
    expect((await call(`/api/promises/${made?.id ?? ''}/keep`, { as: 'supervisor@demo', method: 'POST', body: { conversationId: id } })).status).toBe(200);
    expect((await one.ask('我的进度')).text).toContain('没有工单');
    product = await product.restart('SIGKILL');
    expect(await own()).toEqual([]);
  });
});
