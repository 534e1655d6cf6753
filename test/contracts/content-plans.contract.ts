/** What waiting publications promise: fixed when asked for, moved by one only, due again when whoever claimed them died. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import { staffId } from '../../src/domain/ids.js';
import type { PlannedPublication } from '../../src/domain/planned-publication.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { START } from './record-builders.js';

const BY = { staffId: staffId('editor'), name: '小编' };

function aPlan(over: Partial<PlannedPublication> = {}): PlannedPublication {
  return { id: randomUUID(), state: 'scheduled', note: '', by: BY, askedAt: START, at: START + 1000, base: 1, overrideReason: null, approvedBy: null, revision: null, failure: null, endedAt: null, ...over };
}

export function contentPlansContract(engine: TestEngine): void {
  describe(`waiting publications on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let other: Store;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
      other = await database.open();
    });
    afterAll(() => database.drop());

    it('keeps a plan with the texts it was asked for with', async () => {
      const plan = aPlan({ state: 'awaiting', at: null });
      const texts = [{ path: 'intents/a.yaml', text: '甲\r\n' }, { path: 'knowledge-base/b.en.md', text: '' }];
      await store.contentPlans.add(plan, texts);
      expect(await other.contentPlans.find(plan.id)).toEqual(plan);
      expect(await other.contentPlans.textsOf(plan.id)).toEqual(texts);
      expect((await other.contentPlans.list(10)).map(({ id }) => id)).toContain(plan.id);
      expect(await other.contentPlans.find('nothing')).toBeNull();
    });

    it('lists what waits however much ended since, and of that the newest', async () => {
      const later = START + 10_000_000;
      const waits = [aPlan({ askedAt: later, at: later * 2 }), aPlan({ askedAt: later + 1, state: 'awaiting', at: null })];
      const ended = ['published', 'failed', 'cancelled'].map((state, index) => aPlan({ askedAt: later + 10 + index, state: state as PlannedPublication['state'], endedAt: later }));
      for (const plan of [...waits, ...ended]) await store.contentPlans.add(plan, []);
      const [first, second, third, fourth] = await other.contentPlans.list(2);
      expect([first, second, third, fourth].map((plan) => plan?.askedAt)).toEqual([later + 12, later + 11, later + 1, later]);
      expect((await other.contentPlans.list(2)).filter(({ endedAt }) => endedAt !== null)).toHaveLength(2);
    });

    it('lets one of two move it', async () => {
      const plan = aPlan({ state: 'awaiting' });
      await store.contentPlans.add(plan, []);
      const moves = await Promise.all([store, other].map((one) => one.contentPlans.move({ ...plan, state: 'cancelled' }, ['awaiting'])));
      expect(moves.filter(Boolean)).toHaveLength(1);
      expect(await store.contentPlans.move({ ...plan, state: 'scheduled' }, ['awaiting'])).toBe(false);
    });

    it('is due at its time, to one of two nodes, and again when that one died over it', async () => {
      const plan = aPlan();
      await store.contentPlans.add(plan, []);
      const ids = async (now: number) => (await other.contentPlans.due(now)).map(({ id }) => id);
      expect(await ids(START + 999)).not.toContain(plan.id);
      expect(await ids(START + 1000)).toContain(plan.id);
      const lease = { now: START + 1000, until: START + 5000 };
      const claims = await Promise.all([store, other].map((one) => one.contentPlans.claim(plan.id, lease)));
      expect(claims.filter(Boolean)).toHaveLength(1);
      expect(await ids(START + 4999)).not.toContain(plan.id);
      expect(await ids(START + 5000)).toContain(plan.id);
      await store.contentPlans.move({ ...plan, state: 'published', revision: 2 }, ['scheduled']);
      expect(await ids(START + 9000)).not.toContain(plan.id);
      expect(await store.contentPlans.claim(plan.id, { now: START + 9000, until: START + 9001 })).toBe(false);
    });

    it('keeps no sign of life of tabs that were closed long ago', async () => {
      const seen = (tab: string, seenAt: number) => store.contentPlans.see(tab, { path: `intents/${tab}.yaml`, who: BY, seenAt });
      for (const tab of ['a', 'b', 'c']) await seen(tab, START);
      await seen('d', START + 86_400_000);
      expect((await other.contentPlans.atWork(0)).map(({ path }) => path)).toEqual(['intents/d.yaml']);
      await other.contentPlans.leave(BY.staffId, 'd');
    });

    it('shows each tab of an editor at one text, until the signs of life end', async () => {
      const one = { path: 'intents/a.yaml', who: BY, seenAt: START };
      await store.contentPlans.see('1', one);
      await store.contentPlans.see('1', { ...one, path: 'intents/b.yaml', seenAt: START + 5 });
      expect(await other.contentPlans.atWork(START)).toEqual([{ ...one, path: 'intents/b.yaml', seenAt: START + 5 }]);
      expect(await other.contentPlans.atWork(START + 6)).toEqual([]);
      await store.contentPlans.see('2', { ...one, seenAt: START + 6 });
      await store.contentPlans.see('3', { ...one, seenAt: START + 7 });
      expect((await other.contentPlans.atWork(START)).map(({ path, seenAt }) => [path, seenAt - START])).toEqual([['intents/b.yaml', 5], ['intents/a.yaml', 7]]);
      for (const tab of ['2', '3']) await other.contentPlans.leave(BY.staffId, tab);
      expect((await store.contentPlans.atWork(0)).map(({ path }) => path)).toEqual(['intents/b.yaml']);
      await other.contentPlans.leave(BY.staffId, '1');
      expect(await store.contentPlans.atWork(0)).toEqual([]);
    });
  });
}
