/** What is promised of computed content: the same bytes on every node, first come first kept, and no growth without end. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';

export function computedContentContract(engine: TestEngine): void {
  describe(`computed content on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let other: Store;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
      other = await database.open();
    });
    afterAll(() => database.drop());

    it('hands every node the bytes that were kept first', async () => {
      const bytes = randomBytes(3_000_000);
      await store.computed.keep('model-a.bin', bytes);
      await other.computed.keep('model-a.bin', Buffer.from('later'));
      expect(Buffer.compare((await other.computed.find('model-a.bin')) ?? Buffer.alloc(0), bytes)).toBe(0);
      expect(await store.computed.find('model-b.bin')).toBeNull();
    });

    it('keeps a view of a larger buffer as what it shows', async () => {
      const whole = Buffer.from('before-hello-after');
      await store.computed.keep('shown', new Uint8Array(whole.buffer, whole.byteOffset + 7, 5));
      expect(Buffer.from((await other.computed.find('shown')) ?? []).toString()).toBe('hello');
    });

    it('lets the oldest go', async () => {
      for (let index = 0; index < 40; index += 1) await store.computed.keep(`model-${String(index).padStart(2, '0')}`, Buffer.from([index]));
      const kept = await Promise.all(Array.from({ length: 40 }, (_, index) => store.computed.find(`model-${String(index).padStart(2, '0')}`)));
      expect(kept.filter((one) => one !== null).length).toBeLessThan(30);
      expect(await store.computed.find('model-a.bin')).toBeNull();
    });
  });
}
