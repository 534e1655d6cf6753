/** What every OutageNotices promises. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import { conversationId, staffId } from '../../src/domain/ids.js';
import { ended, reworded } from '../../src/domain/outage-notice.js';
import type { OutageNotice } from '../../src/domain/outage-notice.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { START } from './record-builders.js';

const by = { staffId: staffId('s-1'), name: '编辑' };
const words = { areas: ['杭州'], services: ['mobile'], since: START, expectedEnd: null, texts: { 'zh-CN': '停电', en: 'no power' } } as const;
const notice = (id: string, startedAt = START): OutageNotice => ({ ...words, id, startedAt, startedBy: by, end: null, version: 1 });

export function outageNoticesContract(engine: TestEngine): void {
  describe(`the outage notices on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let other: Store;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
      other = await database.open();
    });
    afterAll(() => database.drop());

    it('run on every node from when they are started until they are ended, once', async () => {
      expect(await store.notices.start(notice('n-1'))).toBe(true);
      expect(await other.notices.start({ ...notice('n-1'), startedAt: START + 9 })).toBe(false);
      expect((await store.notices.find('n-1'))?.startedAt).toBe(START);
      await store.notices.start(notice('n-2', START + 1));
      expect((await other.notices.running()).map(({ id }) => id)).toEqual(['n-2', 'n-1']);
      const end = (tells: boolean) => (one: OutageNotice) => ended(one, { at: START + 5, by, tells });
      const ends = await Promise.all([store.notices.change('n-2', end(true)), other.notices.change('n-2', end(true))]);
      expect(ends.filter((one) => 'refused' in one)).toHaveLength(1);
      expect((await other.notices.running()).map(({ id }) => id)).toEqual(['n-1']);
      expect((await store.notices.list(9)).map(({ id, version }) => [id, version])).toEqual([['n-2', 2], ['n-1', 1]]);
      expect(await store.notices.change('nobody', (one) => one)).toMatchObject({ refused: 'not-found' });
    });

    it('are changed by whoever saw the newest words only', async () => {
      const change = (text: string, version: number) => (one: OutageNotice) => reworded(one, { ...words, texts: { 'zh-CN': text, en: text } }, version);
      const both = await Promise.all([store.notices.change('n-1', change('甲', 1)), other.notices.change('n-1', change('乙', 1))]);
      expect(both.filter((one) => 'refused' in one)).toEqual([expect.objectContaining({ refused: 'conflict' })]);
    });

    it('reach a conversation once, and tell it of the end once', async () => {
      const [one, two] = [conversationId('c-1'), conversationId('c-2')];
      const reached = await Promise.all([store.notices.reach('n-2', one, 'waiting', START), other.notices.reach('n-2', one, 'answered', START)]);
      expect(reached.filter(Boolean)).toHaveLength(1);
      await other.notices.reach('n-2', two, 'answered', START + 1);
      await other.notices.reach('n-1', two, 'answered', START);
      expect(await store.notices.isReached('n-2', one)).toBe(true);
      expect(await store.notices.isReached('n-1', one)).toBe(false);
      // The other one still runs.
      expect((await store.notices.untold(9)).map(({ notice: { id }, conversationId: to }) => [id, to])).toEqual([['n-2', one], ['n-2', two]]);
      await other.notices.told('n-2', one, START + 9);
      expect((await store.notices.untold(9)).map(({ conversationId: to }) => to)).toEqual([two]);
      const reach = await other.notices.reachOf(['n-1', 'n-2', 'n-9']);
      expect(reach.get('n-2')).toMatchObject({ told: 1 });
      expect((reach.get('n-2')?.answered ?? 0) + (reach.get('n-2')?.waiting ?? 0)).toBe(2);
      expect(reach.get('n-1')).toEqual({ answered: 1, waiting: 0, told: 0 });
      await store.notices.change('n-1', (running) => ended(running, { at: START, by, tells: false }));
      expect((await store.notices.untold(9)).map(({ notice: { id } }) => id)).toEqual(['n-2']);
    });
  });
}
