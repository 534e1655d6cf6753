/** One of two nodes dies while chats are live: everybody stands where they stood, nobody has two agents, and nothing acknowledged is lost. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { QueuePlace, WireConversation, WireMessage } from '../../src/protocol/chat.js';
import type { DeskConversation } from '../../src/protocol/desk.js';
import { connectStaff, connectSubscriber } from '../support/clients.js';
import type { Client, StaffClient, Subscriber } from '../support/clients.js';
import { postgresEngine, redisUrl } from '../support/engines.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';

const engine = postgresEngine();
const redis = await redisUrl();
const describeCluster = engine && redis !== null ? describe : describe.skip;

/** The grace of a vanished agent, and what a busy machine may be late in noticing and telling it. */
const BACK_WITHIN_MS = 15_000 + 15_000;

interface Named {
  readonly conversationId: string;
  readonly reason: string;
}

describeCluster('a node that is killed', () => {
  let here: Product;
  let there: Product;
  let isDead = false;
  let open: Client[] = [];

  beforeAll(async () => {
    const env = { ...(await engine?.env()), REDIS_URL: redis ?? '', RATE_LIMIT: 'off' };
    here = await startProduct({ env });
    there = await startProduct({ env });
  });
  beforeEach(async () => {
    if (isDead) here = await here.restart();
    isDead = false;
  });
  afterEach(() => {
    for (const client of open) client.close();
    open = [];
  });
  afterAll(async () => {
    await Promise.all([here, there].map((node) => node.dispose()));
    await engine?.dispose();
  });

  const kept = <Made extends Client>(client: Made): Made => {
    open.push(client);
    return client;
  };
  const kill = async () => {
    isDead = true;
    await here.stop('SIGKILL');
  };
  const subscriber = async (node: Product, auth: object = {}) => kept(await connectSubscriber(node.url, auth));
  async function agent(node: Product, name: string, capacity: number): Promise<StaffClient> {
    const made = kept(await connectStaff(node.url, `${name}@demo`, null));
    await made.request('presence', { status: 'online', capacity });
    return made;
  }
  const back = (one: Subscriber) => subscriber(there, { resumeToken: one.conversation?.resumeToken, afterSeq: one.messages.at(-1)?.seq ?? 0 });
  const idOf = (one: Subscriber): string => one.conversation?.id ?? '';
  const offered = (to: StaffClient, one: Subscriber) => to.told.until<Named>('offer', ({ conversationId }) => conversationId === idOf(one));
  const inState = (one: Subscriber, state: string) => one.told.until<WireConversation>('conversation', (told) => told.state === state);
  const place = (one: Subscriber) => one.told.of<QueuePlace>('queue').at(-1)?.position;
  const standsAt = (one: Subscriber, position: number) => one.told.until<QueuePlace>('queue', () => place(one) === position);
  const opened = async (by: StaffClient, one: Subscriber) => (await by.request('open', { conversationId: idOf(one) }))['conversation'] as DeskConversation;
  async function serve(by: StaffClient, one: Subscriber): Promise<void> {
    await offered(by, one);
    expect((await by.request('accept', { conversationId: idOf(one) })).ok).toBe(true);
    await inState(one, 'live');
    expect((await by.send(idOf(one), '您好，请讲')).ok).toBe(true);
  }
  /** Sends one text after the other until the connection is gone; answers which were acknowledged. */
  async function sendUntilCut(one: Subscriber, name: string): Promise<readonly string[]> {
    const acked: string[] = [];
    for (let index = 0; ; index += 1) {
      const ack = await one.socket.timeout(2_000).emitWithAck('send', { clientId: `${name}-${index}`, text: `余额 ${name}-${index}` }).then((answer: { ok: boolean }) => answer, () => null);
      if (!ack?.ok) return acked;
      acked.push(`余额 ${name}-${index}`);
    }
  }
  /** The whole record, as whoever resumes it from the beginning is told it. */
  async function recordOf(one: Subscriber): Promise<readonly WireMessage[]> {
    const reader = await subscriber(there, { resumeToken: one.conversation?.resumeToken, afterSeq: 0 });
    await reader.told.until<WireMessage>('message', ({ seq }) => seq >= (reader.conversation?.lastSeq ?? 0));
    return reader.messages;
  }

  it('gives back what its agents had, each to their old place, on whichever node the subscriber is', async () => {
    const lost = await agent(here, 'agent1', 3);
    const [mine, elsewhere, offeredTo, behind] = [await subscriber(here), await subscriber(there), await subscriber(there), await subscriber(here)];
    for (const one of [mine, elsewhere]) {
      await one.request('handoff');
      await serve(lost, one);
    }
    const epoch = (await opened(lost, mine)).epoch;
    await offeredTo.request('handoff');
    await offered(lost, offeredTo);
    await behind.request('handoff');
    await standsAt(behind, 2);
    const [talking, asking] = [await subscriber(here), await subscriber(here)];
    const [acked, ackedOfBot] = await Promise.all([sendUntilCut(mine, 'live'), sendUntilCut(talking, 'bot'), asking.ask('你好').then(async () => {
      await asking.send('我这个月话费多少');
      await kill();
    })]);
    const diedAt = performance.now();

    const again = await back(mine);
    const behindAgain = await back(behind);
    // On the living node she is still theirs until her lease is over; then both are told, and stand where they stood.
    await Promise.all([again, elsewhere].map((one) => one.told.until<WireMessage>('message', ({ from, text }) => from === 'system' && text.includes('客服'))));
    await Promise.all([inState(again, 'queued'), inState(elsewhere, 'queued')]);
    expect(performance.now() - diedAt).toBeLessThan(BACK_WITHIN_MS);
    await Promise.all([again, elsewhere, offeredTo, behindAgain].map((one, index) => standsAt(one, index + 1)));

    // Her page comes back on the other node: what she had is not hers any more, and the offer is gone.
    const returned = kept(await connectStaff(there.url, 'agent1@demo', null));
    expect(returned.told.of<{ mine: unknown[] }>('desk').at(-1)?.mine).toEqual([]);
    expect((await returned.request('send', { conversationId: idOf(again), clientId: 'old', text: '我回来了', epoch })).error?.code).toBe('wrong-state');
    expect((await returned.request('accept', { conversationId: idOf(offeredTo) })).error?.code).toBe('gone');

    // Somebody else is offered all four in their old order, and is the only one who has them.
    const next = await agent(there, 'agent2', 4);
    const line = [again, elsewhere, offeredTo, behindAgain];
    for (const one of line) {
      await offered(next, one);
      expect((await next.request('accept', { conversationId: idOf(one) })).ok).toBe(true);
      await inState(one, 'live');
    }
    expect(next.told.of<Named>('offer').map(({ conversationId }) => conversationId)).toEqual(line.map(idOf));
    expect(returned.told.of('assigned')).toEqual([]);
    expect((await returned.request('send', { conversationId: idOf(again), clientId: 'older', text: '我还在', epoch })).error?.code).toBe('not-yours');
    expect((await opened(next, again)).epoch).toBeGreaterThan(epoch);
    expect((await next.send(idOf(again), '我来接着帮您')).ok).toBe(true);
    await again.told.until<WireMessage>('message', ({ text }) => text === '我来接着帮您');

    // Everything acknowledged is there, once and in order.
    const record = await recordOf(again);
    expect(record.map(({ seq }) => seq)).toEqual(record.map((_, index) => index + 1));
    expect(record.filter(({ from }) => from === 'subscriber').map(({ text }) => text).slice(0, acked.length)).toEqual(acked);
    const joined = record.find(({ text }) => text === '您好，请讲')?.seq ?? 0;
    expect(record.filter(({ from, seq }) => from === 'bot' && seq > joined)).toEqual([]);
    // And what the assistant owed an answer for, another node answers.
    for (const [one, texts] of [[talking, ackedOfBot], [asking, ['你好', '我这个月话费多少']]] as const) {
      const reader = await subscriber(there, { resumeToken: one.conversation?.resumeToken, afterSeq: 0 });
      const asked = () => reader.messages.filter(({ from }) => from === 'subscriber').map(({ text }) => text);
      const answers = () => reader.messages.filter(({ from }) => from === 'bot').length;
      await reader.told.until('message', () => asked().length >= texts.length && answers() >= asked().length);
      expect(asked().slice(0, texts.length)).toEqual(texts);
      expect(answers()).toBe(asked().length);
    }
    for (const one of line) await next.request('close', { conversationId: idOf(one), disposition: 'solved' });
    await next.request('presence', { status: 'offline' });
  });

  it('costs an agent nothing who is back on the other node before her lease is over', async () => {
    const agentHere = await agent(here, 'agent1', 1);
    const [mine, waiting] = [await subscriber(there), await subscriber(there)];
    await mine.request('handoff');
    await serve(agentHere, mine);
    await waiting.request('handoff');
    await standsAt(waiting, 1);
    const { epoch } = await opened(agentHere, mine);
    await kill();
    const agentThere = kept(await connectStaff(there.url, 'agent1@demo', null));
    const desk = agentThere.told.of<{ status: string; mine: { id: string }[] }>('desk').at(-1);
    expect(desk).toMatchObject({ status: 'online', mine: [{ id: idOf(mine) }] });
    expect((await agentThere.request('send', { conversationId: idOf(mine), clientId: 'on', text: '刚才断线了，我们继续', epoch })).ok).toBe(true);
    await mine.told.until<WireMessage>('message', ({ text }) => text === '刚才断线了，我们继续');
    // Longer than the lease the dead node had written.
    const until = Date.now() + 17_000;
    while (Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 500));
    expect(mine.conversation?.state).toBe('live');
    expect((await opened(agentThere, mine)).epoch).toBe(epoch);
    expect(place(waiting)).toBe(1);
    await agentThere.request('close', { conversationId: idOf(mine), disposition: 'solved' });
    await offered(agentThere, waiting);
    await waiting.request('end');
  });
});
