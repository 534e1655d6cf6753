/** What fetching from a platform promises: one fetcher at a time, a cursor that only the holder moves, nothing announced that is forgotten. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { START } from './record-builders.js';

export function syncCursorsContract(engine: TestEngine): void {
  describe(`cursors of fetched accounts on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let other: Store;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
      other = await database.open();
    });
    afterAll(() => database.drop());

    const lease = (holder: string, now = START) => ({ holder, now, until: now + 10_000 });

    it('are fetched by one at a time, from where the last page ended', async () => {
      const account = randomUUID();
      expect(await store.syncs.claim(account, lease('a'))).toBeNull();
      await Promise.all([store.syncs.announce(account, 't1', START), other.syncs.announce(account, 't1', START)]);
      const claims = await Promise.all([store.syncs.claim(account, lease('a')), other.syncs.claim(account, lease('b'))]);
      expect(claims.filter((claim) => claim !== null)).toEqual([{ account, cursor: '', token: 't1', announced: 2, since: START }]);
      const [holder, loser] = claims[0] ? ['a', 'b'] : ['b', 'a'];
      expect(await store.syncs.moved(account, 'stolen', lease(loser))).toBe(false);
      expect(await store.syncs.moved(account, 'c1', lease(holder, START + 9_000))).toBe(true);
      // The page renewed the lease; whoever lost it moves nothing.
      expect(await other.syncs.claim(account, lease('c', START + 18_999))).toBeNull();
      expect(await other.syncs.claim(account, lease('c', START + 19_000))).toMatchObject({ cursor: 'c1' });
      expect(await store.syncs.moved(account, 'late', lease(holder, START + 19_001))).toBe(false);
      expect(await store.syncs.renew(account, lease(holder, START + 19_001))).toBe(false);
      expect(await store.syncs.renew(account, lease('c', START + 28_000))).toBe(true);
      await store.syncs.announce(account, 't2', START + 29_000);
      expect(await store.syncs.claim(account, lease('d', START + 37_999))).toBeNull();
      expect(await store.syncs.claim(account, lease('d', START + 38_000))).toMatchObject({ cursor: 'c1', since: START });
    });

    it('stay due until all that was announced is there', async () => {
      const account = randomUUID();
      const isDue = async (now: number) => (await other.syncs.due(now)).includes(account);
      await store.syncs.announce(account, 't1', START);
      expect(await isDue(START)).toBe(true);
      const place = await store.syncs.claim(account, lease('a'));
      expect(await isDue(START)).toBe(false);
      await other.syncs.announce(account, 't2', START);
      await store.syncs.release(account, 'a', { fetched: place?.announced ?? 0, notBefore: 0 });
      expect(await isDue(START)).toBe(true);
      expect(await store.syncs.claim(account, lease('a'))).toMatchObject({ token: 't2', announced: 2 });
      await store.syncs.release(account, 'a', { fetched: 2, notBefore: 0 });
      expect(await isDue(START)).toBe(false);
      // Without a token the newest known one stays.
      await store.syncs.announce(account, null, START);
      expect(await store.syncs.claim(account, lease('a'))).toMatchObject({ token: 't2', announced: 3 });
      // Whoever dies holding it is followed by somebody else.
      expect(await isDue(START + 10_000)).toBe(true);
      expect(await store.syncs.accounts()).toContain(account);
    });

    it('rest until the time they were put off to', async () => {
      const account = randomUUID();
      await store.syncs.announce(account, null, START);
      await store.syncs.claim(account, lease('a'));
      await store.syncs.release(account, 'a', { fetched: 0, notBefore: START + 5_000 });
      expect(await other.syncs.claim(account, lease('b', START + 4_999))).toBeNull();
      expect((await other.syncs.due(START + 4_999)).includes(account)).toBe(false);
      expect(await other.syncs.claim(account, lease('b', START + 5_000))).not.toBeNull();
    });
  });
}
