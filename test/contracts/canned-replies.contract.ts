/** What a store of ready replies promises. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Store } from '../../src/adapters/store/store.js';
import type { CannedReply } from '../../src/domain/canned-reply.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { aStaffId, START } from './record-builders.js';

const aReply = (over: Partial<CannedReply> = {}): CannedReply => ({
  id: randomUUID(),
  ownerId: null,
  folder: '开场',
  title: '您好',
  text: { 'zh-CN': '您好，{{agent.name}}', en: '' },
  macro: null,
  updatedAt: START,
  ...over,
});

export function cannedRepliesContract(engine: TestEngine): void {
  describe(`ready replies on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
    });
    afterAll(() => database.drop());

    it('shows everybody what is shared, and one’s own to nobody else', async () => {
      const [anna, ben] = [aStaffId(), aStaffId()];
      const [shared, annas, bens] = [aReply(), aReply({ ownerId: anna }), aReply({ ownerId: ben, macro: { tags: ['已解决'], disposition: 'solved' } })];
      for (const reply of [shared, annas, bens]) await store.canned.save(reply);
      expect(await store.canned.listFor(anna)).toEqual(expect.arrayContaining([shared, annas]));
      expect((await store.canned.listFor(anna)).map(({ id }) => id)).not.toContain(bens.id);
      expect((await store.canned.listFor(null)).every(({ ownerId }) => ownerId === null)).toBe(true);
      expect(await store.canned.find(bens.id)).toEqual(bens);
    });

    it('replaces and removes by id, also for who opens the store later', async () => {
      const reply = aReply();
      await store.canned.save(reply);
      const owner = aStaffId();
      await store.canned.save({ ...reply, title: '再见', ownerId: owner });
      const later = await database.open();
      expect(await later.canned.find(reply.id)).toMatchObject({ title: '再见', ownerId: owner });
      await later.canned.remove(reply.id);
      expect(await store.canned.find(reply.id)).toBeNull();
      expect(await store.canned.find('no\0')).toBeNull();
    });
  });
}
