/** What a book of follow-ups promises. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import { refuse } from '../../src/domain/errors.js';
import { taking } from '../../src/domain/follow-up.js';
import type { FollowUp } from '../../src/domain/follow-up.js';
import { conversationId } from '../../src/domain/ids.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { aStaffId, START } from './record-builders.js';

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
      const opened = await Promise.all([store, other, store, other].map((book) => book.followUps.open(one)));
      expect(opened.filter(Boolean)).toHaveLength(1);
      expect(await other.followUps.find(one.id)).toEqual(one);
      expect(await store.followUps.find('no\0')).toBeNull();
    });

    it('gives it to one of several who take it at once; a refused step changes nothing', async () => {
      const one = aFollowUp();
      await store.followUps.open(one);
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
      await store.followUps.open(one);
      const by = { staffId: aStaffId(), name: 'Anna' };
      const note = (text: string) => (found: FollowUp) => ({ ...found, notes: [...found.notes, { at: START, by, text }] });
      await Promise.all(Array.from({ length: 6 }, (_, index) => (index % 2 ? store : other).followUps.change(one.id, note(String(index)))));
      expect((await store.followUps.find(one.id))?.notes.map(({ text }) => text).sort()).toEqual(['0', '1', '2', '3', '4', '5']);
    });

    it('lists the newest first, by state', async () => {
      const listed = [aFollowUp({ openedAt: START + 5_000 }), aFollowUp({ openedAt: START + 9_000, state: 'done' }), aFollowUp({ openedAt: START + 7_000 })];
      for (const one of listed) await store.followUps.open(one);
      const ids = listed.map(({ id }) => id);
      const found = async (states?: FollowUp['state'][]) =>
        (await other.followUps.list({ ...(states ? { states } : {}), limit: 100 })).map(({ id }) => id).filter((id) => ids.includes(id));
      expect(await found()).toEqual([ids[1], ids[2], ids[0]]);
      expect(await found(['open', 'taken'])).toEqual([ids[2], ids[0]]);
      expect(await other.followUps.list({ limit: 1 })).toHaveLength(1);
    });
  });
}
