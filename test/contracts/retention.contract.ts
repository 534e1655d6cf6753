/** What taking out of the record promises: what is old and at rest goes whole, and nothing else is touched. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import { CASE_RULES } from '../../src/domain/case-rules.js';
import { newCase, noting } from '../../src/domain/case-steps.js';
import type { Conversation } from '../../src/domain/conversation.js';
import { caseId, conversationId, messageId } from '../../src/domain/ids.js';
import type { ConversationId } from '../../src/domain/ids.js';
import type { MessageDraft } from '../../src/domain/message.js';
import type { Place } from '../../src/ports/retention.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { HandClock } from '../support/hand-clock.js';
import { tablesAsText } from '../support/whole-database.js';
import { aConversation, adding, aStaffId, changed, kept as keptFor, rated, says, START } from './record-builders.js';

const DAY = 24 * 3_600_000;
const WORDS = { 'zh-CN': '已过保存期限', en: 'kept no longer' };
const answered = (text: string): readonly MessageDraft[] => [says(text), { from: 'bot', kind: 'text', text: `re ${text}` }];

export function retentionContract(engine: TestEngine): void {
  describe(`what is kept no longer on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    let other: Store;
    const clock = new HandClock(START);
    const by = { staffId: aStaffId(), name: '李娜' };
    beforeAll(async () => {
      database = await engine.make();
      store = await database.open(clock);
      // The file has one process; the tables on PostgreSQL have several.
      other = engine.name === 'SQLite' ? store : await database.open(clock);
      await store.webhooks.save({ id: 'w-any', url: 'https://crm.example.com', events: [], withNumbers: false, isActive: true, secret: 's', createdAt: 0 });
    });
    afterAll(() => database.drop());
    const tablesWith = async (mark: string) => [...(await tablesAsText(database))].filter(([, text]) => text.includes(mark)).map(([name]) => name);

    /** Talked to the end, `daysAgo` before now. */
    async function talk(mark: string, daysAgo: number, over: Partial<Conversation> = {}): Promise<Conversation> {
      const at = clock.now() - daysAgo * DAY;
      const began = aConversation({ createdAt: at, updatedAt: at, ...over });
      const now = clock.now();
      clock.set(at);
      const { conversation } = await changed(store.log, { id: began.id, initial: began, step: (current) => ({ conversation: { ...current, handledSeq: 1 }, additions: answered(mark), result: null }) });
      clock.set(now);
      return conversation;
    }
    const openCase = async (conversation: ConversationId | null, mark: string) =>
      store.cases.open(newCase(caseId(randomUUID()), { kind: 'complaint', source: randomUUID(), msisdn: null, visitorId: null, conversationId: conversation, locale: 'zh-CN', title: mark, by: 'subscriber' }, { now: clock.now() - 90 * DAY, rules: CASE_RULES }));
    const promised = (id: ConversationId, state: 'open' | 'kept') =>
      store.cases.addPromise({ id: randomUUID(), caseId: null, conversationId: id, messageId: messageId(randomUUID()), msisdn: null, by: 'assistant', text: 'p', madeAt: START, dueAt: START, state, endedAt: null, isNearTold: false });
    const ratedLow = (id: ConversationId, state: 'open' | 'done') =>
      rated(store, { id: `${id}:1`, conversationId: id, openedAt: START, msisdn: null, headline: 'h', servedBy: null, state, owner: null, notes: [], doneAt: null, rating: { score: 1, comment: '', at: START, reasons: [], service: 1 } });

    const asked = ({ id, locale }: Conversation, name: string, text: string, at: number) =>
      store.findings.add({ id: `f-${name}`, kind: 'question', locale, state: 'open', examples: [text], firstAt: at, lastAt: at, count: 1, decided: null, fixes: [], version: 1 }, { source: `s-${name}`, at, why: 'fallback', text, conversationId: id, area: null });

    const note = (conversationId: ConversationId, at: number) => ({ id: messageId(randomUUID()), conversationId, kind: 'note', text: '', at, author: by }) as const;

    async function allResting(before: number): Promise<readonly ConversationId[]> {
      const found: ConversationId[] = [];
      let after: Place | null = null;
      do {
        const { ids, next }: { ids: readonly ConversationId[]; next: Place | null } = await store.retention.resting({ before, after, limit: 2 });
        found.push(...ids);
        after = next;
      } while (after !== null);
      return found;
    }

    it('is what nobody spoke in since, in which nothing is open and which nobody has or waits in, oldest first', async () => {
      const before = clock.now() - 30 * DAY;
      const [oldest, old, done] = [await talk('a', 60), await talk('b', 50, { state: 'closed' }), await talk('c', 40)];
      await promised(done.id, 'kept');
      await ratedLow(done.id, 'done');
      await talk('lately', 20);
      await promised((await talk('promise', 60)).id, 'open');
      await ratedLow((await talk('rating', 60)).id, 'open');
      await openCase((await talk('case', 60)).id, 'open');
      await talk('queued', 60, { state: 'queued' });
      await talk('live', 60, { state: 'live' });
      const owed = aConversation({ createdAt: before - DAY, updatedAt: before - DAY });
      const now = clock.now();
      clock.set(before - DAY);
      await changed(store.log, adding(owed, says('owed')));
      clock.set(now);
      expect(await allResting(before)).toEqual([oldest.id, old.id, done.id]);
    });

    it('goes whole, with all that hangs on it; what is still open stays as it was', async () => {
      const before = clock.now() - 30 * DAY;
      const gone = await talk('papa3301', 60);
      const kept = await talk('papa3302', 60);
      await promised(kept.id, 'open');
      for (const { id } of [gone, kept]) {
        await store.log.addNote({ ...note(id, START), text: id === gone.id ? 'papa3301 note' : 'papa3302 note' });
        await store.attachments.put({ id: randomUUID(), conversationId: id, name: 'a.txt', mime: 'text/plain', bytes: 1, at: START, by: { kind: 'subscriber' } }, Buffer.from('x'));
        await keptFor(store, { id: randomUUID(), webhookId: 'w', event: 'conversation.closed', about: { conversationId: id, caseId: null }, createdAt: START, body: `{"of":"${id}"}`, state: 'pending', attempts: 0, nextAt: START, outcome: null });
        await store.modelLedger.add({ conversationId: id, purpose: 'answer', day: '2026-01-01', tokens: { input: 1, output: 1 }, ms: 1, costMicros: 1 });
      }
      await ratedLow(gone.id, 'done');
      await store.findings.add({ id: 'f-p', kind: 'question', locale: 'zh-CN', state: 'open', examples: ['papa3301 问'], firstAt: START, lastAt: START, count: 1, decided: null, fixes: [], version: 1 }, { source: 's-p', at: START, why: 'fallback', text: 'papa3301 问', conversationId: gone.id, area: null });
      expect(await store.log.find(gone.id)).not.toBeNull();
      expect(await store.retention.remove([gone.id, kept.id], before)).toEqual([gone.id]);
      expect(await store.log.find(gone.id)).toBeNull();
      expect(await store.log.messages(gone.id, { limit: 10 })).toEqual([]);
      expect(await tablesWith('papa3301')).toEqual([]);
      expect((await tablesWith(gone.id)).filter((name) => !['handoffs', 'services', 'conversation_digests'].includes(name))).toEqual([]);
      expect(await store.findings.find('f-p')).toMatchObject({ count: 1 });
      expect(await store.log.messages(kept.id, { limit: 10 })).toHaveLength(2);
      expect(await store.log.notes(kept.id)).toHaveLength(1);
      expect(await store.retention.remove([gone.id], before)).toEqual([]);
    });

    it('never takes words that are said at the same moment: they are in the conversation as it was, or begin it anew', async () => {
      for (let round = 0; round < 25; round += 1) {
        const old = await talk(`r${round}`, 60);
        const before = clock.now() - 30 * DAY;
        const speaking = Array.from({ length: 3 }, (_, index) => other.log.change(adding(old, says(`new ${index}`, { clientId: `n${index}` }))));
        const [removed, ...said] = await Promise.all([store.retention.remove([old.id], before), ...speaking]);
        for (const one of said) expect(one).toHaveProperty('messages');
        const messages = await other.log.messages(old.id, { limit: 20 });
        const conversation = await other.log.find(old.id);
        expect(messages.map(({ seq }) => seq)).toEqual(Array.from({ length: messages.length }, (_, index) => index + 1));
        expect(conversation).toMatchObject({ lastSeq: messages.length });
        expect(messages.length).toBe(removed.length === 1 && messages[0]?.text.startsWith('new') ? 3 : 5);
      }
    });

    it('loses its old words where the talk goes on, once, in its own language, and its notes and files of then', async () => {
      const goesOn = await talk('quebec11', 60, { locale: 'en' });
      const before = clock.now() - 30 * DAY;
      const file = { id: randomUUID(), conversationId: goesOn.id, name: 'a.txt', mime: 'text/plain', bytes: 1, at: START, by: { kind: 'subscriber' } } as const;
      await store.log.addNote({ ...note(goesOn.id, before - 1), text: 'quebec11' });
      await asked(goesOn, 'old', 'quebec11 asked', goesOn.createdAt);
      await changed(store.log, adding(goesOn, says('quebec22')));
      await asked(goesOn, 'new', 'quebec22 asked', clock.now());
      const blanked = { messages: 0, withFiles: [] as ConversationId[] };
      let after: Place | null = null;
      do {
        const step: Awaited<ReturnType<typeof store.retention.blank>> = await store.retention.blank({ before, after, limit: 2, words: WORDS });
        blanked.messages += step.messages;
        blanked.withFiles.push(...step.withFiles);
        after = step.next;
      } while (after !== null);
      expect(blanked.withFiles).not.toContain(file.conversationId);
      expect((await store.log.messages(goesOn.id, { limit: 10 })).map(({ text, seq, from }) => [seq, from, text])).toEqual([[1, 'subscriber', WORDS.en], [2, 'bot', WORDS.en], [3, 'subscriber', 'quebec22']]);
      expect(await store.log.notes(goesOn.id)).toEqual([]);
      expect(await tablesWith('quebec11')).toEqual([]);
      expect(await store.findings.find('f-old')).toMatchObject({ count: 1, examples: [WORDS.en] });
      expect(await store.findings.find('f-new')).toMatchObject({ count: 1, examples: ['quebec22 asked'] });
      await asked(goesOn, 'old-late', 'quebec11 late', goesOn.createdAt);
      await asked(goesOn, 'new-late', 'quebec22 late', clock.now());
      expect([await store.findings.isKnown('s-old-late'), await store.findings.isKnown('s-new-late')]).toEqual([false, true]);
      expect(await store.retention.blank({ before, after: null, limit: 1000, words: WORDS })).toEqual({ messages: 0, withFiles: [], next: null });
    });

    it('counts cases too, once they are closed, with what was promised in them', async () => {
      const before = clock.now() - 30 * DAY;
      const [open, lately, gone] = [await openCase(null, 'romeo-open'), await openCase(null, 'romeo-lately'), await openCase(null, 'romeo-gone')];
      const close = (id: typeof gone.id, at: number) =>
        store.cases.change(id, (one) => {
          const noted = noting(one, { by, text: '', now: at, isPublic: false });
          return 'refused' in noted ? noted : { ...noted, stage: 'closed' };
        });
      await close(lately.id, clock.now());
      await close(gone.id, clock.now() - 80 * DAY);
      await store.cases.addPromise({ id: 'romeo-p', caseId: gone.id, conversationId: conversationId('c'), messageId: messageId('m'), msisdn: null, by: 'assistant', text: 'romeo-gone', madeAt: START, dueAt: START, state: 'kept', endedAt: null, isNearTold: false });
      let removed = 0;
      let after: Place | null = null;
      do {
        const step: Awaited<ReturnType<typeof store.retention.removeCases>> = await store.retention.removeCases({ before, after, limit: 1 });
        removed += step.removed;
        after = step.next;
      } while (after !== null);
      expect(removed).toBe(1);
      expect([await store.cases.find(open.id), await store.cases.find(lately.id)]).toMatchObject([{ stage: 'received' }, { stage: 'closed' }]);
      expect(await store.cases.find(gone.id)).toBeNull();
      expect(await tablesWith('romeo-gone')).toEqual([]);
    });
  });
}
