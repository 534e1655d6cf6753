/** How long an agent's card counts, and what is left of it when words are taken back, on both engines. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../src/adapters/store/store.js';
import { Conversations } from '../../../src/conversation/conversations.js';
import type { AssistantTurn } from '../../../src/dialogue/turn.js';
import type { Conversation } from '../../../src/domain/conversation.js';
import { EMPTY_MEMORY } from '../../../src/domain/dialogue-memory.js';
import { isRefusal } from '../../../src/domain/errors.js';
import { parseMsisdn, staffId } from '../../../src/domain/ids.js';
import type { Reply } from '../../../src/domain/reply.js';
import type { Staff } from '../../../src/domain/staff.js';
import type { PublishedContent } from '../../../src/ports/published-content.js';
import { aConversation, changed, START } from '../../contracts/record-builders.js';
import { replyOf, roomOver } from '../../support/conversation-room.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';

const AGENT: Staff = { id: staffId('agent'), email: 'a@x', name: '小林', role: 'agent', skillGroups: ['general'], languages: ['zh-CN'], isActive: true };
const TEN_MINUTES = 600_000;

for (const engine of await testEngines()) {
  describe(`a card of an agent, on ${engine.name}`, () => {
    const clock = new HandClock(START);
    let database: TestDatabase;
    let store: Store;
    let commits: string[] = [];
    beforeAll(async () => {
      database = await engine.make();
      store = await database.open(clock);
    });
    afterAll(() => database.drop());

    /** As the assistant does it: a card for the button, the change for the tap. */
    const respond = ({ message, conversation }: AssistantTurn): Promise<Reply> => {
      if (message.action?.id === 'confirm') {
        commits.push(message.id);
        return Promise.resolve(replyOf('done', { memory: { ...conversation.memory, form: null } }));
      }
      const card = { type: 'confirm', token: message.id, title: 'pack', rows: [], undo: '', expiresAt: clock.now() + TEN_MINUTES } as const;
      const buttons = [{ id: 'confirm', label: 'yes' }, { id: 'cancel', label: 'no' }, { id: 'handoff', label: 'person' }];
      const form = { kind: 'confirm', token: message.id, intent: 'data_pack_buy', change: { kind: 'pack', targetId: 'p' }, expiresAt: card.expiresAt } as const;
      return Promise.resolve(replyOf('', { messages: [{ from: 'bot', kind: 'card', text: 'pack', card, buttons }], memory: { ...EMPTY_MEMORY, form } }));
    };

    async function scene() {
      commits = [];
      const { room } = roomOver({ store, clock, respond });
      const content = { current: () => ({ intents: new Map() }) } as unknown as PublishedContent;
      const conversations = new Conversations({ ...room, content });
      const fresh = { ...aConversation(), identity: { msisdn: parseMsisdn('13800000001'), via: 'site-token', at: START, stepUpUntil: null } } as Conversation;
      await changed(store.log, { id: fresh.id, initial: fresh, step: (one) => ({ conversation: one, additions: [{ from: 'subscriber', kind: 'text', text: 'hi' }], result: null }) });
      const taken = await conversations.takeOver(AGENT, fresh.id);
      if (isRefusal(taken)) throw new Error(taken.refused);
      const put = await conversations.proposals.propose(AGENT, { id: fresh.id, clientId: 'one', kind: 'pack', target: 'p' });
      if (isRefusal(put) || 'reason' in put) throw new Error('nothing was put');
      const tap = async (id: string): Promise<string> => {
        await conversations.receive(fresh, { clientId: `tap ${id} ${clock.now()}`, text: '', action: { id } });
        await conversations.stop();
        return (await store.log.messages(fresh.id, { limit: 100 })).at(-1)?.text ?? '';
      };
      return { conversations, id: fresh.id, put, tap };
    }

    it('is confirmed up to its last moment', async () => {
      const { tap, id } = await scene();
      clock.advance(TEN_MINUTES - 1);
      expect(await tap('confirm')).toBe('done');
      expect(commits).toHaveLength(1);
      expect(await store.log.unanswered(100)).not.toContain(id);
    });

    it('changes nothing after ten minutes, says so, and is over', async () => {
      const { tap, id } = await scene();
      clock.advance(TEN_MINUTES);
      expect(await tap('confirm')).toContain('10 分钟');
      expect(commits).toEqual([]);
      expect((await store.log.find(id))?.memory.form).toBeNull();
      expect((await store.audit.list({ conversationId: id, limit: 9 })).map(({ act, staff }) => `${act} ${staff?.name ?? ''}`)).toEqual(['change.confirmed 小林', 'change.proposed 小林', 'conversation.taken-over 小林']);
    });

    it('goes with its message when that is taken back', async () => {
      const { conversations, tap, id, put } = await scene();
      expect(isRefusal(await conversations.team.recall(AGENT, { id, seq: put.message.seq }))).toBe(false);
      expect(await tap('confirm')).toContain('没有做任何变更');
      expect(commits).toEqual([]);
    });
  });
}
