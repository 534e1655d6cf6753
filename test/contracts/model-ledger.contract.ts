/** What the books of the language model promise. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Store } from '../../src/adapters/store/store.js';
import type { ModelUse } from '../../src/ports/model-ledger.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';

export function modelLedgerContract(engine: TestEngine): void {
  describe(`the model's books on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let other: Store;
    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
      other = await database.open();
    });
    afterAll(() => database.drop());

    const aUse = (over: Partial<ModelUse> = {}): ModelUse => ({ conversationId: randomUUID(), purpose: 'answer', day: '2026-11-22', tokens: { input: 30, output: 7 }, ms: 12, costMicros: 5, ...over });

    it('count every addition of every node, by day', async () => {
      expect(await store.modelLedger.tokensOn('2026-01-01')).toBe(0);
      const day = '2026-01-02';
      await Promise.all(Array.from({ length: 12 }, (_, index) => (index % 2 === 0 ? store : other).modelLedger.add(aUse({ day }))));
      expect(await other.modelLedger.tokensOn(day)).toBe(12 * 37);
    });

    it('tell what one conversation cost, whatever for, and nothing of others', async () => {
      const conversationId = randomUUID();
      await store.modelLedger.add(aUse({ conversationId }));
      await store.modelLedger.add(aUse({ conversationId, ms: 8.4 }));
      await store.modelLedger.add(aUse({ conversationId, purpose: 'routing', costMicros: 1 }));
      await store.modelLedger.add(aUse({ conversationId: null }));
      expect(await other.modelLedger.ofConversation(conversationId)).toEqual({ calls: 3, tokens: { input: 90, output: 21 }, ms: 32, costMicros: 11 });
      expect(await store.modelLedger.ofConversation(randomUUID())).toEqual({ calls: 0, tokens: { input: 0, output: 0 }, ms: 0, costMicros: 0 });
    });
  });
}
