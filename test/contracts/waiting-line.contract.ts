/** What every WaitingLine promises. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '../../src/adapters/store/store.js';
import { PRIORITY, type Conversation, type Waiting } from '../../src/domain/conversation.js';
import { conversationId } from '../../src/domain/ids.js';
import type { TestDatabase, TestEngine } from '../support/databases.js';
import type { Service } from '../../src/ports/conversation-log.js';
import { aConversation, aStaffId, aWaiting, changed, START, stored } from './record-builders.js';

const ids = (list: readonly Conversation[]) => list.map((conversation) => conversation.id);

export function waitingLineContract(engine: TestEngine): void {
  describe(`the waiting line on ${engine.name}`, () => {
    let database: TestDatabase;
    let store: Store;

    beforeEach(async () => {
      database = await engine.make();
      store = await database.open();
    });
    afterEach(() => database.drop());

    const queue = (over: Partial<Waiting>, id?: string) =>
      stored(store.log, aConversation({ state: 'queued', waiting: aWaiting(over), ...(id === undefined ? {} : { id: conversationId(id) }) }));
    const served = (id: string, service: Service) =>
      changed(store.log, { id: conversationId(id), initial: aConversation({ id: conversationId(id) }), step: (now) => ({ conversation: { ...now }, additions: [], result: null, beside: [{ kind: 'service', service }] }) });
    const goLive = (owner: Conversation['owner']) => stored(store.log, aConversation({ state: 'live', waiting: aWaiting(), owner }));

    it('serves higher priority first, then who waited longest, then by id as bytes', async () => {
      const late = await queue({ since: START + 9 });
      const sameLower = await queue({ since: START + 5 }, 'a');
      const sameUpper = await queue({ since: START + 5 }, 'B');
      const sameNumber = await queue({ since: START + 5 }, '1');
      const early = await queue({ since: START + 1 });
      const urgent = await queue({ since: START + 20, priority: PRIORITY.urgent });
      const vip = await queue({ since: START + 10, priority: PRIORITY.vip });
      await stored(store.log, aConversation());
      const order = [urgent, vip, early, sameNumber, sameUpper, sameLower, late];
      expect(ids(await store.line.queued())).toEqual(ids(order));
      expect((await store.line.queued())[0]).toEqual(urgent);
    });

    it('is the record itself: who is claimed leaves the line, who is given back has the old place', async () => {
      const first = await queue({ since: START + 1 });
      const second = await queue({ since: START + 2 });
      const owner = { staffId: aStaffId(), name: '李娜', since: START + 3 };
      await changed(store.log, { id: first.id, step: (now) => ({ conversation: { ...now, state: 'live', owner }, additions: [], result: null }) });
      expect(ids(await store.line.queued())).toEqual([second.id]);
      expect(ids(await store.line.liveOf(owner.staffId))).toEqual([first.id]);
      await changed(store.log, { id: first.id, step: (now) => ({ conversation: { ...now, state: 'queued', owner: null }, additions: [], result: null }) });
      expect(ids(await store.line.queued())).toEqual([first.id, second.id]);
      expect(await store.line.live()).toEqual([]);
    });

    it('is the same list until somebody moves, also when another process moved them, and never an older one', async () => {
      const waiting = await Promise.all(Array.from({ length: 30 }, (_, index) => queue({ since: START + index })));
      const before = await store.line.queued();
      expect(await store.line.queued()).toBe(before);
      const node = engine.name === 'SQLite' ? store : await database.open();
      const [first, second] = [await node.log.find(waiting[3]?.id ?? conversationId('')), await node.log.find(waiting[9]?.id ?? conversationId(''))];
      if (!first || !second) throw new Error('stored');
      await changed(node.log, { id: first.id, step: (now) => ({ conversation: { ...now, state: 'bot', waiting: null }, additions: [], result: null }) });
      await changed(node.log, { id: second.id, step: (now) => ({ conversation: { ...now, state: 'live', owner: { staffId: aStaffId(), name: '李娜', since: START } }, additions: [], result: null }) });
      const after = await store.line.queued();
      expect(ids(after)).toEqual(ids(waiting.filter(({ id }) => id !== first.id && id !== second.id)));
      expect(ids(await store.line.live())).toEqual([second.id]);
      // Who did not move is not read again.
      expect(after.every((one) => before.includes(one))).toBe(true);
      await changed(node.log, { id: first.id, step: (now) => ({ conversation: { ...now, state: 'queued', waiting: aWaiting({ since: START + 3 }) }, additions: [], result: null }) });
      expect(ids(await store.line.queued())).toEqual(ids(waiting.filter(({ id }) => id !== second.id)));
      expect((await store.line.queued())[3]).toEqual(await node.log.find(first.id));
    });

    it('tells the live conversations of one agent from those of another', async () => {
      const [lina, wang] = [aStaffId(), aStaffId()];
      const one = await goLive({ staffId: lina, name: '李娜', since: START });
      const two = await goLive({ staffId: lina, name: '李娜', since: START });
      const other = await goLive({ staffId: wang, name: '王强', since: START });
      expect(ids(await store.line.liveOf(lina)).sort()).toEqual([one.id, two.id].sort());
      expect(ids(await store.line.live()).sort()).toEqual([one.id, two.id, other.id].sort());
      expect(await store.line.liveOf(aStaffId())).toEqual([]);
    });

    it('knows who served any of some conversations last', async () => {
      const [lina, wang] = [aStaffId(), aStaffId()];
      const service = (id: string, by: typeof lina, endedAt: number) => served(id, { staffId: by, skillGroup: 'general', startedAt: endedAt - 10, endedAt });
      await service('c-1', lina, START + 10);
      await service('c-2', wang, START + 20);
      await service('c-3', lina, START + 30);
      expect(await store.line.lastServer([conversationId('c-1'), conversationId('c-2')])).toBe(wang);
      expect(await store.line.lastServer([conversationId('c-1')])).toBe(lina);
      expect(await store.line.lastServer([conversationId('c-9')])).toBeNull();
      expect(await store.line.lastServer([])).toBeNull();
    });

    it('gives handling times newest first, and counts a service once', async () => {
      const staffId = aStaffId();
      const service = (startedAt: number, endedAt: number) => served('c-1', { staffId, skillGroup: 'general', startedAt, endedAt });
      await service(START, START + 100);
      await service(START + 200, START + 250);
      await service(START + 200, START + 260);
      expect(await store.line.handlingTimes(10)).toEqual([50, 100]);
      expect(await store.line.handlingTimes(1)).toEqual([50]);
    });
  });
}
