/** A node that is cut off from Redis, or waits for it, while a chat is live between it and another: whoever speaks is heard on both sides, late and once. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import type { WireConversation, WireMessage } from '../../src/protocol/chat.js';
import { connectStaff, connectSubscriber } from '../support/clients.js';
import type { Client, StaffClient, Subscriber } from '../support/clients.js';
import { postgresEngine, redisUrl } from '../support/engines.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { RedisLine } from '../support/redis-line.js';

const engine = postgresEngine();
const redis = await redisUrl();
const describeCluster = engine && redis !== null ? describe : describe.skip;
const BLOCKED_MS = 10_000;

describeCluster('a node cut off from Redis', () => {
  let line: RedisLine;
  let here: Product;
  let there: Product;
  let agent: StaffClient;
  let open: Client[] = [];

  beforeAll(async () => {
    line = await RedisLine.to(redis ?? '');
    const env = { ...(await engine?.env()), RATE_LIMIT: 'off' };
    here = await startProduct({ env: { ...env, REDIS_URL: line.url } });
    there = await startProduct({ env: { ...env, REDIS_URL: redis ?? '' } });
    agent = await connectStaff(there.url, 'agent1@demo', null);
    await agent.request('presence', { status: 'online', capacity: 9 });
  });
  afterEach(() => {
    line.mend();
    for (const client of open) client.close();
    open = [];
  });
  afterAll(async () => {
    agent.close();
    await Promise.all([here, there].map((node) => node.dispose()));
    await line.close();
    await engine?.dispose();
  });

  async function asks(): Promise<Subscriber> {
    const one = await connectSubscriber(here.url);
    open.push(one);
    expect((await one.request('handoff')).ok).toBe(true);
    return one;
  }
  const idOf = (one: Subscriber): string => one.conversation?.id ?? '';
  async function served(one: Subscriber): Promise<void> {
    await agent.told.until<{ conversationId: string }>('offer', ({ conversationId }) => conversationId === idOf(one));
    expect((await agent.request('accept', { conversationId: idOf(one) })).ok).toBe(true);
    await one.told.until<WireConversation>('conversation', ({ state }) => state === 'live');
  }
  async function speaks(one: Subscriber, name: string): Promise<void> {
    expect((await agent.send(idOf(one), `坐席${name}`)).ok).toBe(true);
    expect((await one.send(`用户${name}`)).ok).toBe(true);
  }
  async function heard(one: Subscriber, name: string): Promise<void> {
    await one.told.until<WireMessage>('message', ({ text }) => text === `坐席${name}`);
    await agent.told.until<WireMessage & { conversationId: string }>('message', ({ text, conversationId }) => text === `用户${name}` && conversationId === idOf(one));
  }
  const expectOnce = (one: Subscriber) => expect(one.messages.map(({ seq }) => seq)).toEqual(one.messages.map((_, index) => (one.messages[0]?.seq ?? 1) + index));

  it('goes on with the chats it shows, and with what is asked meanwhile', async () => {
    const live = await asks();
    await served(live);
    line.cut();
    await speaks(live, '一');
    await heard(live, '一');
    const late = await asks();
    await served(late);
    await speaks(late, '二');
    await heard(late, '二');
    expect((await agent.request('close', { conversationId: idOf(live), disposition: 'solved' })).ok).toBe(true);
    await live.told.until<WireConversation>('conversation', ({ state }) => state === 'closed');
    line.mend();
    await speaks(late, '三');
    await heard(late, '三');
    for (const one of [live, late]) expectOnce(one);
  });

  it('tells everything once and in order when Redis stood still for ten seconds', async () => {
    const live = await asks();
    await served(live);
    line.block();
    await speaks(live, '四');
    await new Promise((resolve) => setTimeout(resolve, BLOCKED_MS));
    await speaks(live, '五');
    line.mend();
    await heard(live, '四');
    await heard(live, '五');
    await speaks(live, '六');
    await heard(live, '六');
    expectOnce(live);
    const said = agent.told.of<WireMessage & { conversationId: string }>('message').filter(({ conversationId, from }) => conversationId === idOf(live) && from === 'subscriber');
    expect([...new Set(said.map(({ seq }) => seq))]).toHaveLength(3);
    expect((await agent.request('close', { conversationId: idOf(live), disposition: 'solved' })).ok).toBe(true);
  });
});
