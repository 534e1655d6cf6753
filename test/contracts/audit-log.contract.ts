/** What the log of sensitive acts promises. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Store } from '../../src/adapters/store/store.js';
import type { AuditEntry } from '../../src/domain/audit.js';
import { conversationId } from '../../src/domain/ids.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { aStaffId, START } from './record-builders.js';

function anEntry(over: Partial<AuditEntry> = {}): AuditEntry {
  const who = { id: aStaffId(), name: '林晓' };
  const about = { conversationId: conversationId(randomUUID()), target: null, reason: '核对号码', detail: '' };
  return { id: randomUUID(), at: START, staff: who, act: 'number.revealed', ...about, ...over };
}

export function auditLogContract(engine: TestEngine): void {
  describe(`the audit log on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
    });
    afterAll(() => database.drop());

    it('gives back what was added, newest first, and no more than asked for', async () => {
      const staff = { id: aStaffId(), name: '周航' };
      const entries = [2, 3, 1].map((after) => anEntry({ staff, at: START + after }));
      for (const entry of entries) await store.audit.add(entry);
      const [second, newest] = entries;
      expect(await store.audit.list({ staffId: staff.id, limit: 2 })).toEqual([newest, second]);
      const other = await database.open();
      expect(await other.audit.list({ staffId: staff.id, limit: 9, before: START + 2 })).toEqual([entries[2]]);
    });

    it('goes on after an entry, also among those of the same millisecond', async () => {
      const staff = { id: aStaffId(), name: '周航' };
      const entries = Array.from({ length: 7 }, (_, index) => anEntry({ staff, at: START + (index < 5 ? 7 : 6) }));
      for (const entry of entries) await store.audit.add(entry);
      const read: AuditEntry[] = [];
      for (let page = await store.audit.list({ staffId: staff.id, limit: 2 }); page.length > 0; ) {
        read.push(...page);
        const last = read.at(-1);
        page = await store.audit.list({ staffId: staff.id, limit: 2, ...(last ? { before: last.at, beforeId: last.id } : {}) });
      }
      expect(read).toHaveLength(7);
      expect(new Set(read.map(({ id }) => id)).size).toBe(7);
      expect(read.map(({ at }) => at)).toEqual([...Array<number>(5).fill(START + 7), START + 6, START + 6]);
    });

    it('finds by conversation and by act', async () => {
      const entry = anEntry({ act: 'conversation.opened', staff: null });
      await store.audit.add(entry);
      await store.audit.add(anEntry());
      expect(await store.audit.list({ conversationId: conversationId(entry.conversationId ?? ''), limit: 9 })).toEqual([entry]);
      expect(await store.audit.list({ act: 'conversation.opened', limit: 9 })).toEqual([entry]);
      expect(await store.audit.list({ act: 'nobody\0', limit: 9 })).toEqual([]);
    });

    it('keeps the first of two entries with one id', async () => {
      const entry = anEntry();
      await store.audit.add(entry);
      await store.audit.add({ ...entry, reason: 'something else' });
      expect(await store.audit.list({ conversationId: conversationId(entry.conversationId ?? ''), limit: 9 })).toEqual([entry]);
    });
  });
}
