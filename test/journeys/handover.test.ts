/** Passing the baton, over real sockets against the real product: the line, offers, owners, and who may speak. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectStaff, connectSubscriber, siteToken } from '../support/clients.js';
import type { StaffClient, Subscriber } from '../support/clients.js';
import { engines } from '../support/engines.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import type { QueuePlace, WireConversation, WireMessage } from '../../src/protocol/chat.js';

interface OfferEvent {
  readonly conversationId: string;
  readonly expiresAt: number;
  readonly brief: { readonly verified: boolean; readonly summary: string; readonly tried: readonly { intent: string }[] };
}

describe.each(engines())('the line and the desk on $name', (engine) => {
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

  async function subscriber(auth: object = {}): Promise<Subscriber> {
    const made = await connectSubscriber(product.url, auth);
    open.push(made);
    return made;
  }
  async function staff(email: string, status: string | null = 'online'): Promise<StaffClient> {
    const made = await connectStaff(product.url, email, status);
    open.push(made);
    return made;
  }
  const idOf = (one: Subscriber): string => one.conversation?.id ?? '';
  const inState = (one: Subscriber, state: string) => one.told.until<WireConversation>('conversation', (conversation) => conversation.state === state);
  const offered = (agent: StaffClient, one: Subscriber) => agent.told.until<OfferEvent>('offer', (offer) => offer.conversationId === idOf(one));
  /** The desk is left empty for the next test. */
  async function goHome(...agents: StaffClient[]): Promise<void> {
    for (const agent of agents) {
      await agent.request('presence', { status: 'offline' });
      agent.close();
    }
  }

  it('honours a wish for a person at once and tells the place in line, also after a reload', async () => {
    const first = await subscriber();
    const second = await subscriber();
    expect((await first.send('转人工')).ok).toBe(true);
    await inState(first, 'queued');
    expect(await second.request('handoff')).toMatchObject({ ok: true, queued: true });
    expect((await first.told.until<QueuePlace>('queue')).position).toBe(1);
    const place = await second.told.until<QueuePlace>('queue');
    expect(place).toEqual({ position: 2, eta: null });

    const resumeToken = second.conversation?.resumeToken ?? '';
    second.close();
    const again = await subscriber({ resumeToken });
    expect((await again.told.until<QueuePlace>('queue')).position).toBe(2);
    expect((await first.request('end')).ok).toBe(true);
    expect(await again.told.until<QueuePlace>('queue', (one) => one.position === 1)).toBeDefined();
    await again.request('end');
  });

  it('gives the agent the whole story, and the assistant is silent while she has it', async () => {
    const asking = await subscriber({ token: await siteToken(product.url, '13800000001') });
    await asking.ask('我还有多少话费');
    await asking.request('handoff');
    const agent = await staff('agent1@demo');
    const offer = await offered(agent, asking);
    expect(offer.brief.verified).toBe(true);
    expect(offer.brief.summary).toContain('我还有多少话费');
    expect(offer.brief.tried.map((one) => one.intent)).toContain('balance_query');
    expect(offer.expiresAt).toBeGreaterThan(Date.now());

    expect((await agent.request('accept', { conversationId: idOf(asking) })).ok).toBe(true);
    await inState(asking, 'live');
    const opened = await agent.request('open', { conversationId: idOf(asking) });
    expect((opened['messages'] as WireMessage[]).map((message) => message.text)).toContain('我还有多少话费');

    const before = asking.messages.filter((message) => message.from === 'bot').length;
    await asking.send('上个月账单');
    await agent.told.until<WireMessage>('message', (message) => message.text === '上个月账单');
    expect((await agent.send(idOf(asking), '您好，我来帮您看。')).ok).toBe(true);
    const reply = await asking.told.until<WireMessage>('message', (message) => message.from === 'agent');
    expect(reply).toMatchObject({ text: '您好，我来帮您看。', agentName: '林晓' });
    // The agent's words came after the question; had the assistant answered, its words would be in between or here by now.
    expect(asking.messages.filter((message) => message.from === 'bot')).toHaveLength(before);
    expect(asking.messages.map((message) => message.seq)).toEqual(asking.messages.map((_, index) => index + 1));

    expect((await agent.request('close', { conversationId: idOf(asking), disposition: 'solved', summary: '已查账单' })).ok).toBe(true);
    await inState(asking, 'closed');
    await asking.told.until('survey');
    expect((await asking.request('rate', { score: 5, comment: '很快' })).ok).toBe(true);
    await goHome(agent);
  });

  it('has the assistant answer what was asked last when the agent gives back without an answer, once, and nothing that she answered', async () => {
    const asking = await subscriber();
    await asking.request('handoff');
    const agent = await staff('agent1@demo');
    await offered(agent, asking);
    await agent.request('accept', { conversationId: idOf(asking) });
    await asking.send('怎么开发票');
    expect((await agent.send(idOf(asking), '在掌上营业厅里开。')).ok).toBe(true);
    await asking.send('好的');
    await asking.send('怎么充值');
    await asking.send('我先去收个快递');
    await asking.send('？');
    await agent.told.until<WireMessage>('message', (message) => message.text === '？');
    expect((await agent.request('return', { conversationId: idOf(asking) })).ok).toBe(true);
    const answer = await asking.told.until<WireMessage>('message', (message) => message.from === 'bot' && message.text.includes('充'));
    const back = await asking.told.until<WireMessage>('message', (message) => message.from === 'system' && message.text.includes('交还'));
    expect(answer.seq).toBeGreaterThan(back.seq);
    await asking.ask('怎么开发票');
    const after = asking.messages.filter((message) => message.seq > back.seq && message.from === 'bot').map(({ text }) => text);
    expect(after).toHaveLength(2);
    expect(after[1]).toContain('发票');
    await goHome(agent);
  });

  it('serves first come first within a priority, and never two agents at once', async () => {
    const line = [await subscriber(), await subscriber(), await subscriber()];
    for (const one of line) await one.request('handoff');
    const agents = [await staff('agent1@demo', null), await staff('agent2@demo', null)] as const;
    await agents[0].request('presence', { status: 'online', capacity: 1 });
    const [first, second] = line as [Subscriber, Subscriber, Subscriber];
    await offered(agents[0], first);
    // The same conversation is nobody else's to take.
    await agents[1].request('presence', { status: 'online', capacity: 1 });
    expect((await agents[1].request('accept', { conversationId: idOf(first) })).error?.code).toBe('gone');
    await offered(agents[1], second);
    const claims = await Promise.all([agents[0].request('accept', { conversationId: idOf(first) }), agents[1].request('accept', { conversationId: idOf(first) })]);
    expect(claims.map((claim) => claim.ok)).toEqual([true, false]);
    // Both are at their capacity: the third waits, first in line.
    await agents[1].request('accept', { conversationId: idOf(second) });
    const [, , third] = line as [Subscriber, Subscriber, Subscriber];
    expect((await third.told.until<QueuePlace>('queue', (place) => place.position === 1)).position).toBe(1);
    expect(agents[0].told.of<OfferEvent>('offer').concat(agents[1].told.of<OfferEvent>('offer')).map((offer) => offer.conversationId)).not.toContain(idOf(third));
    await agents[0].request('close', { conversationId: idOf(first), disposition: 'solved' });
    await offered(agents[0], third);
    await third.request('end');
    await agents[1].request('close', { conversationId: idOf(second), disposition: 'solved' });
    await goHome(...agents);
  });

  it('offers what one agent declines to the next, and keeps the place; who looked into it before declining hears no more of it', async () => {
    const asking = await subscriber();
    await asking.request('handoff');
    const agents = [await staff('agent1@demo'), await staff('agent2@demo', null)] as const;
    await offered(agents[0], asking);
    await agents[1].request('presence', { status: 'online' });
    expect((await agents[0].request('open', { conversationId: idOf(asking) })).ok).toBe(true);
    expect((await agents[0].request('decline', { conversationId: idOf(asking), reason: 'busy' })).ok).toBe(true);
    await offered(agents[1], asking);
    expect((await agents[1].request('accept', { conversationId: idOf(asking) })).ok).toBe(true);
    await asking.send('只说给接待我的人');
    await agents[1].told.until<WireMessage>('message', ({ text }) => text === '只说给接待我的人');
    // Whatever was told before the answer has come before it.
    await agents[0].request('colleagues');
    expect(agents[0].told.of<WireMessage>('message').map(({ text }) => text)).not.toContain('只说给接待我的人');
    // Handing back lets the assistant speak again.
    expect((await agents[1].request('return', { conversationId: idOf(asking) })).ok).toBe(true);
    await asking.told.until<WireConversation>('conversation', (conversation) => conversation.state === 'bot');
    expect((await asking.ask('怎么充值')).from).toBe('bot');
    // Words to a person about a person put nobody back into the line.
    expect(asking.conversation?.state).toBe('bot');
    await goHome(...agents);
  });

  it('moves a transferred conversation to the colleague, and the former agent no longer hears it', async () => {
    const asking = await subscriber();
    await asking.request('handoff');
    const agents = [await staff('agent1@demo'), await staff('agent2@demo', null)] as const;
    await offered(agents[0], asking);
    await agents[0].request('accept', { conversationId: idOf(asking) });
    await agents[1].request('presence', { status: 'online' });
    const colleagues = (await agents[0].request('colleagues'))['colleagues'] as { id: string; name: string }[];
    const colleague = colleagues.find((one) => one.name === '周航');
    expect((await agents[0].request('transfer', { conversationId: idOf(asking), to: { staffId: colleague?.id ?? '' }, note: '请看账单' })).ok).toBe(true);
    await offered(agents[1], asking);
    await agents[1].request('accept', { conversationId: idOf(asking) });
    await agents[0].told.until('released');
    const opened = await agents[1].request('open', { conversationId: idOf(asking) });
    expect(JSON.stringify(opened['notes'])).toContain('请看账单');
    await asking.send('还在吗');
    await agents[1].told.until<WireMessage>('message', (message) => message.text === '还在吗');
    expect(agents[0].told.of<WireMessage>('message').map((message) => message.text)).not.toContain('还在吗');
    expect((await agents[0].send(idOf(asking), '我还能说话吗')).error?.code).toBe('not-yours');
    // Notes are for staff only.
    expect(asking.messages.map((message) => message.text).join()).not.toContain('请看账单');
    await agents[1].request('close', { conversationId: idOf(asking), disposition: 'solved' });
    await goHome(...agents);
  });

  it('takes the conversation back 15 seconds after its agent vanished, to its old place, and says so', async () => {
    const [mine, later] = [await subscriber(), await subscriber()];
    await mine.request('handoff');
    const agent = await staff('agent1@demo');
    await offered(agent, mine);
    await agent.request('accept', { conversationId: idOf(mine) });
    await inState(mine, 'live');
    await agent.request('presence', { status: 'busy' });
    await later.request('handoff');
    await agent.request('typing', { conversationId: idOf(mine), on: true });
    const isWriting = (): boolean | undefined => mine.told.of<{ from: string; on: boolean }>('typing').findLast(({ from }) => from === 'agent')?.on;
    await mine.told.until('typing', () => isWriting() === true);
    const vanishedAt = Date.now();
    agent.close();
    const waited = await mine.told.until<WireConversation>('conversation', (one) => one.state === 'queued' && one.lastSeq > 2);
    expect(waited.state).toBe('queued');
    expect(Date.now() - vanishedAt).toBeGreaterThan(14_000);
    expect((await mine.told.until<QueuePlace>('queue', (place) => place.position === 1)).position).toBe(1);
    expect((await later.told.until<QueuePlace>('queue', (place) => place.position === 2)).position).toBe(2);
    await mine.told.until<WireMessage>('message', ({ text }) => text.includes('原来的排队位置'));
    await mine.told.until('typing', () => isWriting() === false);
    await mine.request('end');
    await later.request('end');
  });

  it('lets an agent who reconnects within the grace keep her conversation', async () => {
    const asking = await subscriber();
    await asking.request('handoff');
    const agent = await staff('agent1@demo');
    await offered(agent, asking);
    await agent.request('accept', { conversationId: idOf(asking) });
    agent.close();
    const again = await staff('agent1@demo', null);
    const desk = again.told.of<{ status: string; mine: { id: string }[] }>('desk').at(-1);
    expect(desk?.status).toBe('online');
    expect(desk?.mine.map((one) => one.id)).toContain(idOf(asking));
    expect((await again.send(idOf(asking), '我回来了')).ok).toBe(true);
    // Going home gives it back at once, nobody waits for a lease to run out.
    await again.request('presence', { status: 'offline' });
    await asking.told.until<WireConversation>('conversation', (one) => one.state === 'queued' && one.lastSeq > 3);
    await asking.request('end');
    again.close();
  });

  it('answers after a kill what was left unanswered when the agent gave back', async () => {
    const asking = await subscriber();
    await asking.request('handoff');
    const agent = await staff('agent1@demo');
    await offered(agent, asking);
    await agent.request('accept', { conversationId: idOf(asking) });
    await asking.send('怎么开发票');
    await agent.told.until<WireMessage>('message', (message) => message.text === '怎么开发票');
    const given = agent.request('return', { conversationId: idOf(asking) });
    const resumeToken = asking.conversation?.resumeToken ?? '';
    await asking.told.until<WireMessage>('message', (message) => message.from === 'system' && message.text.includes('交还'));
    product = await product.restart('SIGKILL');
    await given.catch(() => null);
    const again = await subscriber({ resumeToken, afterSeq: 0 });
    await again.told.until<WireMessage>('message', (message) => message.from === 'bot' && message.text.includes('发票'));
    await again.ask('怎么充值');
    expect(again.messages.filter((message) => message.from === 'bot' && message.text.includes('发票'))).toHaveLength(1);
  });

  it('keeps everything acknowledged, the line and the owners over a kill and a new start', async () => {
    const [live, waiting] = [await subscriber({ token: await siteToken(product.url, '13800000003') }), await subscriber()];
    await live.request('handoff');
    const agent = await staff('agent1@demo', null);
    await agent.request('presence', { status: 'online', capacity: 1 });
    await offered(agent, live);
    await agent.request('accept', { conversationId: idOf(live) });
    await waiting.request('handoff');
    const acked: number[] = [];
    for (let index = 0; index < 20; index += 1) acked.push(Number((await live.send(`第 ${index} 句`))['seq']));
    product = await product.restart('SIGKILL');

    const back = await subscriber({ resumeToken: live.conversation?.resumeToken, afterSeq: 0 });
    expect(back.conversation?.state).toBe('live');
    await back.told.until<WireMessage>('message', (message) => message.text === '第 19 句');
    expect(back.messages.map((message) => message.seq)).toEqual(back.messages.map((_, index) => index + 1));
    expect(back.messages.filter((message) => message.text.startsWith('第 ')).map((message) => message.seq)).toEqual(acked);
    const stillWaiting = await subscriber({ resumeToken: waiting.conversation?.resumeToken });
    expect((await stillWaiting.told.until<QueuePlace>('queue')).position).toBe(1);
    const owner = await staff('agent1@demo', null);
    expect((await owner.send(idOf(live), '系统刚才重启了，我还在。')).ok).toBe(true);
    await owner.request('close', { conversationId: idOf(live), disposition: 'solved' });
    await stillWaiting.request('end');
    await goHome(owner);
  });
});
