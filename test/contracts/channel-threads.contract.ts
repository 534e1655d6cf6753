/** What threads of outside channels promise: one conversation for one person, one teller at a time, nothing told twice. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import { conversationId } from '../../src/domain/ids.js';
import type { ChannelThread } from '../../src/ports/channel-threads.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { aConversation, adding, changed, says, START } from './record-builders.js';

export function channelThreadsContract(engine: TestEngine): void {
  describe(`threads of outside channels on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let other: Store;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
      other = await database.open();
    });
    afterAll(() => database.drop());

    const aThread = (over: Partial<ChannelThread> = {}) => ({ channel: 'wechat' as const, externalId: randomUUID(), conversationId: conversationId(randomUUID()), address: { to: 'x' }, ...over });
    const lease = (holder: string, now = START) => ({ holder, now, until: now + 30_000 });

    it('give one person one conversation, whoever asks at once, and keep the newest address', async () => {
      const one = aThread();
      const both = await Promise.all([store.threads.keep(one), other.threads.keep({ ...one, conversationId: conversationId(randomUUID()) })]);
      expect(both[0].conversationId).toBe(both[1].conversationId);
      await store.threads.keep({ ...one, address: { to: 'y' } });
      expect(await other.threads.find('wechat', one.externalId)).toEqual({ ...one, conversationId: both[0].conversationId, address: { to: 'y' }, deliveredSeq: 0, begunSeq: 0, failures: 0 });
      expect(await other.threads.find('wechat-kf', one.externalId)).toBeNull();
      expect(await other.threads.of(conversationId(randomUUID()))).toBeNull();
    });

    it('are told by one at a time, and by another once the lease ran out', async () => {
      const { conversationId: id } = await store.threads.keep(aThread());
      const claims = await Promise.all([store.threads.claim(id, lease('a')), other.threads.claim(id, lease('b'))]);
      expect(claims.filter((claim) => claim !== null)).toHaveLength(1);
      const holder = claims[0] ? 'a' : 'b';
      expect(await store.threads.begin(id, holder === 'a' ? 'b' : 'a', 9)).toBe(false);
      expect(await store.threads.begin(id, holder, 3)).toBe(true);
      expect(await store.threads.delivered(id, holder === 'a' ? 'b' : 'a', 1)).toBe(false);
      expect(await store.threads.delivered(id, holder, 2)).toBe(true);
      expect(await store.threads.delivered(id, holder, 2)).toBe(false);
      expect(await other.threads.claim(id, lease('c', START + 30_001))).toMatchObject({ deliveredSeq: 2, begunSeq: 3 });
      expect(await store.threads.delivered(id, holder, 3)).toBe(false);
    });

    it('rest until the time they were put off to', async () => {
      const { conversationId: id } = await store.threads.keep(aThread());
      await store.threads.claim(id, lease('a'));
      await store.threads.release(id, 'a', { notBefore: START + 5_000, failures: 2 });
      expect(await other.threads.claim(id, lease('b', START + 4_999))).toBeNull();
      expect(await other.threads.claim(id, lease('b', START + 5_000))).toMatchObject({ failures: 2 });
    });

    it('go on at once when somebody wrote while they were being told, whatever they were put off to', async () => {
      const one = await store.threads.keep(aThread());
      await store.threads.claim(one.conversationId, lease('a'));
      await other.threads.keep({ ...one, address: { to: 'z' } });
      await store.threads.release(one.conversationId, 'a', { notBefore: START + 600_000, failures: 0 });
      expect(await other.threads.claim(one.conversationId, lease('b', START + 1))).toMatchObject({ address: { to: 'z' } });
    });

    it('stay with who tells for as long as the lease is renewed', async () => {
      const { conversationId: id } = await store.threads.keep(aThread());
      await store.threads.claim(id, lease('a'));
      expect(await store.threads.renew(id, 'a', START + 60_000)).toBe(true);
      expect(await other.threads.claim(id, lease('b', START + 59_999))).toBeNull();
      expect(await other.threads.claim(id, lease('b', START + 60_000))).not.toBeNull();
      expect(await store.threads.renew(id, 'a', START + 90_000)).toBe(false);
    });

    it('are looked for by channel, so that what nobody tells any more stands in nobody’s way', async () => {
      const { conversation } = await changed(store.log, adding(aConversation(), says('你好')));
      await store.threads.keep(aThread({ conversationId: conversation.id }));
      expect(await other.threads.due(['wechat', 'wechat-kf'], START, 1_000)).toContain(conversation.id);
      expect(await other.threads.due(['bot-framework', 'wechat-kf'], START, 1_000)).not.toContain(conversation.id);
    });

    it('let one of all who ask at once tell a new place, and rest in between', async () => {
      const { conversationId: id } = await store.threads.keep(aThread());
      const tell = (by: Store, place: string, now: number) => by.toldPlaces.mayTell(id, { place, now, restMs: 1_000 });
      const first = await Promise.all([tell(store, '1/3', START), tell(other, '1/3', START)]);
      expect(first.filter(Boolean)).toHaveLength(1);
      expect(await tell(store, '1/3', START + 5_000)).toBe(false);
      expect(await tell(store, '1/2', START + 999)).toBe(false);
      expect(await tell(other, '1/2', START + 1_000)).toBe(true);
    });

    it('know under which id words are kept out there, and have one of all who ask take them back, until it is done', async () => {
      const word = { conversationId: conversationId(randomUUID()), seq: 3, outsideId: 'act-1' };
      await store.toldWords.keep(word, START);
      await other.toldWords.keep({ ...word, outsideId: 'act-2' }, START);
      const due = async (by: Store, now: number) => (await by.toldWords.claimDue({ now, until: now + 1_000, limit: 100 })).filter((one) => one.conversationId === word.conversationId);
      expect(await due(store, START)).toEqual([]);
      await Promise.all([store.toldWords.takeBack(word.conversationId, 3), other.toldWords.takeBack(word.conversationId, 3), store.toldWords.takeBack(word.conversationId, 4)]);
      const claims = await Promise.all([due(store, START), due(other, START)]);
      expect(claims.flat()).toEqual([word]);
      // Whoever had it died: somebody else takes it back.
      expect(await due(other, START + 1_000)).toEqual([word]);
      await other.toldWords.prune(START + 5_000);
      await other.toldWords.done(word);
      expect(await due(store, START + 9_000)).toEqual([]);
    });

    it('begin anew with a new conversation', async () => {
      const one = aThread();
      await store.threads.keep(one);
      await store.threads.claim(one.conversationId, lease('a'));
      await store.threads.delivered(one.conversationId, 'a', 7);
      const next = conversationId(randomUUID());
      expect(await store.threads.move({ ...one, conversationId: next })).toMatchObject({ conversationId: next, deliveredSeq: 0 });
      expect(await store.threads.of(one.conversationId)).toBeNull();
    });
  });
}
