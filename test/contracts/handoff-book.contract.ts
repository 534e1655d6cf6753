/** What every HandoffBook promises. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import { conversationId } from '../../src/domain/ids.js';
import type { HandoffAsked, HandoffEnd, HandoffEntry } from '../../src/ports/handoff-book.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { aConversation, changed, says, START } from './record-builders.js';

const asked = (id: string, askedAt = START): HandoffAsked => ({ conversationId: conversationId(id), askedAt, reason: 'asked', skillGroup: 'general', priority: 0 });
const accepted: HandoffEnd = { endedAt: START + 50, ending: 'accepted', detail: 'longest-idle', endedBy: 'lina' };
const left: HandoffEnd = { endedAt: START + 60, ending: 'left', detail: 'no-longer-needed', endedBy: null };
const range = { position: 3, low: 20, likely: 60, high: 180 };

/** With a change of the record, as everything is kept. */
async function keep({ log }: Store, handoff: HandoffEntry): Promise<void> {
  const { conversationId: id } = handoff.asked;
  await changed(log, { id, initial: aConversation({ id }), step: (conversation) => ({ conversation, additions: [says('转人工')], result: null, handoff }) });
}
const begin = (store: Store, one: HandoffAsked) => keep(store, { kind: 'begin', asked: one });
const end = (store: Store, one: HandoffAsked, how: HandoffEnd) => keep(store, { kind: 'end', asked: one, end: how });

export function handoffBookContract(engine: TestEngine): void {
  describe(`the handoff book on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let other: Store;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
      other = await database.open();
    });
    afterAll(() => database.drop());

    it('keeps one row for each time of asking, with the first range shown and the first ending', async () => {
      const one = asked('c-1');
      await Promise.all([begin(store, one), begin(other, one)]);
      await store.handoffs.showFirst(one, range);
      await other.handoffs.showFirst(one, { ...range, high: 999 });
      await end(store, one, accepted);
      await end(other, one, left);
      expect(await other.handoffs.find(one)).toEqual({ id: expect.any(String), ...one, first: range, end: accepted });
    });

    it('is open again when it is taken up again, and keeps the range of the first wait', async () => {
      const one = asked('c-2');
      await begin(store, one);
      await store.handoffs.showFirst(one, range);
      await end(store, one, accepted);
      await begin(store, one);
      expect(await store.handoffs.find(one)).toMatchObject({ first: range, end: null });
      await end(store, one, left);
      expect(await store.handoffs.find(one)).toMatchObject({ end: left });
    });

    it('has a row for an ending whose beginning was lost', async () => {
      await end(store, asked('c-3'), left);
      expect(await store.handoffs.find(asked('c-3'))).toMatchObject({ first: null, end: left });
      expect(await store.handoffs.find(asked('c-4'))).toBeNull();
    });

    it('keeps nothing of a change that was refused, and both of one that ends and takes up again', async () => {
      const one = asked('c-7');
      const refused = await store.log.change({ id: one.conversationId, initial: aConversation({ id: one.conversationId }), step: () => ({ refused: 'conflict' }) });
      expect(refused).toEqual({ refused: 'conflict' });
      expect(await store.handoffs.find(one)).toBeNull();
      await begin(store, one);
      await Promise.all([end(store, one, accepted), begin(store, one), end(store, one, left)]);
      expect(await other.handoffs.find(one)).toMatchObject({ end: left });
    });

    it('sums up how long those who asked since then have waited, and how many gave up', async () => {
      const far = START + 20_000_000;
      expect(await store.handoffs.leaving(far, far + 1000)).toEqual({ waitedMs: 0, left: 0 });
      for (const at of [far, far + 100, far + 200]) await begin(store, asked('c-6', at));
      await end(store, asked('c-6', far), { ...left, endedAt: far + 50 });
      await end(store, asked('c-6', far + 100), { ...accepted, endedAt: far + 400 });
      expect(await other.handoffs.leaving(far, far + 1000)).toEqual({ waitedMs: 50 + 300 + 800, left: 1 });
      expect(await other.handoffs.leaving(far + 150, far + 1000)).toEqual({ waitedMs: 800, left: 0 });
    });

    it('lists what was asked for in a time, and what has not ended, oldest first', async () => {
      const far = START + 10_000_000;
      for (const at of [far + 2, far, far + 1]) await begin(store, asked('c-5', at));
      await end(store, asked('c-5', far), accepted);
      expect((await other.handoffs.between(far, far + 2)).map(({ askedAt }) => askedAt)).toEqual([far, far + 1]);
      expect((await other.handoffs.open(100)).map(({ askedAt }) => askedAt).filter((at) => at >= far && at < far + 1000)).toEqual([far + 1, far + 2]);
    });
  });
}
