/** What a change of the record left to be done is done once, also when whoever made the change went down right after it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../src/adapters/store/store.js';
import { Conversations } from '../../../src/conversation/conversations.js';
import { Errands } from '../../../src/conversation/errands.js';
import { returnUnanswered } from '../../../src/conversation/silent-agents.js';
import { CASE_SOLVED } from '../../../src/conversation/case-talk.js';
import type { ConversationRoom } from '../../../src/conversation/room.js';
import type { Conversation } from '../../../src/domain/conversation.js';
import { errandOf } from '../../../src/domain/errand.js';
import { isRefusal } from '../../../src/domain/errors.js';
import { staffId } from '../../../src/domain/ids.js';
import type { Staff } from '../../../src/domain/staff.js';
import type { ConversationLog } from '../../../src/ports/conversation-log.js';
import { aConversation, adding, aStaffId, aWaiting, changed, says, START } from '../../contracts/record-builders.js';
import { replyOf, roomOver } from '../../support/conversation-room.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';
import { eventually } from '../../support/until.js';

const lina: Staff = { id: staffId('lina'), email: 'lina@x', name: '李娜', role: 'supervisor', skillGroups: ['general'], languages: ['zh-CN'], isActive: true };

for (const engine of await testEngines()) {
  describe(`a node that goes down right after a change on ${engine.name}`, () => {
    const clock = new HandClock(START);
    let database: TestDatabase;
    let store: Store;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open(clock);
      // Away for longer than any of this takes: nothing of hers is taken back, and nothing offered to her.
      await store.presence.set({ staffId: lina.id, status: 'online', capacity: 9, leaseUntil: START + 1e9, isConnected: false, idleSince: START, lapses: 0, wrapUpUntil: 0 });
    });
    afterAll(() => database.drop());

    const roomOf = (log?: ConversationLog): ConversationRoom => roomOver({ store, clock, respond: () => Promise.resolve(replyOf('ok')), ...(log ? { log } : {}) }).room;
    /** Commits, and never comes back from it. */
    const dyingRoom = (): ConversationRoom => roomOf({ ...bound(store.log), change: (request) => store.log.change(request).then(() => new Promise(() => undefined)) });
    async function dies(act: (node: Conversations) => Promise<unknown>, isDone: () => Promise<boolean>): Promise<void> {
      void act(new Conversations(dyingRoom()));
      await eventually(isDone, (done) => done);
    }
    /** Two nodes look after what is left, each more than once. */
    async function lookedAfter(isDone: () => Promise<boolean>): Promise<void> {
      const nodes = [new Conversations(roomOf()), new Conversations(roomOf())];
      for (const node of nodes) await node.start();
      await eventually(
        () => {
          clock.advance(5_000);
          return isDone();
        },
        (done) => done,
      );
      clock.advance(5_000);
      await eventually(() => store.errands.due({ before: clock.now() + 1, now: clock.now() + 1e9, limit: 10 }), (left) => left.length === 0);
      for (const node of nodes) await node.stop();
    }
    async function aTalk(over: Partial<Conversation> = {}): Promise<Conversation> {
      return (await changed(store.log, adding(aConversation(over), says('我要投诉')))).conversation;
    }
    const aLive = (by: Staff) => aTalk({ state: 'live', epoch: 1, waiting: aWaiting({ skillGroup: 'billing' }), owner: { staffId: by.id, name: by.name, since: START - 60_000 } });
    const found = async ({ id }: Conversation): Promise<Conversation> => (await store.log.find(id)) ?? aConversation();
    const alertsOf = async ({ id }: Conversation) => (await store.alerts.since(START, 100)).filter(({ conversationId }) => conversationId === id).map(({ kind }) => kind);

    it('has its low rating followed up once, and supervisors called once', async () => {
      const talk = await aTalk();
      await dies((node) => node.rate(talk.id, { score: 1, comment: '没解决', reasons: ['unsolved'] }), async () => (await found(talk)).rating !== null);
      expect(await store.followUps.find(`${talk.id}:0`)).toBeNull();
      await lookedAfter(async () => (await store.followUps.find(`${talk.id}:0`)) !== null);
      expect(await store.followUps.find(`${talk.id}:0`)).toMatchObject({ state: 'open', rating: { score: 1, comment: '没解决' }, headline: '' });
      expect(await alertsOf(talk)).toEqual(['low-rating']);
    });

    it('has what it closed as a service of who had it, and who said nothing served nobody', async () => {
      const by: Staff = { ...lina, id: aStaffId() };
      const closed = await aLive(by);
      await dies((node) => node.close(by, { id: closed.id, disposition: 'solved', summary: '', tags: [] }), async () => (await found(closed)).state === 'closed');
      expect(await store.line.hasServed(by.id, closed.id)).toBe(true);
      expect(await store.line.handlingTimes(1)).toEqual([clock.now() - START + 60_000]);
      const silent = await aLive(by);
      await changed(store.log, { id: silent.id, step: (current) => ({ conversation: { ...current, owner: current.owner && { ...current.owner, replyDueAt: START } }, additions: [], result: null }) });
      void returnUnanswered(dyingRoom(), [await found(silent)]);
      await eventually(() => found(silent), ({ state }) => state === 'queued');
      expect(await store.line.hasServed(by.id, silent.id)).toBe(false);
      expect(await alertsOf(silent)).toEqual(['silent-agent']);
    });

    it('has its takeover in the audit log, and the note of a transfer with the chat', async () => {
      const by: Staff = { ...lina, id: aStaffId() };
      const talk = await aLive(by);
      await dies((node) => node.takeOver(lina, talk.id), async () => (await found(talk)).owner?.staffId === lina.id);
      expect((await store.audit.list({ conversationId: talk.id, limit: 10 })).map(({ act }) => act)).toEqual(['conversation.taken-over']);
      await store.staff.save(lina, null);
      await dies((node) => node.transfer(lina, { id: talk.id, to: { skillGroup: 'general' }, note: '客户很急' }), async () => (await found(talk)).state === 'queued');
      expect((await store.log.notes(talk.id)).map(({ text }) => text)).toEqual(['客户很急']);
    });

    it('has what it promised as rows, in a chat that is over as well, with the case it belongs to', async () => {
      const cases = roomOf().caseDesk;
      const talk = await aLive(lina);
      const { case: opened } = await cases.openFor({ kind: 'complaint', source: talk.id, title: '多扣费', msisdn: null, conversationId: talk.id, locale: 'zh-CN' });
      await dies((node) => node.speak(lina, { id: talk.id, clientId: 'p', text: '我们会在24小时内回复您' }), async () => (await found(talk)).lastSeq === 2);
      await changed(store.log, { id: talk.id, step: (current) => ({ conversation: { ...current, state: 'closed', owner: null }, additions: [], result: null }) });
      const promised = () => store.cases.promises({ conversationId: talk.id }, 10);
      await lookedAfter(async () => (await promised()).length > 0);
      expect(await promised()).toMatchObject([{ caseId: opened.id, state: 'open', by: { name: '李娜' } }]);
      expect((await store.cases.find(opened.id))?.history.filter(({ kind }) => kind === 'promise-made')).toHaveLength(1);
    });

    it('does what was left last, however many before it fail, and tries those ever less often', async () => {
      const talk = await aTalk();
      const errands = Array.from({ length: 120 }, (_, index) => errandOf(talk.id, clock.now(), { kind: 'promises', seq: index < 100 ? 1 : 999 + index }));
      await changed(store.log, { id: talk.id, step: (current) => ({ conversation: current, additions: [says('还在吗')], result: null, beside: errands.map((errand, index) => ({ kind: 'errand', errand: { ...errand, id: `${errand.id}:${index}` } })) }) });
      let tries = 0;
      const { room } = roomOver({ store, clock, respond: () => Promise.resolve(replyOf('ok')) });
      const keepPromisesOf = (): Promise<void> => {
        tries += 1;
        return Promise.reject(new Error('always'));
      };
      const loop = new Errands({ ...room, caseDesk: Object.assign(Object.create(room.caseDesk) as typeof room.caseDesk, { keepPromisesOf }) }, { rated: () => Promise.resolve(), answered: () => undefined });
      const left = () => store.errands.due({ before: clock.now() + 1, now: clock.now() + 1e9, limit: 1_000 });
      for (let looks = 0; looks < 60; looks += 1) {
        clock.advance(5_000);
        await loop.look();
      }
      expect(await left()).toHaveLength(100);
      expect(tries).toBeGreaterThan(300);
      expect(tries).toBeLessThan(700);
      for (const { id } of await left()) await store.errands.done(id);
    });

    it('has the tap on "it is solved" taken while an agent has the chat', async () => {
      const { caseDesk } = roomOf();
      const talk = await aLive(lina);
      const { case: opened } = await caseDesk.openFor({ kind: 'complaint', source: talk.id, title: '多扣费', msisdn: null, conversationId: talk.id, locale: 'zh-CN' });
      await store.cases.change(opened.id, (one) => ({ ...one, stage: 'asked', history: [...one.history, { at: clock.now(), kind: 'solved-asked', by: { staffId: lina.id, name: lina.name }, text: '', isPublic: true }] }));
      await changed(store.log, { id: talk.id, step: (current) => ({ conversation: current, additions: [{ from: 'system', kind: 'event', text: '解决了吗', buttons: [{ id: CASE_SOLVED, label: '已解决', value: opened.id }] }], result: null }) });
      await dies((node) => node.receive(talk, { clientId: 'tap', text: '', action: { id: CASE_SOLVED, value: opened.id } }), async () => (await found(talk)).lastSeq === 3);
      await lookedAfter(async () => (await store.cases.find(opened.id))?.stage === 'closed');
      await eventually(() => store.log.messages(talk.id, { afterSeq: 3, limit: 10 }), (said) => said.length > 0);
      const told = await store.log.messages(talk.id, { afterSeq: 3, limit: 10 });
      expect(told.map(({ text }) => text)).toEqual([expect.stringContaining(opened.number)]);
      expect(isRefusal(await caseDesk.confirm(opened.id, { isSolved: true, comment: '' }))).toBe(true);
    });
  });
}

/** A class loses its methods when it is spread. */
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
