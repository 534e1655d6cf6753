/** What every SettingsBook promises. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { aStaffId, START } from './record-builders.js';

export function settingsBookContract(engine: TestEngine): void {
  describe(`the settings book on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let other: Store;
    const chen = aStaffId();

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
      other = await database.open();
    });
    afterAll(() => database.drop());

    const change = (section: string, basedOn: number, value: object) => ({ section, basedOn, value, changedAt: START + basedOn, changedBy: chen });

    it('counts versions up from nothing, and keeps every value with who set it and when', async () => {
      expect(await store.settings.find('one')).toBeNull();
      const first = { section: 'one', version: 1, value: { words: '你好\0', list: [1, 2] }, changedAt: START, changedBy: chen };
      expect(await store.settings.put(change('one', 0, first.value))).toEqual(first);
      const second = { section: 'one', version: 2, value: { words: 'x' }, changedAt: START + 1, changedBy: chen };
      expect(await other.settings.put(change('one', 1, second.value))).toEqual(second);
      expect(await store.settings.find('one')).toEqual(second);
      expect(await store.settings.history('one', 10)).toEqual([second, first]);
      expect(await store.settings.history('one', 1)).toEqual([second]);
    });

    it('stores one of several changes begun from the same version, whoever asks at once', async () => {
      const stores = [store, other];
      const begun = (version: number) => Promise.all(Array.from({ length: 8 }, (_, index) => stores[index % 2]?.settings.put(change('two', version, { index }))));
      for (const version of [0, 1]) {
        const answers = await begun(version);
        const kept = answers.flatMap((answer) => (answer === undefined || answer === 'conflict' ? [] : [answer]));
        expect(kept).toHaveLength(1);
        expect(await store.settings.find('two')).toEqual(kept[0]);
      }
      expect(await store.settings.put(change('two', 7, {}))).toBe('conflict');
      expect((await store.settings.history('two', 10)).map(({ version }) => version)).toEqual([2, 1]);
    });

    it('lists every section that was ever changed, each as it stands', async () => {
      await store.settings.put(change('three', 0, { a: 1 }));
      const all = await other.settings.all();
      expect(all.find(({ section }) => section === 'three')).toMatchObject({ version: 1, value: { a: 1 } });
      expect(new Set(all.map(({ section }) => section)).size).toBe(all.length);
    });
  });
}
