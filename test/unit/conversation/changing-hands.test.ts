/** What is left of a conversation that changed hands or was left: questions to colleagues, services, words taken back, and no way back in. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../src/adapters/store/store.js';
import { reclaim } from '../../../src/conversation/agent-acts.js';
import { Conversations } from '../../../src/conversation/conversations.js';
import { Offers } from '../../../src/conversation/offers.js';
import { Reclaim } from '../../../src/conversation/reclaim.js';
import type { ConversationRoom } from '../../../src/conversation/room.js';
import type { Conversation } from '../../../src/domain/conversation.js';
import { isRefusal } from '../../../src/domain/errors.js';
import { messageId, parseMsisdn, staffId } from '../../../src/domain/ids.js';
import type { Message } from '../../../src/domain/message.js';
import type { Staff } from '../../../src/domain/staff.js';
import { Presence } from '../../../src/handoff/presence.js';
import type { PresenceBoard } from '../../../src/ports/presence-board.js';
import type { PublishedContent } from '../../../src/ports/published-content.js';
import { aConversation, aWaiting, changed, stored, START } from '../../contracts/record-builders.js';
import { replyOf, roomOver } from '../../support/conversation-room.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';

const person = (id: string, role: Staff['role'] = 'agent'): Staff => ({ id: staffId(id), email: `${id}@x`, name: id, role, skillGroups: ['general'], languages: ['zh-CN'], isActive: true });
const [LIN, WANG, BOSS] = [person('lin'), person('wang'), person('boss', 'supervisor')];
const MSISDN = parseMsisdn('13800000001');

for (const engine of await testEngines()) {
  describe(`a conversation that changes hands, on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;
    const clock = new HandClock(START);
    beforeAll(async () => {
      database = await engine.make();
      store = await database.open(clock);
      for (const one of [LIN, WANG, BOSS]) await store.staff.save(one, null);
    });
    afterAll(() => database.drop());

    const node = (ownClock = clock) => {
      const { room, told } = roomOver({ store, clock: ownClock, respond: () => Promise.resolve(replyOf('ok')) });
      const content = { current: () => ({ intents: new Map() }) } as unknown as PublishedContent;
      const withContent = { ...room, content };
      return { room: withContent, told, conversations: new Conversations(withContent) };
    };
    const withLin = () => stored(store.log, aConversation({ state: 'live', waiting: aWaiting(), owner: { staffId: LIN.id, name: LIN.name, since: clock.now() } }));

    it('is asked of no colleague any more once the time is over, also when the node that asked is gone', async () => {
      const gone = node(new HandClock(clock.now()));
      const { id } = await withLin();
      await gone.room.presence.socketOpened(WANG.id);
      await gone.room.presence.set(WANG.id, 'online');
      expect(isRefusal(await gone.conversations.team.askColleague(LIN, { id, kind: 'join', colleagueId: WANG.id, note: '' }))).toBe(false);
      const { room, told } = node();
      const sweep = async () => {
        await room.presence.socketOpened(LIN.id);
        await new Reclaim(room, new Offers(room)).sweep();
        return (await store.log.find(id))?.pass ?? null;
      };
      clock.advance(19_999);
      expect(await sweep()).not.toBeNull();
      clock.advance(1);
      expect(await sweep()).toBeNull();
      expect(told.filter((fact) => fact.type === 'pass.ended')).toMatchObject([{ conversationId: id, outcome: 'lapsed', pass: { to: { staffId: WANG.id } } }]);
    });

    it('was served by whom a supervisor took it from', async () => {
      const { conversations } = node();
      const { id } = await withLin();
      clock.advance(60_000);
      expect(isRefusal(await conversations.takeOver(BOSS, id))).toBe(false);
      expect([await conversations.hasServed(LIN.id, id), await conversations.hasServed(BOSS.id, id)]).toEqual([true, false]);
      expect((await store.line.handlingTimes(1))[0]).toBe(60_000);
    });

    it('was served by who went home or lost her connection, not by who never said a word', async () => {
      const { conversations, room } = node();
      const served = async (leave: (id: Conversation['id']) => Promise<unknown>): Promise<boolean> => {
        const { id } = await withLin();
        await leave(id);
        expect(await store.log.find(id)).toMatchObject({ state: 'queued', owner: null });
        return conversations.hasServed(LIN.id, id);
      };
      expect(await served(() => conversations.setPresence(LIN.id, 'offline'))).toBe(true);
      expect(await served((id) => reclaim(room, id, LIN.id, 'agent-gone'))).toBe(true);
      const isSilent = async (id: Conversation['id']) => {
        await changed(store.log, { id, step: (current) => ({ conversation: { ...current, owner: current.owner && { ...current.owner, replyDueAt: clock.now() } }, additions: [], result: null }) });
        await reclaim(room, id, LIN.id, 'agent-silent');
      };
      expect(await served(isSilent)).toBe(false);
    });

    it('stays with its agent while the database was away and nobody could say that she is there', async () => {
      const { room } = node();
      const { id } = await withLin();
      const away = () => Promise.reject(new Error('away'));
      const presence = new Presence({ board: { renew: away, all: away } as unknown as PresenceBoard, bus: room.bus, clock });
      presence.start();
      clock.advance(60_000);
      const owner = async (over: ConversationRoom) => {
        await new Reclaim(over, new Offers(over)).sweep();
        return (await store.log.find(id))?.owner?.staffId ?? null;
      };
      expect(await owner({ ...room, presence })).toBe(LIN.id);
      presence.stop();
      expect(await owner(room)).toBeNull();
    });

    it('does not come back to the line once its subscriber went on with another number', async () => {
      const { conversations } = node();
      const left = await stored(store.log, aConversation({ state: 'closed', isLeft: true, closed: { at: START, by: 'subscriber', disposition: 'ended-by-subscriber', summary: '' } }));
      expect(await conversations.askForPerson(left, null)).toMatchObject({ refused: 'gone' });
      expect(await store.log.find(left.id)).toMatchObject({ state: 'closed', isLeft: true });
    });

    it('keeps from the copy of its subscriber’s data what an agent took back', async () => {
      const { conversations } = node();
      const identity = { msisdn: MSISDN, via: 'site-token', at: START, stepUpUntil: null } as Conversation['identity'];
      const { id } = await stored(store.log, aConversation({ state: 'live', identity, waiting: aWaiting(), owner: { staffId: LIN.id, name: LIN.name, since: clock.now() } }));
      await changed(store.log, { id, step: (conversation) => ({ conversation, additions: [{ from: 'subscriber', kind: 'text', text: 'mine' }], result: null }) });
      const slip = (await conversations.speak(LIN, { id, clientId: 'slip', text: 'of another customer' })) as Message;
      await conversations.speak(LIN, { id, clientId: 'meant', text: 'of this one' });
      expect(isRefusal(await conversations.team.recall(LIN, { id, seq: slip.seq }))).toBe(false);
      const conversation = await store.log.find(id);
      if (!conversation) throw new Error('stored');
      const offer: Message = { id: messageId('m'), conversationId: id, seq: 9, at: START, from: 'bot', kind: 'text', text: '', copyUntil: clock.now() + 1000 };
      const pass = new URL(conversations.personal.linksBelow(offer, conversation)[0]?.href ?? '', 'http://x').searchParams.get('pass') ?? '';
      for (const format of ['json', 'html'] as const) {
        const file = await conversations.personal.copy(id, { pass, format });
        if (isRefusal(file)) throw new Error(file.refused);
        expect(file.body).toContain('mine');
        expect(file.body).toContain('of this one');
        expect(file.body).not.toContain('of another customer');
      }
    });
  });
}
