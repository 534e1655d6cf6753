/** What pictures of articles promise: the same bytes on every node, never changed, found by name. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import { staffId } from '../../src/domain/ids.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { START } from './record-builders.js';

export function picturesContract(engine: TestEngine): void {
  describe(`pictures on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let other: Store;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
      other = await database.open();
    });
    afterAll(() => database.drop());

    it('are found on every node as they were kept first', async () => {
      const picture = { name: 'tray-0123456789ab.png', width: 2, height: 3, bytes: 70_000, by: { staffId: staffId('e1'), name: '小编' }, at: START };
      const bytes = randomBytes(70_000);
      await store.pictures.keep(picture, bytes);
      await other.pictures.keep({ ...picture, by: null, at: START + 5 }, randomBytes(3));
      expect(Buffer.compare((await other.pictures.content(picture.name)) ?? Buffer.alloc(0), bytes)).toBe(0);
      await store.pictures.keep({ ...picture, name: 'later-0123456789ab.gif', by: null, at: START + 9 }, bytes);
      expect(await other.pictures.list(10)).toEqual([{ ...picture, name: 'later-0123456789ab.gif', by: null, at: START + 9 }, picture]);
      expect(await store.pictures.list(1)).toHaveLength(1);
    });

    it('that are not there are not known', async () => {
      expect(await store.pictures.content('none-0123456789ab.png')).toBeNull();
      const names = Array.from({ length: 1200 }, (_, index) => `none-${index}`);
      expect(await store.pictures.known([...names, 'tray-0123456789ab.png'])).toEqual(new Set(['tray-0123456789ab.png']));
      expect(await store.pictures.known([])).toEqual(new Set());
    });
  });
}
