/** What every ConversationLog promises of reading: ranges, lists, notes, and that every text comes back as it was. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { conversationId, messageId, parseMsisdn, staffId, visitorId } from '../../src/domain/ids.js';
import type { StaffNote } from '../../src/domain/message.js';
import type { ConversationLog } from '../../src/ports/conversation-log.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { HandClock } from '../support/hand-clock.js';
import { aConversation, adding, changed, says, START, stored } from './record-builders.js';

const NAUGHTY = [
  '',
  ' leading and trailing ',
  "'; drop table messages; --",
  '\\" \\u0000 \\n $1 ? @id %s {{}}',
  'a\0b',
  'broken \ud83d alone',
  '\udc00\ud800',
  '😀👨‍👩‍👧‍👦🇨🇳 𠮷野家',
  'é e\u0301 ﬁ ﷽',
  '\u202eright to left\u202c \u200b\ufeff',
  '{"__proto__": {"polluted": true}}',
  'line\r\nbreaks\u2028and\u2029separators',
  '话'.repeat(20_000),
];

export function conversationReadingsContract(engine: TestEngine): void {
  describe(`readings of the conversation log on ${engine.name}`, () => {
    const clock = new HandClock(START);
    let database: TestDatabase;
    let log: ConversationLog;

    beforeAll(async () => {
      database = await engine.make();
    });
    beforeEach(async () => {
      log = (await database.open(clock)).log;
    });
    afterAll(() => database.drop());

    it('gives the last, the ones before and the ones after, always ascending', async () => {
      const conversation = aConversation();
      await changed(log, adding(conversation, ...Array.from({ length: 10 }, (_, index) => says(String(index + 1)))));
      const seqs = async (range: Parameters<ConversationLog['messages']>[1]) => (await log.messages(conversation.id, range)).map((message) => message.seq);
      expect(await seqs({ limit: 3 })).toEqual([8, 9, 10]);
      expect(await seqs({ beforeSeq: 8, limit: 3 })).toEqual([5, 6, 7]);
      expect(await seqs({ afterSeq: 2, limit: 3 })).toEqual([3, 4, 5]);
      expect(await seqs({ afterSeq: 0, limit: 100 })).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
      expect(await seqs({ afterSeq: 10, limit: 3 })).toEqual([]);
      expect(await seqs({ beforeSeq: 1, limit: 3 })).toEqual([]);
      expect(await seqs({ afterSeq: 2, beforeSeq: 9, limit: 3 })).toEqual([6, 7, 8]);
      expect(await seqs({ limit: 0 })).toEqual([]);
    });

    it('finds many looked for in one moment, each as the last change on any node left it', async () => {
      // A SQLite file belongs to one process.
      const elsewhere = engine.name === 'SQLite' ? log : (await database.open(clock)).log;
      const all = Array.from({ length: 5 }, () => aConversation());
      for (const one of all) await changed(log, adding(one, says('一')));
      const ids = [...all.map(({ id }) => id), conversationId(randomUUID()), conversationId('nobody\0'), ...all.map(({ id }) => id)];
      const seqs = async () => (await Promise.all(ids.map((id) => log.find(id)))).map((found) => found?.lastSeq ?? null);
      expect(await seqs()).toEqual([1, 1, 1, 1, 1, null, null, 1, 1, 1, 1, 1]);
      for (const one of all.slice(0, 2)) await changed(elsewhere, adding(one, says('二')));
      expect(await seqs()).toEqual([2, 2, 1, 1, 1, null, null, 2, 2, 1, 1, 1]);
      expect((await log.find(ids[0] ?? conversationId('')))?.id).toBe(ids[0]);
    });

    it('keeps the messages of conversations apart', async () => {
      const [one, two] = [aConversation(), aConversation()];
      await Promise.all([changed(log, adding(one, says('一'))), changed(log, adding(two, says('二')))]);
      expect((await log.messages(one.id, { limit: 10 })).map((message) => message.text)).toEqual(['一']);
      expect(await log.messages(conversationId(randomUUID()), { limit: 10 })).toEqual([]);
    });

    it.each(NAUGHTY.map((text) => [text]))('gives every text back as it was: %j', async (text) => {
      const base = aConversation();
      const conversation = { ...base, memory: { ...base.memory, recent: [text] } };
      const draft = says(text, { buttons: [{ id: text, label: text, value: text }], card: { type: 'form', form: 'text', label: text } });
      const answer = await changed(log, adding(conversation, draft));
      const again = (await database.open(clock)).log;
      expect(await again.messages(conversation.id, { limit: 10 })).toEqual(answer.messages);
      expect((await again.messages(conversation.id, { limit: 10 }))[0]?.text).toBe(text);
      expect((await again.find(conversation.id))?.memory.recent).toEqual([text]);
      const note = aNote({ conversationId: conversation.id, text });
      await again.addNote(note);
      expect(await again.notes(conversation.id)).toEqual([note]);
    });

    it('keeps every part of a message', async () => {
      const conversation = aConversation();
      const draft = says('您本月已用 12 GB', {
        from: 'agent',
        citations: [{ articleId: 'a', title: '流量', href: '/kb/a?locale=zh-CN' }],
        intent: 'usage',
        ai: true,
        rule: 'answer',
        author: { staffId: staffId('s-1'), name: '李娜' },
        action: { id: 'bill', value: '2026-10' },
        attachment: { id: 'f', name: '账单.pdf', mime: 'application/pdf', bytes: 1024 },
      });
      await changed(log, adding(conversation, draft));
      expect((await log.messages(conversation.id, { limit: 1 }))[0]).toMatchObject(draft);
    });

    it('lists the conversations of a subscriber and of a visitor, newest first', async () => {
      const msisdn = parseMsisdn('13800009999');
      if (msisdn === null) throw new Error('not a number');
      const visitor = visitorId(randomUUID());
      const identity = { msisdn, via: 'one-time-code', at: START, stepUpUntil: null } as const;
      const [oldest, middle, newest] = [1, 2, 3].map((minutes) => aConversation({ createdAt: START + minutes, visitorId: visitor, identity }));
      if (!oldest || !middle || !newest) throw new Error('three are needed');
      for (const conversation of [middle, newest, oldest]) await stored(log, conversation);
      await stored(log, aConversation());
      await changed(log, adding(oldest, says('还在吗')));
      const ids = (list: readonly { id: string }[]) => list.map((conversation) => conversation.id);
      expect(ids(await log.ofSubscriber(msisdn, 10))).toEqual([newest.id, middle.id, oldest.id]);
      expect(ids(await log.ofSubscriber(msisdn, 2))).toEqual([newest.id, middle.id]);
      expect(ids(await log.ofVisitor(visitor, 10))).toEqual([newest.id, middle.id, oldest.id]);
    });

    it('lists a conversation under its number once somebody signed in', async () => {
      const msisdn = parseMsisdn('13900008888');
      if (msisdn === null) throw new Error('not a number');
      const conversation = await stored(log, aConversation());
      expect(await log.ofSubscriber(msisdn, 10)).toEqual([]);
      const identity = { msisdn, via: 'site-token', at: START, stepUpUntil: null } as const;
      await changed(log, { id: conversation.id, step: (current) => ({ conversation: { ...current, identity }, additions: [], result: null }) });
      expect((await log.ofSubscriber(msisdn, 10)).map((one) => one.id)).toEqual([conversation.id]);
    });

    it('names what waits for its turn, oldest first, until the turn is recorded', async () => {
      const fresh = await engine.make();
      const alone = (await fresh.open(clock)).log;
      const [first, second, quiet] = [aConversation(), aConversation(), aConversation()];
      await stored(alone, quiet);
      await changed(alone, adding(first, says('一')));
      clock.advance(1_000);
      await changed(alone, adding(second, says('二')));
      clock.advance(1_000);
      await changed(alone, adding(first, says('还在吗')));
      expect(await alone.unanswered(10)).toEqual([first.id, second.id]);
      expect(await alone.unanswered(1)).toEqual([first.id]);
      await changed(alone, {
        id: first.id,
        step: (current) => ({ conversation: { ...current, handledSeq: current.subscriberSeq }, additions: [says('好', { from: 'bot' })], result: null }),
      });
      expect(await alone.unanswered(10)).toEqual([second.id]);
      await fresh.drop();
    });

    it('keeps staff notes in order of time, each once, and out of the messages', async () => {
      const conversation = await stored(log, aConversation());
      const later = aNote({ conversationId: conversation.id, at: START + 5, text: '客户着急' });
      const earlier = aNote({ conversationId: conversation.id, at: START + 1, kind: 'whisper' });
      expect(await log.addNote(later)).toBeNull();
      expect(await log.addNote(earlier)).toBeNull();
      expect(await log.addNote({ ...later, at: START + 9 })).toEqual(later);
      expect(await log.notes(conversation.id)).toEqual([earlier, later]);
      expect(await log.messages(conversation.id, { limit: 10 })).toEqual([]);
    });

    it('refuses a note on an unknown conversation', async () => {
      await expect(log.addNote(aNote({ conversationId: conversationId(randomUUID()) }))).rejects.toMatchObject({ code: 'not-found' });
    });
  });
}

function aNote(over: Partial<StaffNote>): StaffNote {
  const author = { staffId: staffId('s-1'), name: '李娜' };
  return { id: messageId(randomUUID()), conversationId: conversationId('none'), kind: 'note', text: '已核实', at: START, author, ...over };
}
