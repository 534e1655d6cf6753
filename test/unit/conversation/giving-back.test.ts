/** What the assistant takes up when an agent gives a conversation back. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../src/adapters/store/store.js';
import { Conversations } from '../../../src/conversation/conversations.js';
import { giveBack, toTakeUp, unansweredIn, type HeardAs } from '../../../src/conversation/giving-back.js';
import { takingOver } from '../../../src/domain/conversation-steps.js';
import { isRefusal } from '../../../src/domain/errors.js';
import { messageId, staffId } from '../../../src/domain/ids.js';
import type { Message, MessageDraft } from '../../../src/domain/message.js';
import type { Staff } from '../../../src/domain/staff.js';
import type { Revision } from '../../../src/ports/published-content.js';
import { aConversation, changed, START } from '../../contracts/record-builders.js';
import { replyOf, roomOver } from '../../support/conversation-room.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';

const said = (from: Message['from'], text: string, over: Partial<MessageDraft> = {}): MessageDraft => ({ from, kind: 'text', text, ...over });
const placed = (drafts: readonly MessageDraft[]): readonly Message[] =>
  drafts.map((draft, index) => ({ ...draft, id: messageId(`m${index + 1}`), conversationId: aConversation().id, seq: index + 1, at: START }));
const agent = staffId('s1');

describe('what is left unanswered', () => {
  const hear = (text: string): HeardAs => (text.startsWith('怎么') ? 'question' : text.includes('谢') ? 'courtesy' : 'unclear');
  const left = (...drafts: MessageDraft[]) => toTakeUp(unansweredIn(placed(drafts), aConversation()), hear)?.text;

  it('is what came after the last answer and asks for something', () => {
    expect(left(said('subscriber', '怎么开发票'), said('agent', '一个回答'))).toBeUndefined();
    expect(left(said('agent', '一个回答'), said('subscriber', '好的'), said('subscriber', '太谢谢您了'))).toBeUndefined();
    expect(left(said('bot', '为您转接'), said('system', '客服来了'), said('subscriber', '怎么开发票'))).toBe('怎么开发票');
  });

  it('is the last question that is understood, and else the last words that are not', () => {
    expect(left(said('subscriber', '怎么充值'), said('subscriber', '怎么开发票'), said('subscriber', '我先去吃饭了'), said('subscriber', '？'))).toBe('怎么开发票');
    expect(left(said('subscriber', '我先去吃饭了'), said('subscriber', '您刚才说的那个呢'), said('subscriber', '谢谢'))).toBe('您刚才说的那个呢');
  });

  it('is no tap on a button, but a file when nothing else is asked', () => {
    const file = said('subscriber', '图', { kind: 'attachment', attachment: { id: 'a1', name: '图.png', mime: 'image/png', bytes: 1 } });
    expect(left(said('subscriber', '怎么开发票'), said('subscriber', '转人工', { action: { id: 'handoff' } }))).toBeUndefined();
    expect(left(said('agent', '请发截图'), file)).toBe('图');
    expect(left(said('subscriber', '怎么开发票'), file)).toBe('怎么开发票');
  });

  it('is answered by no word that was taken back', () => {
    const messages = placed([said('subscriber', '怎么开发票'), said('agent', '写错了')]);
    expect(unansweredIn(messages, { ...aConversation(), recalled: [{ seq: 2, at: START, attachmentId: null }] })).toHaveLength(1);
  });
});

for (const engine of await testEngines()) {
  describe(`giving back on ${engine.name}`, () => {
    const clock = new HandClock(START);
    let database: TestDatabase;
    let store: Store;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open(clock);
    });
    afterAll(() => database.drop());

    async function aLiveOne(...drafts: MessageDraft[]) {
      const conversation = aConversation();
      const step = (current: typeof conversation) => {
        const taken = takingOver(current, { id: agent, name: '林晓' }, START);
        if (isRefusal(taken)) throw new Error('not taken');
        return { conversation: { ...taken, handledSeq: drafts.length }, additions: drafts, result: null };
      };
      await changed(store.log, { id: conversation.id, initial: conversation, step });
      return conversation;
    }
    const texts = async (id: ReturnType<typeof aConversation>['id']) => (await store.log.messages(id, { limit: 100 })).map(({ from, text }) => `${from} ${text}`);
    // Nothing is understood here: the last words are taken up.
    const content = { current: () => ({ intents: new Map(), read: () => ({ isAccepted: false, asksForPerson: false, ranking: [] }) }) as unknown as Revision };
    const roomOf = () => ({ ...roomOver({ store, clock, respond: ({ message }) => Promise.resolve(replyOf(`ad ${message.text}`)) }).room, content });
    const staff = { id: agent, name: '林晓' } as Staff;

    it('answers what was left, after it is said that the assistant is back, and once over a restart', async () => {
      const { id } = await aLiveOne(said('subscriber', 'one'), said('agent', 'two'), said('subscriber', 'three four'));
      // The process ends right after the change.
      expect(isRefusal(await giveBack(roomOf(), staff, { id, takeUp: () => undefined }))).toBe(false);
      expect(await store.log.unanswered(100)).toContain(id);
      for (let start = 0; start < 2; start += 1) {
        const conversations = new Conversations(roomOf());
        await conversations.start();
        await conversations.stop();
      }
      const all = await texts(id);
      expect(all.slice(0, 3)).toEqual(['subscriber one', 'agent two', 'subscriber three four']);
      expect(all.slice(4)).toEqual(['bot ad three four']);
      expect(await store.log.unanswered(100)).not.toContain(id);
    });

    it('never answers over somebody who takes it at once', async () => {
      const { id } = await aLiveOne(said('subscriber', 'three four'));
      const room = roomOf();
      const conversations = new Conversations({
        ...room,
        assistant: {
          respond: async ({ message }) => {
            await changed(store.log, { id, step: (current) => ({ conversation: takingOver(current, { id: staffId('s2'), name: '周敏' }, START) as typeof current, additions: [], result: null }) });
            return replyOf(`ad ${message.text}`);
          },
        },
      });
      expect(isRefusal(await conversations.giveBack(staff, id))).toBe(false);
      await conversations.stop();
      expect((await texts(id)).filter((text) => text.startsWith('bot'))).toEqual([]);
    });
  });
}
