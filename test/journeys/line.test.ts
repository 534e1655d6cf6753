/** The waiting line over real sockets: silent agents, old tabs, and settings that take effect in somebody else's hands. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { QueuePlace, WireConversation, WireMessage } from '../../src/protocol/chat.js';
import type { DeskConversation } from '../../src/protocol/desk.js';
import { connectStaff, connectSubscriber, siteToken, staffToken } from '../support/clients.js';
import type { StaffClient, Subscriber } from '../support/clients.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';

interface Alert {
  readonly kind: string;
  readonly conversationId: string;
  readonly text: string;
}

const USUAL = { offerSeconds: 20, firstReplySeconds: 60, isAutoAccept: false, lapsesUntilAway: 3 };

describe('the line on a floor with silent agents', () => {
  let product: Product;
  let supervisor: StaffClient;
  let present: (Subscriber | StaffClient)[] = [];

  beforeAll(async () => {
    product = await startProduct({ env: { DEMO: '1', RATE_LIMIT: 'off' } });
    supervisor = await connectStaff(product.url, 'supervisor@demo', null);
  });
  afterEach(async () => {
    for (const client of present) {
      await ('send' in client && 'press' in client ? client.request('end') : client.request('presence', { status: 'offline' }));
      client.close();
    }
    present = [];
    await set(USUAL);
  });
  afterAll(async () => {
    supervisor.close();
    await product.dispose();
  });

  async function set(change: object): Promise<void> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await staffToken(product.url, 'supervisor@demo')}` };
    const { version, value } = (await (await fetch(`${product.url}/api/settings/line`, { headers })).json()) as { version: number; value: object };
    const response = await fetch(`${product.url}/api/settings/line`, { method: 'PUT', headers, body: JSON.stringify({ version, value: { ...value, ...change } }) });
    expect(response.status).toBe(200);
  }
  async function subscriber(auth: object = {}): Promise<Subscriber> {
    const made = await connectSubscriber(product.url, auth);
    present.push(made);
    return made;
  }
  async function agent(name: string, capacity: number): Promise<StaffClient> {
    const made = await connectStaff(product.url, `${name}@demo`, null);
    present.push(made);
    await made.request('presence', { status: 'online', capacity });
    return made;
  }
  async function waiting(auth: object = {}): Promise<Subscriber> {
    const one = await subscriber(auth);
    expect(await one.request('handoff')).toMatchObject({ queued: true });
    return one;
  }
  const idOf = (one: Subscriber): string => one.conversation?.id ?? '';
  const inState = (one: Subscriber, state: string) => one.told.until<WireConversation>('conversation', (conversation) => conversation.state === state);
  const offered = (to: StaffClient, one: Subscriber) => to.told.until<{ conversationId: string }>('offer', ({ conversationId }) => conversationId === idOf(one));
  const lastPlace = (one: Subscriber) => one.told.of<QueuePlace>('queue').at(-1)?.position;
  const opened = async (by: StaffClient, one: Subscriber) => (await by.request('open', { conversationId: idOf(one) }))['conversation'] as DeskConversation;

  it('offers what an agent lets lapse to the next, sets her away after the third and tells the supervisor', async () => {
    await set({ offerSeconds: 5 });
    const silent = await agent('agent1', 3);
    const next = await agent('agent2', 3);
    for (let lapse = 1; lapse <= 3; lapse += 1) {
      await next.request('presence', { status: 'busy' });
      const one = await waiting();
      await offered(silent, one);
      await next.request('presence', { status: 'online' });
      await silent.told.until<{ conversationId: string; reason: string }>('offer:withdrawn', ({ conversationId, reason }) => conversationId === idOf(one) && reason === 'lapsed');
      await offered(next, one);
      expect((await next.request('accept', { conversationId: idOf(one) })).ok).toBe(true);
    }
    await silent.told.until<{ status: string }>('desk', ({ status }) => status === 'away');
    const alert = await supervisor.told.until<Alert>('alert', ({ kind }) => kind === 'silent-agent');
    expect(alert.text).toContain('林晓 连续 3 次没有接单');
    // She is told it herself, and what to do, when she is back at her desk; a chat that is not hers is not named.
    expect(await silent.told.until<Alert>('alert')).toMatchObject({ conversationId: null, text: expect.stringMatching(/^您连续 3 次没有接单/) });
    expect(next.told.of('alert')).toEqual([]);
  });

  it('takes an offer off the screen the moment who waited has gone, goes on elsewhere, or is somebody else’s', async () => {
    await set({ offerSeconds: 60 });
    const idle = await agent('agent1', 3);
    const withdrawn = (one: Subscriber) => idle.told.until<{ conversationId: string; reason: string }>('offer:withdrawn', ({ conversationId }) => conversationId === idOf(one));
    const gone = await waiting();
    await offered(idle, gone);
    await gone.request('end', {});
    expect(await withdrawn(gone)).toMatchObject({ reason: 'left' });
    const token = await siteToken(product.url, '13800000001');
    const before = await waiting({ token });
    await offered(idle, before);
    const elsewhere = await waiting({ token });
    expect(await withdrawn(before)).toMatchObject({ reason: 'left' });
    await offered(idle, elsewhere);
    await elsewhere.request('end', {});
    const taken = await waiting();
    await offered(idle, taken);
    expect((await supervisor.request('takeover', { conversationId: idOf(taken) })).ok).toBe(true);
    expect(await withdrawn(taken)).toMatchObject({ reason: 'taken' });
    const mine = await waiting();
    await offered(idle, mine);
    expect((await idle.request('accept', { conversationId: idOf(mine) })).ok).toBe(true);
    await idle.told.until('assigned');
    expect(idle.told.of<{ conversationId: string }>('offer:withdrawn').map(({ conversationId }) => conversationId)).not.toContain(idOf(mine));
  });

  it('returns the chat of an agent who never says a first word to its old place, with an apology', async () => {
    await set({ firstReplySeconds: 2 });
    const silent = await agent('agent1', 1);
    const [mine, later] = [await waiting(), await waiting()];
    await offered(silent, mine);
    expect((await silent.request('accept', { conversationId: idOf(mine) })).ok).toBe(true);
    await later.told.until<QueuePlace>('queue', ({ position }) => position === 1);
    await silent.request('presence', { status: 'busy' });
    const sorry = await mine.told.until<WireMessage>('message', ({ text }) => text.includes('没有及时回复'));
    expect(sorry.text).toContain('抱歉');
    await later.told.until('queue', () => lastPlace(later) === 2);
    await mine.told.until('queue', () => lastPlace(mine) === 1);
    await silent.told.until<{ conversationId: string }>('released', ({ conversationId }) => conversationId === idOf(mine));
    await supervisor.told.until<Alert>('alert', ({ conversationId, text }) => conversationId === idOf(mine) && text.includes('没有及时回复'));
    expect((await silent.send(idOf(mine), '我来了')).error?.code).toBe('wrong-state');
  });

  it('leaves the chat with an agent who spoke in time', async () => {
    // Enough to speak in time on a busy machine as well.
    await set({ firstReplySeconds: 6 });
    const quick = await agent('agent1', 2);
    const [answered, unanswered] = [await waiting(), await waiting()];
    await offered(quick, answered);
    await quick.request('accept', { conversationId: idOf(answered) });
    expect((await quick.send(idOf(answered), '您好')).ok).toBe(true);
    await offered(quick, unanswered);
    await quick.request('accept', { conversationId: idOf(unanswered) });
    await quick.told.until<{ conversationId: string }>('released', ({ conversationId }) => conversationId === idOf(unanswered));
    expect(answered.conversation?.state).toBe('live');
  });

  it('refuses an old tab that slept through a change of owner, whatever it wants to do', async () => {
    const owner = await agent('agent1', 1);
    const one = await waiting();
    await offered(owner, one);
    await owner.request('accept', { conversationId: idOf(one) });
    const { epoch } = await opened(owner, one);
    const seen = owner.told.of('offer').length;
    await owner.request('return', { conversationId: idOf(one), epoch });
    await one.request('handoff');
    await owner.told.until('offer', () => owner.told.of('offer').length > seen);
    await owner.request('accept', { conversationId: idOf(one) });
    const now = await opened(owner, one);
    expect(now.epoch).toBeGreaterThan(epoch);
    const place = { conversationId: idOf(one), epoch };
    expect((await owner.request('send', { ...place, clientId: 'old-tab-1', text: '旧窗口里没发出的话' })).error?.code).toBe('gone');
    expect((await owner.request('transfer', { ...place, to: { skill: 'general' }, note: '' })).error?.code).toBe('gone');
    expect((await owner.request('return', place)).error?.code).toBe('gone');
    expect((await owner.request('close', { ...place, disposition: 'solved' })).error?.code).toBe('gone');
    expect((await owner.request('send', { conversationId: idOf(one), epoch: now.epoch, clientId: 'new-tab-1', text: '我在' })).ok).toBe(true);
    await one.told.until<WireMessage>('message', ({ text }) => text === '我在');
    expect(one.messages.map(({ text }) => text)).not.toContain('旧窗口里没发出的话');
    expect(one.conversation?.state).toBe('live');
  });

  it('keeps the order when the first is declined, and the place over a second device', async () => {
    const picky = await agent('agent1', 1);
    const [first, second] = [await waiting(), await waiting()];
    await offered(picky, first);
    await picky.request('presence', { status: 'online', capacity: 1 });
    expect((await picky.request('decline', { conversationId: idOf(first), reason: 'busy' })).ok).toBe(true);
    // She passed the first; the second is hers to take, and the first still stands before it for anybody else.
    await offered(picky, second);
    const device = await subscriber({ resumeToken: first.conversation?.resumeToken ?? '' });
    expect((await device.told.until<QueuePlace>('queue')).position).toBe(1);
    const next = await agent('agent2', 1);
    await offered(next, first);
    expect(next.told.of<{ conversationId: string }>('offer').map(({ conversationId }) => conversationId)).toEqual([idOf(first)]);
    await next.request('accept', { conversationId: idOf(first) });
    await Promise.all([inState(first, 'live'), inState(device, 'live')]);
  });

  it('shows who waits what the agent will be told, and tells the agent the own words that corrected it', async () => {
    const one = await subscriber({ token: await siteToken(product.url, '13800000002') });
    await one.ask('我还有多少话费');
    await one.request('handoff');
    const shown = await one.told.until<WireMessage>('message', ({ buttons }) => buttons?.some(({ id }) => id === 'brief:correct') ?? false);
    const rows = shown.card?.type === 'facts' ? shown.card.rows : [];
    expect(rows.map(({ value }) => value)).toEqual(expect.arrayContaining(['已验证 138****0002', expect.stringContaining('已回答')]));
    for (const { name, value } of rows) expect(shown.text).toContain(`${name}：${value}`);
    const reader = await agent('agent1', 1);
    await offered(reader, one);
    await one.press('brief:correct');
    await one.told.until<WireMessage>('message', ({ text }) => text.includes('照原话转告'));
    await one.send('不是查话费，是要注销副卡');
    const told = await reader.told.until<{ conversationId: string; brief: { ownWords?: string } }>('brief', ({ brief }) => brief.ownWords !== undefined);
    expect(told).toMatchObject({ conversationId: idOf(one), brief: { ownWords: '不是查话费，是要注销副卡' } });
    await reader.request('accept', { conversationId: idOf(one) });
    await inState(one, 'live');
    const read = async () => (await reader.request('open', { conversationId: idOf(one) })) as unknown as { brief: { ownWords?: string }; conversation: DeskConversation };
    expect(await read()).toMatchObject({ brief: { ownWords: '不是查话费，是要注销副卡' }, conversation: { headline: '不是查话费，是要注销副卡' } });
    // With a person there, what is said is for the person.
    await one.press('brief:correct');
    await one.send('已经说清楚了');
    await reader.told.until<WireMessage>('message', ({ text }) => text === '已经说清楚了');
    expect((await read()).brief.ownWords).toBe('不是查话费，是要注销副卡');
  });

  it('shows each thing that was tried once, as it ended, and a wish with its amount whole', async () => {
    const one = await subscriber({ locale: 'en' });
    await one.ask('why was I charged so much last month');
    await one.ask('13800000009');
    await one.ask(((await (await fetch(`${product.url}/demo/sms/13800000009`)).json()) as { code: string }).code);
    await one.ask('refund it please');
    const shown = await one.told.until<WireMessage>('message', ({ buttons }) => buttons?.some(({ id }) => id === 'brief:correct') ?? false);
    expect(shown.text.match(/Why the bill went up/gu)).toHaveLength(1);
    expect(shown.text).toContain('Video membership and ¥15.00');
  });

  it('hands chats over without a click once auto-accept is set, at once and after a restart', async () => {
    const before = await agent('agent1', 2);
    const asked = await waiting();
    await offered(before, asked);
    expect(asked.conversation?.state).toBe('queued');
    await set({ isAutoAccept: true });
    const one = await waiting();
    await inState(one, 'live');
    await before.told.until<{ conversationId: string; reason: string }>('assigned', ({ conversationId, reason }) => conversationId === idOf(one) && reason === 'auto');
    expect(before.told.of<{ conversationId: string }>('offer').map(({ conversationId }) => conversationId)).not.toContain(idOf(one));
    await Promise.all(present.map((client) => client.request('press' in client ? 'end' : 'presence', 'press' in client ? {} : { status: 'offline' })));
    for (const client of [...present, supervisor]) client.close();
    present = [];
    product = await product.restart('SIGKILL');
    supervisor = await connectStaff(product.url, 'supervisor@demo', null);
    const after = await agent('agent1', 2);
    const again = await subscriber({ token: await siteToken(product.url, '13800000001') });
    await again.request('handoff');
    await inState(again, 'live');
    await after.told.until<{ reason: string }>('assigned', ({ reason }) => reason === 'auto');
  });
});
