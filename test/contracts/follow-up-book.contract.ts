/** What a book of follow-ups promises. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import { refuse } from '../../src/domain/errors.js';
import { taking } from '../../src/domain/follow-up.js';
import type { FollowUp } from '../../src/domain/follow-up.js';
import { conversationId } from '../../src/domain/ids.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { aStaffId, lowRating, rated, ratingLeft, START } from './record-builders.js';

const aFollowUp = (over: Partial<FollowUp> = {}): FollowUp => ({
  ...{ id: `${randomUUID()}:1`, conversationId: conversationId(randomUUID()), openedAt: START, msisdn: null, headline: '话费\0不对' },
  rating: { score: 1, comment: '没解决 😡', at: START, reasons: ['unsolved'], service: 1 },
  ...{ servedBy: null, state: 'open', owner: null, notes: [], doneAt: null },
  ...over,
});

export function followUpBookContract(engine: TestEngine): void {
  describe(`follow-ups on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let other: Store;
    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
      other = await database.open();
    });
    afterAll(() => database.drop());

    it('opens one for each id, whoever opens it at the same moment, and gives it back as it was', async () => {
      const one = aFollowUp();
      const errand = await ratingLeft(store, one);
      const opened = await Promise.all([store, other, store, other].map((book) => book.followUps.rated(errand, { followUp: one, isLow: true }, lowRating(one))));
      expect(opened.filter((done) => done !== null)).toEqual([{ followUp: one, isNew: true }]);
      expect(await other.followUps.find(one.id)).toEqual(one);
      expect(await store.followUps.find('no\0')).toBeNull();
      expect(await other.errands.due({ before: START + 1, now: START + 1, limit: 10 })).toEqual([]);
      expect((await other.alerts.since(START, 100)).filter(({ conversationId: of }) => of === one.conversationId)).toEqual([lowRating(one)]);
    });

    it('has the last rating of a service, whichever is brought last, and opens none for a good one', async () => {
      const one = aFollowUp();
      const again = (score: number, at: number, over: Partial<FollowUp> = {}): FollowUp => ({ ...one, ...over, rating: { ...one.rating, score, at } });
      expect(await rated(store, again(5, START), false)).toBeNull();
      expect(await rated(store, again(2, START + 10))).toMatchObject({ isNew: true });
      const by = { staffId: aStaffId(), name: 'Anna' };
      await other.followUps.change(one.id, (found) => taking(found, by));
      expect(await rated(other, again(1, START + 30))).toMatchObject({ isNew: false, followUp: { state: 'taken', rating: { score: 1 } } });
      await rated(store, again(4, START + 20), false);
      expect(await store.followUps.find(one.id)).toMatchObject({ owner: by, rating: { score: 1 } });
      await rated(store, again(4, START + 40), false);
      expect(await other.followUps.find(one.id)).toMatchObject({ owner: by, rating: { score: 4 } });
    });

    it('keeps the sensitive act with the change it is, and neither of a refused one', async () => {
      const one = aFollowUp();
      await rated(store, one);
      const by = { staffId: aStaffId(), name: 'Anna' };
      const entry = (id: string) => ({ conversationId }: FollowUp) => ({ id, at: START, staff: { id: by.staffId, name: by.name }, act: 'follow-up.taken', conversationId, target: one.id, reason: '', detail: '' });
      await store.followUps.change(one.id, (found) => taking(found, by), entry('taken'));
      await store.followUps.change(one.id, (found) => taking(found, { staffId: aStaffId(), name: 'Ben' }), entry('refused'));
      expect((await other.audit.list({ conversationId: one.conversationId, limit: 10 })).map(({ id }) => id)).toEqual(['taken']);
    });

    it('gives it to one of several who take it at once; a refused step changes nothing', async () => {
      const one = aFollowUp();
      await rated(store, one);
      const people = Array.from({ length: 8 }, (_, index) => ({ staffId: aStaffId(), name: `S${index}` }));
      const answers = await Promise.all(people.map((by, index) => (index % 2 ? store : other).followUps.change(one.id, (found) => taking(found, by))));
      expect(answers.filter((answer) => !('refused' in answer))).toHaveLength(1);
      const stored = await store.followUps.find(one.id);
      expect(stored).toMatchObject({ state: 'taken' });
      expect(await store.followUps.change(one.id, () => refuse('conflict'))).toEqual({ refused: 'conflict' });
      expect(await other.followUps.find(one.id)).toEqual(stored);
      expect(await store.followUps.change('nobody', (found) => found)).toMatchObject({ refused: 'not-found' });
    });

    it('loses no note of two who write at once', async () => {
      const one = aFollowUp();
      await rated(store, one);
      const by = { staffId: aStaffId(), name: 'Anna' };
      const note = (text: string) => (found: FollowUp) => ({ ...found, notes: [...found.notes, { at: START, by, text }] });
      await Promise.all(Array.from({ length: 6 }, (_, index) => (index % 2 ? store : other).followUps.change(one.id, note(String(index)))));
      expect((await store.followUps.find(one.id))?.notes.map(({ text }) => text).sort()).toEqual(['0', '1', '2', '3', '4', '5']);
    });

    it('lists the newest first, by state', async () => {
      const listed = [aFollowUp({ openedAt: START + 5_000 }), aFollowUp({ openedAt: START + 9_000, state: 'done' }), aFollowUp({ openedAt: START + 7_000 })];
      for (const one of listed) await rated(store, one);
      const ids = listed.map(({ id }) => id);
      const found = async (states?: FollowUp['state'][]) =>
        (await other.followUps.list({ ...(states ? { states } : {}), limit: 100 })).map(({ id }) => id).filter((id) => ids.includes(id));
      expect(await found()).toEqual([ids[1], ids[2], ids[0]]);
      expect(await found(['open', 'taken'])).toEqual([ids[2], ids[0]]);
      expect(await other.followUps.list({ limit: 1 })).toHaveLength(1);
    });
  });
}
