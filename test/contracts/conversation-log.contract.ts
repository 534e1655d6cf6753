/** What every ConversationLog promises of `change`. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import type { Alert } from '../../src/domain/alert.js';
import type { AuditEntry } from '../../src/domain/audit.js';
import type { Conversation } from '../../src/domain/conversation.js';
import { errandOf } from '../../src/domain/errand.js';
import { refuse } from '../../src/domain/errors.js';
import { conversationId, messageId, visitorId } from '../../src/domain/ids.js';
import type { StaffNote } from '../../src/domain/message.js';
import type { Beside, ChangeRequest, ConversationLog, Step } from '../../src/ports/conversation-log.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import { HandClock } from '../support/hand-clock.js';
import { aConversation, adding, aStaffId, changed, says, START, stored } from './record-builders.js';

const ALL = { limit: 100_000 };

export function conversationLogContract(engine: TestEngine): void {
  describe(`the conversation log on ${engine.name}`, () => {
    const clock = new HandClock(START);
    let database: TestDatabase;
    let store: Store;
    let log: ConversationLog;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open(clock);
      log = store.log;
    });
    afterAll(() => database.drop());

    it('creates a conversation with its first change and counts from one', async () => {
      const conversation = aConversation();
      const answer = await changed(log, adding(conversation, says('话费还剩多少'), says('谢谢', { from: 'bot' })));
      expect(answer.before).toEqual(conversation);
      expect(answer.conversation).toMatchObject({ lastSeq: 2, subscriberSeq: 1, handledSeq: 0, updatedAt: clock.now() });
      expect(answer.messages.map((message) => [message.seq, message.from, message.text])).toEqual([
        [1, 'subscriber', '话费还剩多少'],
        [2, 'bot', '谢谢'],
      ]);
      expect(await log.find(conversation.id)).toEqual(answer.conversation);
      expect(await log.messages(conversation.id, ALL)).toEqual(answer.messages);
    });

    it('refuses an unknown conversation that nobody may create', async () => {
      const { initial: _, ...request } = adding(aConversation(), says('在吗'));
      expect(await log.change(request)).toEqual(refuse('not-found'));
      expect(await log.find(request.id)).toBeNull();
    });

    it('keeps what it acknowledged when it is closed and opened again', async () => {
      const conversation = aConversation();
      const first = await database.open(clock);
      const request = adding(conversation, says('在吗', { clientId: 'c-1' }));
      const answer = await changed(first.log, request);
      await first.close();
      const second = await database.open(clock);
      expect(await second.log.change(request)).toEqual({ duplicate: answer.messages[0] });
      expect(await second.log.find(conversation.id)).toEqual(answer.conversation);
      expect(await second.log.messages(conversation.id, ALL)).toEqual(answer.messages);
    });

    it('gives 200 changes asked for at once an order without gaps', async () => {
      const conversation = aConversation();
      const texts = Array.from({ length: 200 }, (_, index) => `第${index}句`);
      const answers = await Promise.all(texts.map((text) => changed(log, adding(conversation, says(text)))));
      expect(answers.map((answer) => answer.messages[0]?.seq)).toEqual(texts.map((_, index) => index + 1));
      const messages = await log.messages(conversation.id, ALL);
      expect(messages.map((message) => message.text)).toEqual(texts);
      expect((await log.find(conversation.id))?.lastSeq).toBe(200);
    });

    it('gives changes from two stores on the same data one order without gaps', async () => {
      const conversation = aConversation();
      const other = await database.open(clock);
      const ask = (index: number) => changed(index % 2 === 0 ? log : other.log, adding(conversation, says(`第${index}句`)));
      const answers = await Promise.all(Array.from({ length: 200 }, (_, index) => ask(index)));
      const messages = await log.messages(conversation.id, ALL);
      expect(messages.map((message) => message.seq)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
      expect(new Set(messages.map((message) => message.text)).size).toBe(200);
      expect(answers.flatMap((answer) => answer.messages).sort((left, right) => left.seq - right.seq)).toEqual(messages);
      expect(await (await database.open(clock)).log.find(conversation.id)).toMatchObject({ lastSeq: 200, subscriberSeq: 200 });
    });

    it('runs each step on the row as the one before left it, from two stores as well', async () => {
      const conversation = aConversation();
      const other = await database.open(clock);
      const raise = (one: ConversationLog) =>
        changed(one, {
          id: conversation.id,
          initial: conversation,
          step: (current) => ({ conversation: { ...current, epoch: current.epoch + 1 }, additions: [], result: current.epoch }),
        });
      const answers = await Promise.all(Array.from({ length: 100 }, (_, index) => raise(index % 2 === 0 ? log : other.log)));
      expect(answers.map((answer) => answer.result).sort((left, right) => left - right)).toEqual(Array.from({ length: 100 }, (_, index) => index));
      expect((await (await database.open(clock)).log.find(conversation.id))?.epoch).toBe(100);
    });

    it('stores one clientId once, however often and wherever it is sent at once', async () => {
      const conversation = aConversation();
      const other = await database.open(clock);
      const request = adding(conversation, says('查账单', { clientId: 'c-1' }));
      const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => (index % 2 === 0 ? log : other.log).change(request)));
      const duplicates = answers.filter((answer) => 'duplicate' in answer);
      const messages = await log.messages(conversation.id, ALL);
      expect(messages).toHaveLength(1);
      expect(duplicates).toHaveLength(19);
      for (const answer of duplicates) expect(answer).toEqual({ duplicate: messages[0] });
    });

    it('answers an old clientId with its message, whatever the step would have made of it', async () => {
      const conversation = aConversation();
      const first = await changed(log, adding(conversation, says('查账单', { clientId: 'c-1' })));
      for (let count = 0; count < 100; count += 1) await changed(log, adding(conversation, says('再查', { clientId: `later-${count}` })));
      const before = await log.find(conversation.id);
      const twice = { additions: [says('查账单', { clientId: 'c-1' })], result: null };
      const steps: ChangeRequest<unknown>['step'][] = [
        () => refuse('internal'),
        (current) => ({ ...twice, conversation: { ...current, epoch: current.epoch + 1 } }),
        (current) => ({ ...twice, conversation: { ...current, epoch: current.epoch + 1 }, additions: [] }),
        () => {
          throw new Error('of no consequence');
        },
      ];
      for (const step of steps) expect(await log.change({ id: conversation.id, clientId: 'c-1', step })).toEqual({ duplicate: first.messages[0] });
      expect(await log.find(conversation.id)).toEqual(before);
      expect(await log.messages(conversation.id, ALL)).toHaveLength(101);
    });

    it('knows a clientId that came in elsewhere after the conversation was begun here, and one of a very long conversation', async () => {
      const conversation = aConversation();
      await changed(log, adding(conversation, says('查账单', { clientId: 'here' })));
      const other = await database.open(clock);
      const there = await changed(other.log, adding(conversation, says('再查', { clientId: 'there' })));
      expect(await log.change(adding(conversation, says('再查', { clientId: 'there' })))).toEqual({ duplicate: there.messages[0] });
      await Promise.all(Array.from({ length: 600 }, (_, index) => log.change(adding(conversation, says('又一句', { clientId: `many-${index}` })))));
      for (const clientId of ['here', 'many-3', 'many-599']) expect(await log.change(adding(conversation, says('又一句', { clientId })))).toHaveProperty('duplicate.clientId', clientId);
      expect(await log.messages(conversation.id, { limit: 1000 })).toHaveLength(602);
    });

    it('takes the same clientId in two conversations as two messages', async () => {
      const [one, two] = [aConversation(), aConversation()];
      const answers = await Promise.all([one, two].map((conversation) => changed(log, adding(conversation, says('好', { clientId: 'same' })))));
      expect(answers.map((answer) => answer.messages[0]?.seq)).toEqual([1, 1]);
    });

    it('leaves nothing behind of a refused change, not even the conversation', async () => {
      const conversation = aConversation();
      expect(await log.change({ id: conversation.id, initial: conversation, step: () => refuse('wrong-state') })).toEqual(refuse('wrong-state'));
      expect(await log.find(conversation.id)).toBeNull();
      expect(await log.ofVisitor(conversation.visitorId, 10)).toEqual([]);
      await stored(log, conversation);
      const before = await log.find(conversation.id);
      await log.change({ id: conversation.id, step: () => refuse('gone') });
      expect(await log.find(conversation.id)).toEqual(before);
    });

    it('lets a step that throws fail alone, while those beside it are stored', async () => {
      const [fine, broken, refused] = [aConversation(), aConversation(), aConversation()];
      const fault = new Error('a step is broken');
      const fail = () => {
        throw fault;
      };
      const outcomes = await Promise.allSettled([
        log.change(adding(fine, says('一'))),
        log.change({ id: broken.id, initial: broken, step: fail }),
        log.change({ id: refused.id, initial: refused, step: () => refuse('locked') }),
        log.change({ id: fine.id, step: fail }),
        log.change(adding(fine, says('二'))),
      ]);
      expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected', 'fulfilled']);
      expect(outcomes[1]).toMatchObject({ reason: fault });
      expect((await log.messages(fine.id, ALL)).map((message) => message.text)).toEqual(['一', '二']);
      expect(await log.find(broken.id)).toBeNull();
      expect(await log.find(refused.id)).toBeNull();
    });

    it('creates in a later change of the same moment what an earlier one was refused', async () => {
      const conversation = aConversation();
      const { initial: _, ...withoutInitial } = adding(conversation, says('太早'));
      const answers = await Promise.all([
        log.change({ id: conversation.id, initial: conversation, step: () => refuse('gone') }),
        log.change(withoutInitial),
        log.change(adding(conversation, says('在吗'))),
      ]);
      expect(answers.slice(0, 2)).toEqual([refuse('gone'), refuse('not-found')]);
      expect((await log.messages(conversation.id, ALL)).map((message) => message.text)).toEqual(['在吗']);
    });

    it('never lets time run backwards within a conversation', async () => {
      const conversation = aConversation();
      const now = clock.now();
      clock.set(now + 60_000);
      const ahead = await changed(log, adding(conversation, says('一')));
      clock.set(now);
      const behind = await changed(log, adding(conversation, says('二')));
      expect([ahead, behind].map((answer) => answer.messages[0]?.at)).toEqual([now + 60_000, now + 60_000]);
      expect(behind.conversation.updatedAt).toBe(now + 60_000);
    });

    it('gives a step the very object it last knew, and another once somebody else has changed it', async () => {
      const conversation = aConversation();
      expect(log.lastKnown(conversation.id)).toBeNull();
      await changed(log, adding(conversation, says('一')));
      const known = log.lastKnown(conversation.id);
      expect(known).toEqual(await log.find(conversation.id));
      expect((await changed(log, adding(conversation))).before).toBe(known);
      const other = (await database.open(clock)).log;
      await changed(other, adding(conversation, says('二')));
      const { before } = await changed(log, adding(conversation, says('三')));
      expect(before).not.toBe(known);
      expect(before.lastSeq).toBe(2);
    });

    it('keeps its own count when a step claims another', async () => {
      const conversation = aConversation();
      const lie = { lastSeq: 77, subscriberSeq: 99, updatedAt: 1 };
      const step = (current: typeof conversation) => ({ conversation: { ...current, ...lie }, additions: [says('在吗')], result: null });
      const answer = await changed(log, { id: conversation.id, initial: { ...conversation, ...lie }, step });
      expect(answer.conversation).toMatchObject({ lastSeq: 1, subscriberSeq: 1, updatedAt: clock.now() });
    });

    it('keeps the id under which pieces of a message were already shown', async () => {
      const answer = await changed(log, adding(aConversation(), says('好', { id: 'shown-already', from: 'bot' })));
      expect(answer.messages[0]?.id).toBe('shown-already');
    });

    it('refuses a clientId that the request did not ask about', async () => {
      const conversation = aConversation();
      const step = (current: typeof conversation) => ({ conversation: current, additions: [says('好', { clientId: 'hidden' })], result: null });
      await expect(log.change({ id: conversation.id, initial: conversation, step })).rejects.toMatchObject({ code: 'internal' });
      expect(await log.find(conversation.id)).toBeNull();
    });

    it.each(['\0', 'a\0b', '\ud800', 'x\udc00y'])('refuses ids that no database would give back as they were: %j', async (bad) => {
      const conversation = aConversation();
      const badId = conversationId(bad);
      expect(await log.change(adding({ ...conversation, id: badId }, says('好')))).toMatchObject({ refused: 'bad-text' });
      expect(await log.change(adding(conversation, says('好', { clientId: bad })))).toMatchObject({ refused: 'bad-text' });
      expect(await log.change(adding({ ...conversation, visitorId: visitorId(bad) }, says('好')))).toMatchObject({ refused: 'bad-text' });
      expect(await log.find(badId)).toBeNull();
      expect(await log.messages(badId, ALL)).toEqual([]);
      expect(await log.notes(badId)).toEqual([]);
      expect(await log.ofVisitor(visitorId(bad), 10)).toEqual([]);
    });

    it('keeps with a change what goes with it, once, and nothing with one that is refused, fails, was made before or changes nothing', async () => {
      const { conversation } = await changed(log, adding(aConversation(), says('投诉', { clientId: 'first' })));
      const { id } = conversation;
      const staff = { id: aStaffId(), name: '李娜' };
      const note: StaffNote = { id: messageId(`note-${id}`), conversationId: id, kind: 'note', text: '已核对', at: START, author: { staffId: staff.id, name: staff.name } };
      const errand = errandOf(id, START - 1, { kind: 'promises', seq: 2 });
      const alert: Alert = { id: `alert-${id}`, at: START, kind: 'silent-agent', conversationId: id, text: { 'zh-CN': '无人答复', en: 'Nobody answered' } };
      const entry: AuditEntry = { id: `entry-${id}`, at: START, staff, act: 'conversation.taken-over', conversationId: id, target: null, reason: '', detail: '' };
      const service = { staffId: staff.id, skillGroup: 'billing', startedAt: START, endedAt: START + 5 };
      const beside: readonly Beside[] = [{ kind: 'service', service }, { kind: 'note', note }, { kind: 'errand', errand }, { kind: 'alert', alert }, { kind: 'audit', entry }];
      const kept = async () => ({
        ...{ served: await store.line.hasServed(staff.id, id), notes: await log.notes(id), entries: await store.audit.list({ conversationId: id, limit: 10 }) },
        errands: (await store.errands.due({ before: START, now: START, limit: 1_000 })).filter(({ conversationId: of }) => of === id),
        alerts: (await store.alerts.since(START, 1_000)).filter(({ conversationId: of }) => of === id),
      });
      const nothing = { served: false, notes: [], errands: [], alerts: [], entries: [] };
      const step = (current: Conversation): Step<null> => ({ conversation: { ...current, rating: null }, additions: [says('好的', { from: 'bot' })], result: null, beside });
      const thrown = { id, step: () => { throw new Error('no'); } };
      await Promise.all([log.change({ id, step: () => refuse('gone') }), expect(log.change(thrown)).rejects.toThrow('no'), log.change({ id, clientId: 'first', step }), changed(log, { id, step: (current) => ({ ...step(current), conversation: current, additions: [] }) })]);
      expect(await kept()).toEqual(nothing);
      await changed(log, { id, step });
      await changed((await database.open(clock)).log, { id, step });
      expect(await kept()).toEqual({ served: true, notes: [note], errands: [errand], alerts: [alert], entries: [entry] });
      await store.errands.done(errand.id);
      expect((await kept()).errands).toEqual([]);
      expect(await log.messages(id, ALL)).toHaveLength(3);
    });

    it('refuses changes after it was closed', async () => {
      const closing = await database.open(clock);
      const conversation = aConversation();
      const asked = closing.log.change(adding(conversation, says('最后一句')));
      await closing.close();
      expect(await asked).toMatchObject({ conversation: { lastSeq: 1 } });
      await expect(closing.log.change(adding(conversation, says('太晚')))).rejects.toMatchObject({ code: 'unavailable' });
      expect((await log.find(conversation.id))?.lastSeq).toBe(1);
    });
  });
}
