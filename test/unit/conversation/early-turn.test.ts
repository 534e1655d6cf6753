/** Guarantees of answering a message while it is on its way into the record, on both engines. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../src/adapters/store/store.js';
import { Conversations } from '../../../src/conversation/conversations.js';
import type { AssistantTurn } from '../../../src/dialogue/turn.js';
import type { Conversation } from '../../../src/domain/conversation.js';
import { ProductError } from '../../../src/domain/errors.js';
import type { Message } from '../../../src/domain/message.js';
import type { Reply } from '../../../src/domain/reply.js';
import type { ConversationLog } from '../../../src/ports/conversation-log.js';
import { aConversation, changed, START } from '../../contracts/record-builders.js';
import { replyOf, roomOver } from '../../support/conversation-room.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';

const ALL = { limit: 100 };
const said = (messages: readonly Message[]) => messages.map(({ seq, from, text }) => `${seq} ${from} ${text}`);

for (const engine of await testEngines()) {
  describe(`an answer that is there at once, on ${engine.name}`, () => {
    const clock = new HandClock(START);
    let database: TestDatabase;
    let store: Store;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open(clock);
    });
    afterAll(() => database.drop());

    const scene = (respond: (turn: AssistantTurn) => Promise<Reply>, log?: ConversationLog) => {
      const { room, told } = roomOver({ store, clock, respond, ...(log ? { log } : {}) });
      const conversations = new Conversations(room);
      return { told, conversations, say: (to: Conversation, text: string, clientId = text) => conversations.receive(to, { clientId, text }) };
    };

    it('is recorded in one change with its message, told after it, and owes no further turn', async () => {
      const changes: number[] = [];
      const log = watched(store.log, (messages) => changes.push(messages));
      const { say, told } = scene(({ message }) => Promise.resolve(replyOf(`ad ${message.text}`)), log);
      const conversation = aConversation();
      expect(await say(conversation, 'one')).toMatchObject({ seq: 1, text: 'one' });
      expect(await say(conversation, 'two')).toMatchObject({ seq: 3, text: 'two' });
      expect(changes).toEqual([2, 2]);
      expect(said(await store.log.messages(conversation.id, ALL))).toEqual(['1 subscriber one', '2 bot ad one', '3 subscriber two', '4 bot ad two']);
      expect(told.map((fact) => (fact.type === 'message.added' ? fact.message.seq : fact.type))).toEqual(['conversation.changed', 1, 2, 3, 4]);
      expect(await store.log.find(conversation.id)).toMatchObject({ handledSeq: 3, subscriberSeq: 3, lastSeq: 4 });
      expect(await store.log.unanswered(100)).not.toContain(conversation.id);
    });

    it('carries the id its answer was worked out for, and the same clientId gets no second answer', async () => {
      const asked: string[] = [];
      const { say } = scene(({ message }) => {
        asked.push(message.id);
        return Promise.resolve(replyOf('yes'));
      });
      const conversation = aConversation();
      const first = await say(conversation, 'one', 'c1');
      const again = await say(conversation, 'one', 'c1');
      expect(first).toMatchObject({ id: asked[0] });
      expect(again).toEqual(first);
      expect(said(await store.log.messages(conversation.id, ALL))).toEqual(['1 subscriber one', '2 bot yes']);
    });

    it('is told to nobody when the record does not take it, and neither is the message', async () => {
      const broken: ConversationLog = { ...bound(store.log), change: () => Promise.reject(new ProductError('unavailable', 'the disk is full')) };
      const { say, told } = scene(({ onPiece }) => {
        onPiece('piece', 'y');
        return Promise.resolve(replyOf('yes'));
      }, broken);
      const conversation = aConversation();
      await expect(say(conversation, 'one')).rejects.toThrow('the disk is full');
      expect(told).toEqual([]);
      expect(await store.log.find(conversation.id)).toBeNull();
    });

    it('is dropped when the conversation changed meanwhile, and the message answered as things stand', async () => {
      const conversation = aConversation();
      const { say, conversations } = scene(async ({ conversation: seen, message }) => {
        if (message.text === 'two' && seen.locale === 'zh-CN') {
          await changed(store.log, { id: conversation.id, step: (current) => ({ conversation: { ...current, locale: 'en' }, additions: [], result: null }) });
        }
        return replyOf(`${message.text} in ${seen.locale}`);
      });
      await say(conversation, 'one');
      await say(conversation, 'two');
      await conversations.stop();
      expect(said(await store.log.messages(conversation.id, ALL))).toEqual(['1 subscriber one', '2 bot one in zh-CN', '3 subscriber two', '4 bot two in en']);
    });

    it('keeps the order of messages that come in the same moment, each with one answer', async () => {
      const { say, conversations } = scene(({ message }) => Promise.resolve(replyOf(`ad ${message.text}`)));
      const conversation = aConversation();
      await Promise.all(['a', 'b', 'c', 'd'].map((text) => say(conversation, text)));
      await conversations.stop();
      const messages = await store.log.messages(conversation.id, ALL);
      expect(messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
      expect(messages.filter(({ from }) => from === 'bot').map(({ text }) => text).sort()).toEqual(['ad a', 'ad b', 'ad c', 'ad d']);
      expect(await store.log.find(conversation.id)).toMatchObject({ handledSeq: messages.findLast(({ from }) => from === 'subscriber')?.seq });
    });
  });

  describe(`an answer that takes longer, on ${engine.name}`, () => {
    const clock = new HandClock(START);
    let database: TestDatabase;
    let store: Store;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open(clock);
    });
    afterAll(() => database.drop());

    it('does not keep its message from being acknowledged, is begun once, and changes nothing in the world before that', async () => {
      const events: string[] = [];
      let finish: () => void = () => undefined;
      const finished = new Promise<void>((resolve) => (finish = resolve));
      const { room, told } = roomOver({
        store,
        clock,
        respond: async ({ message, recorded, onPiece }) => {
          events.push('begun');
          onPiece(`${message.id}-answer`, 'y');
          await recorded?.();
          events.push(`recorded up to ${(await store.log.find(message.conversationId))?.lastSeq ?? 0}`);
          await finished;
          return replyOf('yes', { messages: [{ id: `${message.id}-answer`, from: 'bot', kind: 'text', text: 'yes' }] });
        },
      });
      const conversations = new Conversations(room);
      const conversation = aConversation();
      const message = await conversations.receive(conversation, { clientId: 'c1', text: 'one' });
      expect(message).toMatchObject({ seq: 1 });
      finish();
      await conversations.stop();
      expect(events).toEqual(['begun', 'recorded up to 1']);
      expect(told.map(({ type }) => type)).toEqual(['conversation.changed', 'message.added', 'message.delta', 'message.added']);
      expect(said(await store.log.messages(conversation.id, ALL))).toEqual(['1 subscriber one', '2 bot yes']);
    });
  });
}

/** Tells how many messages each change stored. */
function watched(log: ConversationLog, tell: (messages: number) => void): ConversationLog {
  return {
    ...bound(log),
    change: async (request) => {
      const answer = await log.change(request);
      if ('messages' in answer) tell(answer.messages.length);
      return answer;
    },
  };
}

function bound(log: ConversationLog): ConversationLog {
  return {
    change: (request) => log.change(request),
    find: (id) => log.find(id),
    lastKnown: (id) => log.lastKnown(id),
    messages: (id, range) => log.messages(id, range),
    addNote: (note) => log.addNote(note),
    notes: (id) => log.notes(id),
    ofSubscriber: (msisdn, limit) => log.ofSubscriber(msisdn, limit),
    ofVisitor: (visitor, limit) => log.ofVisitor(visitor, limit),
    unanswered: (limit) => log.unanswered(limit),
  };
}
