/** The product is killed right after it committed what many did at once: what was to follow each of them follows, once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStore } from '../../src/adapters/store/store.js';
import type { Store } from '../../src/adapters/store/store.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';
import { SystemIds } from '../../src/adapters/system/system-ids.js';
import type { Conversation } from '../../src/domain/conversation.js';
import type { ConversationId } from '../../src/domain/ids.js';
import { conversationId } from '../../src/domain/ids.js';
import { connectStaff, connectSubscriber } from '../support/clients.js';
import type { Client, StaffClient, Subscriber } from '../support/clients.js';
import { engines } from '../support/engines.js';
import { startProduct } from '../support/product.js';
import type { Product } from '../support/product.js';
import { eventually } from '../support/until.js';

const MANY = 40;
const CHATS = 8;
const PROMISE = '我们会在24小时内回复您';

for (const engine of engines()) {
  describe(`killed right after a commit on ${engine.name}`, () => {
    let product: Product;
    let env: Record<string, string>;
    let store: Store | null = null;

    beforeAll(async () => {
      env = await engine.env();
      product = await startProduct({ env: { ...env, RATE_LIMIT: 'off' } });
    });
    afterAll(async () => {
      await store?.close();
      await product.dispose();
      await engine.dispose();
    });

    /** All at once; killed with the first that is acknowledged. */
    async function killedAmid(asked: readonly (readonly [Client, string, object])[]): Promise<void> {
      await Promise.any(asked.map(([client, event, payload]) => client.request(event, payload)));
      await product.stop('SIGKILL');
      for (const [client] of asked) client.close();
    }
    async function record(): Promise<Store> {
      await store?.close();
      const clock = new SystemClock();
      store = await openStore({ databaseUrl: env['DATABASE_URL'] ?? null, dataDir: product.dataDir, clock, ids: new SystemIds(clock) });
      return store;
    }
    async function served(agent: StaffClient): Promise<readonly Subscriber[]> {
      return Promise.all(
        Array.from({ length: CHATS }, async () => {
          const one = await connectSubscriber(product.url);
          await one.request('handoff');
          const id = one.conversation?.id ?? '';
          await agent.told.until<{ conversationId: string }>('offer', ({ conversationId: of }) => of === id);
          await agent.request('accept', { conversationId: id });
          return one;
        }),
      );
    }
    const idsOf = (ones: readonly Subscriber[]) => ones.map(({ conversation }) => conversationId(conversation?.id ?? ''));
    const standing = async (from: Store, ones: readonly Subscriber[]): Promise<readonly Conversation[]> => (await Promise.all(idsOf(ones).map((id) => from.log.find(id)))).filter((one) => one !== null);

    it('follows up every low rating, and calls supervisors to each once', async () => {
      const ones = await Promise.all(Array.from({ length: MANY }, () => connectSubscriber(product.url)));
      await Promise.all(ones.map((one) => one.ask('你好')));
      await killedAmid(ones.map((one) => [one, 'rate', { score: 1, comment: '没用' }]));
      const rated = (await standing(await record(), ones)).filter(({ rating }) => rating !== null);
      expect(rated.length).toBeGreaterThan(0);
      product = await product.restart();
      const after = await record();
      const followed = async () => (await after.followUps.list({ limit: 2 * MANY })).map((one) => one.conversationId).sort();
      const expected = rated.map(({ id }) => id).sort();
      await eventually(followed, (ids) => ids.length >= expected.length);
      expect(await followed()).toEqual(expected);
      expect((await after.alerts.since(0, 2 * MANY)).filter(({ kind }) => kind === 'low-rating').map((alert) => alert.conversationId).sort()).toEqual(expected);
    });

    it('keeps as a promise what every agent said, in the chats that were closed with it as well, and whom each closed chat was served by', async () => {
      const agent = await connectStaff(product.url, 'agent1@demo', null);
      await agent.request('presence', { status: 'online', capacity: CHATS });
      const ones = await served(agent);
      const asked = idsOf(ones).flatMap((id, index) => [
        [agent, 'send', { conversationId: id, clientId: `promise-${index}`, text: PROMISE }] as const,
        [agent, 'close', { conversationId: id, disposition: 'solved' }] as const,
      ]);
      await killedAmid(asked);
      for (const one of ones) one.close();
      const before = await record();
      const closed = (await standing(before, ones)).filter(({ state }) => state === 'closed');
      const saying: ConversationId[] = [];
      for (const id of idsOf(ones)) if ((await before.log.messages(id, { limit: 100 })).some(({ text }) => text === PROMISE)) saying.push(id);
      expect(saying.length).toBeGreaterThan(0);
      for (const { id, closed: end } of closed) expect({ id, isServed: end?.servedBy !== undefined && (await before.line.hasServed(end.servedBy.staffId, id)) }).toEqual({ id, isServed: true });
      product = await product.restart();
      const after = await record();
      const promised = async () => (await Promise.all(saying.map((id) => after.cases.promises({ conversationId: id }, 10)))).map((found) => found.length);
      await eventually(promised, (counts) => counts.every((count) => count > 0));
      expect(await promised()).toEqual(saying.map(() => 1));
    });
  });
}
