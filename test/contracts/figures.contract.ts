/** What every Figures promises. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import type { ConversationDigest } from '../../src/domain/figures.js';
import { caseId, conversationId } from '../../src/domain/ids.js';
import { NOTHING } from '../../src/insights/day.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { aConversation, START, stored } from './record-builders.js';

const HOUR = 3_600_000;
const digest = (id: string, over: Partial<ConversationDigest> = {}): ConversationDigest => ({
  ...{ conversationId: conversationId(id), createdAt: START, updatedAt: START + 1000, channel: 'web', outcome: 'assistant', questions: 1, fallbacks: 0, clarified: 0, unhelpful: 0 },
  ...{ intents: { balance_query: 1 }, mood: 'calm', answerMs: 40, agentAt: [], rating: null, model: { tokens: 0, costMicros: 0 } },
  ...over,
});

export function figuresContract(engine: TestEngine): void {
  describe(`the figures on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let other: Store;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open();
      other = await database.open();
    });
    afterAll(() => database.drop());

    it('keep one digest for each conversation, and never an older one over a newer', async () => {
      const newer = digest('d-1', { updatedAt: START + 5000, questions: 2 });
      await Promise.all([store.figures.keepDigest(newer, [], START), other.figures.keepDigest(digest('d-1'), [], START)]);
      await other.figures.keepDigest(digest('d-1'), [], START);
      expect(await store.figures.digestsOf([conversationId('d-1'), conversationId('nobody')])).toEqual([newer]);
      expect(await other.figures.digestedAt(conversationId('d-1'))).toBe(START + 5000);
      expect(await store.figures.digests({ from: START, to: START + 1 })).toEqual([newer]);
      expect(await store.figures.digests({ from: START + 1, to: START + HOUR })).toEqual([]);
    });

    it('find every conversation that moved on since, page by page', async () => {
      const made = await Promise.all(Array.from({ length: 5 }, () => stored(store.log, aConversation())));
      const [known] = made;
      if (!known) throw new Error('none was made');
      await store.figures.keepDigest(digest(known.id, { updatedAt: known.updatedAt }), [], START);
      const found: string[] = [];
      for (let after: ReturnType<typeof conversationId> | null = null; ; ) {
        const page = await other.figures.undigested(after, 2);
        found.push(...page.ids);
        if (page.after === null) break;
        after = page.after;
      }
      expect(found.sort()).toEqual(made.slice(1).map((one) => one.id as string).sort());
    });

    it('answer a day as it was kept until something that counts on it changes', async () => {
      const span = { from: START + 240 * HOUR, to: START + 264 * HOUR };
      const days = [{ day: '2026-01-01', span }];
      const kept = { timezone: 'Asia/Shanghai', day: '2026-01-01', span, madeAt: START + 1_000_000, figures: { ...NOTHING, questions: 7 } };
      await store.figures.keepDay(kept);
      await other.figures.keepDay({ ...kept, madeAt: START, figures: NOTHING });
      expect(await other.figures.keptDays('Asia/Shanghai', days)).toEqual([kept]);
      expect(await other.figures.keptDays('UTC', days)).toEqual([]);
      // Another day's news leaves it alone, news of its own does not.
      await store.figures.keepDigest(digest('d-2', { createdAt: span.to + HOUR, updatedAt: span.to + HOUR }), [], START + 2_000_000);
      expect(await other.figures.keptDays('Asia/Shanghai', days)).toHaveLength(1);
      await store.figures.keepDigest(digest('d-3', { createdAt: span.to + HOUR, updatedAt: span.to + HOUR }), [span.from + 5 * HOUR], START + 2_000_000);
      expect(await other.figures.keptDays('Asia/Shanghai', days)).toEqual([]);
      await store.figures.keepDay({ ...kept, madeAt: START + 3_000_000 });
      expect(await other.figures.keptDays('Asia/Shanghai', days)).toHaveLength(1);
    });

    it('count cases opened and promises due in a time', async () => {
      const base = { msisdn: null, visitorId: null, conversationId: null, locale: 'zh-CN', title: '慢', ticketId: null, priority: 0, owner: null, handler: null, firstAnswer: null, close: { dueAt: START, metAt: null } } as const;
      const more = { callAt: null, reopened: 0, alerted: 0, refund: null, history: [], updatedAt: START, version: 1, number: '' } as const;
      for (const [source, kind, stage, createdAt] of [['a', 'fault', 'received', START], ['b', 'fault', 'received', START + 1], ['c', 'complaint', 'closed', START], ['d', 'fault', 'closed', START + HOUR]] as const)
        await store.cases.open({ ...base, ...more, id: caseId(`case-${source}`), source, kind, stage, createdAt });
      expect(await other.figures.cases({ from: START, to: START + HOUR })).toEqual([{ kind: 'complaint', stage: 'closed', count: 1 }, { kind: 'fault', stage: 'received', count: 2 }]);
      expect(await other.figures.promises({ from: START, to: START + HOUR })).toEqual({});
      expect(await other.figures.handlingTimes({ from: START, to: START + HOUR })).toEqual([]);
    });
  });
}
