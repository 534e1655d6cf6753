/** What an outside channel is told comes once and in order, also when telling takes long, stops half-way, or somebody writes meanwhile. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryBus } from '../../../src/adapters/memory/bus.js';
import { MemoryRateLimit } from '../../../src/adapters/memory/rate-limit.js';
import type { Store } from '../../../src/adapters/store/store.js';
import type { Conversation } from '../../../src/domain/conversation.js';
import type { Message } from '../../../src/domain/message.js';
import { ChannelDelivery } from '../../../src/gateway/channels/channel-delivery.js';
import type { ChannelSender, Sending } from '../../../src/gateway/channels/channel-delivery.js';
import { wechatSender } from '../../../src/gateway/wechat/wechat-sender.js';
import type { PlatformAnswer, WechatPlatform } from '../../../src/ports/wechat-platform.js';
import { createLogger } from '../../../src/telemetry/logger.js';
import { adding, aConversation, changed, says, START } from '../../contracts/record-builders.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';
import { eventually, until } from '../../support/until.js';

const [sqlite] = await testEngines();
const LONG = `${'一'.repeat(600)}。${'二'.repeat(600)}。`;

describe('telling an outside channel', () => {
  const clock = new HandClock(START);
  let database: TestDatabase;
  let store: Store;

  beforeAll(async () => {
    if (!sqlite) throw new Error('SQLite is always there');
    database = await sqlite.make();
    store = await database.open(clock);
  });
  afterAll(() => database.drop());

  function aNode(sender: ChannelSender, nodeId: string): ChannelDelivery {
    const bus = new MemoryBus({ error: () => undefined, warn: () => undefined });
    const conversations = { find: (id: Conversation['id']) => store.log.find(id), messages: (id: Conversation['id'], range: { limit: number }) => store.log.messages(id, range) };
    return new ChannelDelivery({ threads: store.threads, conversations, senders: [sender], bus, rateLimit: new MemoryRateLimit({}), clock, logger: createLogger('silent'), nodeId });
  }
  async function aThread(...words: readonly string[]): Promise<Conversation> {
    const { conversation } = await changed(store.log, adding(aConversation({ channel: 'wechat' }), says('你好'), ...words.map((text) => says(text, { from: 'bot' }))));
    await store.threads.keep({ channel: 'wechat', externalId: conversation.id, conversationId: conversation.id, address: {} });
    return conversation;
  }
  const deliveredOf = async ({ id }: Conversation): Promise<number> => (await store.threads.of(id))?.deliveredSeq ?? 0;

  it('is one node’s as long as it takes: no other begins to tell the same', async () => {
    const one = await aThread('答复');
    const begun: string[] = [];
    let letGo: () => void = () => undefined;
    const slow = (name: string): ChannelSender => ({
      channel: 'wechat',
      send: (_thread, messages: readonly Message[]) => {
        begun.push(name);
        return new Promise((resolve) => (letGo = () => resolve({ done: messages.length, then: { kind: 'sent' } })));
      },
    });
    const nodes = [aNode(slow('a'), 'a'), aNode(slow('b'), 'b')];
    nodes[0]?.nudge(one.id);
    await until(() => begun.length > 0);
    for (let seconds = 0; seconds < 40; seconds += 4) {
      clock.advance(4_000);
      await eventually(() => store.threads.due(['wechat'], clock.now(), 10), (due) => due.length === 0);
      nodes[1]?.nudge(one.id);
    }
    letGo();
    await eventually(() => deliveredOf(one), (seq) => seq === 2);
    for (const node of nodes) await node.stop();
    expect(begun).toEqual(['a']);
  });

  it('is tried ever less often while the channel is away, and at once when they write; what waits for its time is none the later', async () => {
    const one = await aThread('答复');
    const tries: number[] = [];
    let answer: () => Promise<Sending> = () => Promise.reject(new Error('away'));
    const sender: ChannelSender = { channel: 'wechat', send: async () => (tries.push(clock.now()), { done: 0, then: await answer() }) };
    const rested: number[] = [];
    const release = store.threads.release.bind(store.threads);
    store.threads.release = async (...rest) => (await release(...rest), void rested.push(clock.now()));
    const node = aNode(sender, 'a');
    const start = clock.now();
    const spends = async (seconds: number): Promise<number> => {
      const before = tries.length;
      for (let passed = 0; passed < seconds; passed += 5) {
        clock.advance(5_000);
        if (!(await store.threads.due(['wechat'], clock.now(), 10)).includes(one.id)) continue;
        const known = tries.length;
        node.nudge(one.id);
        await until(() => tries.length > known && rested.length === tries.length);
      }
      return tries.length - before;
    };
    node.nudge(one.id);
    await until(() => rested.length > 0);
    expect(await spends(300)).toBeLessThan(9);
    expect(tries.slice(0, 4).map((at) => at - start)).toEqual([0, 5_000, 15_000, 35_000]);
    answer = () => Promise.resolve({ kind: 'later', afterMs: 5_000, isAway: true });
    expect(await spends(300)).toBeLessThan(5);
    await store.threads.keep({ channel: 'wechat', externalId: one.id, conversationId: one.id, address: {} });
    answer = () => Promise.resolve({ kind: 'later', afterMs: 5_000 });
    expect(await spends(50)).toBe(10);
    await node.stop();
    store.threads.release = release;
  });

  it('goes on with the piece that was not taken: nobody reads the beginning twice', async () => {
    const one = await aThread(LONG);
    const sent: string[] = [];
    let left = 1;
    const sendText = (_to: string, text: string): Promise<PlatformAnswer> => {
      if (left === 0) return Promise.resolve({ kind: 'later', afterMs: 600_000, code: 45047 });
      left -= 1;
      sent.push(text);
      return Promise.resolve({ kind: 'sent' });
    };
    const platform = { sendText } as unknown as WechatPlatform;
    const node = aNode(wechatSender(platform, { conversations: { places: () => Promise.resolve(new Map()) }, clock }), 'a');
    node.nudge(one.id);
    await eventually(() => store.threads.claim(one.id, { holder: 'looks', now: clock.now(), until: clock.now() }), (claim) => claim === null && sent.length === 1);
    left = 5;
    await changed(store.log, adding(one, says('然后呢'), says('第二答', { from: 'bot' })));
    await store.threads.keep({ channel: 'wechat', externalId: one.id, conversationId: one.id, address: {} });
    await eventually(
      () => {
        node.nudge(one.id);
        return deliveredOf(one);
      },
      (seq) => seq === 4,
    );
    await node.stop();
    expect(sent.at(-1)).toBe('第二答');
    expect(sent.slice(0, -1).join('').replace(/\s/gu, '')).toBe(LONG);
  });
});
