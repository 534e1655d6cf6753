/** What a store of attachments promises. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes, randomUUID } from 'node:crypto';
import { MAX_ATTACHMENT_BYTES } from '../../src/domain/attachment.js';
import type { Attachment } from '../../src/domain/attachment.js';
import type { Store } from '../../src/adapters/store/store.js';
import { conversationId } from '../../src/domain/ids.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { START } from './record-builders.js';

const aFile = (over: Partial<Attachment> = {}): Attachment => ({
  id: randomUUID(),
  conversationId: conversationId(randomUUID()),
  name: '账单 2026-10.png',
  mime: 'image/png',
  bytes: 3,
  at: START,
  by: { kind: 'subscriber' },
  ...over,
});

export function attachmentStoreContract(engine: TestEngine): void {
  describe(`the attachments on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
    });
    afterAll(() => database.drop());

    it('are given back byte for byte, also to who opens the store later', async () => {
      const content = randomBytes(MAX_ATTACHMENT_BYTES);
      const file = aFile({ bytes: content.byteLength });
      await store.attachments.put(file, content);
      const later = await database.open();
      expect(await later.attachments.find(file.id)).toEqual(file);
      expect(Buffer.compare(Buffer.from((await later.attachments.content(file.id)) ?? []), content)).toBe(0);
    });

    it('keep the first of two with one id', async () => {
      const file = aFile();
      await store.attachments.put(file, Buffer.from('one'));
      await store.attachments.put({ ...file, name: 'other.png' }, Buffer.from('two'));
      expect(await store.attachments.find(file.id)).toEqual(file);
      expect(Buffer.from((await store.attachments.content(file.id)) ?? []).toString()).toBe('one');
    });

    it('of a conversation are erased for good, and of no other', async () => {
      const [gone, kept] = [aFile(), aFile()];
      for (const file of [gone, kept]) await store.attachments.put(file, Buffer.from('abc'));
      await store.attachments.erase([gone.conversationId]);
      expect(await store.attachments.find(gone.id)).toBeNull();
      expect(await store.attachments.content(gone.id)).toBeNull();
      expect(await store.attachments.find(kept.id)).toEqual(kept);
    });

    it('from before a time are erased, and no later one of the same conversation', async () => {
      const old = aFile();
      const late = aFile({ conversationId: old.conversationId, at: START + 10 });
      for (const file of [old, late]) await store.attachments.put(file, Buffer.from('abc'));
      await store.attachments.erase([old.conversationId], START + 10);
      expect(await store.attachments.find(old.id)).toBeNull();
      expect(await store.attachments.find(late.id)).toEqual(late);
    });

    it.each(['../../etc/passwd', 'a/b', '', 'no\0thing', 'unknown'])('are not found by %j', async (id) => {
      expect(await store.attachments.find(id)).toBeNull();
      expect(await store.attachments.content(id)).toBeNull();
    });
  });
}
