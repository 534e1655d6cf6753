/** What another node did is told to pages here also when the bus lost the word of it: once, and not while it may be on its way. */
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryBus } from '../../../src/adapters/memory/bus.js';
import type { Store } from '../../../src/adapters/store/store.js';
import { Record } from '../../../src/conversation/record.js';
import type { Conversation } from '../../../src/domain/conversation.js';
import { CASE_RULES } from '../../../src/domain/case-rules.js';
import { newCase } from '../../../src/domain/case-steps.js';
import { isRefusal } from '../../../src/domain/errors.js';
import type { Fact } from '../../../src/domain/facts.js';
import { caseId } from '../../../src/domain/ids.js';
import { WholeNews } from '../../../src/gateway/sockets/whole-news.js';
import { createLogger } from '../../../src/telemetry/logger.js';
import { aConversation, adding, aStaffId, aWaiting, changed, says, START } from '../../contracts/record-builders.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';

for (const engine of await testEngines()) {
  describe(`news of other nodes on ${engine.name}`, () => {
    const clock = new HandClock(START);
    const silent = { error: () => undefined, warn: () => undefined };
    let database: TestDatabase;
    let store: Store;
    let bus: MemoryBus;
    let news: WholeNews;
    let told: Fact[];

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open(clock);
    });
    afterAll(() => database.drop());
    beforeEach(async () => {
      bus = new MemoryBus(silent);
      news = new WholeNews({ bus, line: store.line, log: store.log, cases: store.cases, clock, logger: createLogger('silent') });
      told = [];
      news.subscribe((fact) => told.push(fact));
      news.start();
      await news.look();
      return () => news.stop();
    });

    /** On another node, with which all that is published goes down. */
    const elsewhere = (id: Conversation['id'], over: Partial<Conversation>, text: string) =>
      new Record({ log: store.log, bus: new MemoryBus(silent), clock }).change({ id, step: (current) => ({ conversation: { ...current, ...over }, additions: [says(text, { from: 'agent' })], result: null }) });
    const aWaitingOne = async () => (await changed(store.log, adding(aConversation({ state: 'queued', epoch: 1, waiting: aWaiting() }), says('找人工')))).conversation;
    const kinds = (): readonly string[] => told.map(({ type }) => type);

    it('are told at the second look: an agent who joined, her words, and that she is done', async () => {
      const { id } = await aWaitingOne();
      await news.look();
      await news.look();
      told = [];
      const owner = { staffId: aStaffId(), name: '李娜', since: START };
      await elsewhere(id, { state: 'live', epoch: 2, owner }, '您好');
      await news.look();
      expect(kinds()).toEqual([]);
      await news.look();
      await news.look();
      expect(kinds()).toEqual(['conversation.changed', 'message.added', 'agent.assigned', 'line.changed']);
      expect(told).toMatchObject([{ conversation: { owner } }, { message: { text: '您好', seq: 2 }, ownerId: owner.staffId }, { staffId: owner.staffId }, {}]);
      told = [];
      await elsewhere(id, { state: 'closed', epoch: 3, owner: null, waiting: null }, '再见');
      await news.look();
      await news.look();
      await news.look();
      expect(kinds()).toEqual(['conversation.changed', 'message.added', 'agent.released', 'line.changed']);
      expect(told[2]).toMatchObject({ staffId: owner.staffId, reason: 'closed' });
    });

    it('bring an offer to the page of the agent, and take it from there when somebody else has it', async () => {
      const { id } = await aWaitingOne();
      await news.look();
      await news.look();
      told = [];
      const offer = { staffId: aStaffId(), at: START + 1, expiresAt: START + 60_000 };
      await elsewhere(id, { offer }, '请稍候');
      await news.look();
      await news.look();
      expect(told.find(({ type }) => type === 'offer.made')).toMatchObject({ conversationId: id, offer });
      told = [];
      await elsewhere(id, { offer: null, state: 'live', epoch: 2, owner: { staffId: aStaffId(), name: '王强', since: START } }, '您好');
      await news.look();
      await news.look();
      expect(told.find(({ type }) => type === 'offer.withdrawn')).toMatchObject({ staffId: offer.staffId, reason: 'taken' });
    });

    it('are told at the second look of a case that was opened, and changed, elsewhere, once each', async () => {
      const opening = { source: randomUUID(), kind: 'complaint', title: '信号差', detail: '', msisdn: null, visitorId: null, conversationId: null } as never;
      const one = await store.cases.open(newCase(caseId(randomUUID()), opening, { now: clock.now(), rules: CASE_RULES }));
      await news.look();
      expect(told).toEqual([]);
      await news.look();
      await news.look();
      expect(told).toMatchObject([{ type: 'case.changed', case: { id: one.id, version: one.version }, news: null }]);
      told = [];
      clock.advance(1_000);
      const owner = { staffId: aStaffId(), name: '李娜' };
      const moved = await store.cases.change(one.id, (current) => ({ ...current, owner, updatedAt: clock.now() }));
      await news.look();
      await news.look();
      expect(told).toMatchObject([{ type: 'case.changed', case: { owner } }]);
      told = [];
      const changed = await store.cases.change(one.id, (current) => ({ ...current, owner: null, updatedAt: clock.now() }));
      if (isRefusal(moved) || isRefusal(changed)) throw new Error('a case is changed');
      bus.publish({ type: 'case.changed', case: changed, news: null });
      await news.look();
      await news.look();
      await news.look();
      expect(kinds()).toEqual(['case.changed']);
    });

    it('are not told again when they came over the bus', async () => {
      const one = await aWaitingOne();
      await news.look();
      await news.look();
      told = [];
      const owner = { staffId: aStaffId(), name: '李娜', since: START };
      await new Record({ log: store.log, bus, clock }).change({ id: one.id, step: (current) => ({ conversation: { ...current, state: 'live', epoch: 2, owner }, additions: [says('您好', { from: 'agent' })], result: null }) });
      const heard = kinds();
      await news.look();
      await news.look();
      await news.look();
      expect(kinds()).toEqual(heard);
    });
  });
}
