/** Alerts on their way to the desks: each page is told once, also one that was away, and also when the bus lost them. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Socket } from 'socket.io';
import { createDemoOperator } from '../../../src/adapters/operator/demo-operator.js';
import type { Store } from '../../../src/adapters/store/store.js';
import { SystemIds } from '../../../src/adapters/system/system-ids.js';
import { CaseSweep } from '../../../src/cases/case-sweep.js';
import { Cases } from '../../../src/cases/cases.js';
import type { CaseRoom } from '../../../src/cases/room.js';
import { CASE_RULES } from '../../../src/domain/case-rules.js';
import { conversationId, staffId } from '../../../src/domain/ids.js';
import type { Role, Staff } from '../../../src/domain/staff.js';
import { DeskNotices } from '../../../src/gateway/desk/desk-notices.js';
import { DeskSession } from '../../../src/gateway/desk/desk-session.js';
import { createLogger } from '../../../src/telemetry/logger.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';

const MINUTE = 60_000;
const START = Date.parse('2026-11-22T02:00:00Z');

function aPage(id: string, role: Role) {
  const told: { kind: string; id?: string; text: string }[] = [];
  const staff: Staff = { id: staffId(id), email: `${id}@x`, name: id, role, skillGroups: [], languages: ['zh-CN'], isActive: true };
  const socket = { emit: (event: string, payload: (typeof told)[number]) => event === 'alert' && told.push(payload) } as unknown as Socket;
  return { staff, told, kinds: () => told.map(({ kind }) => kind), session: new DeskSession(socket, staff, 'zh-CN', { sessionId: '', endsAt: null }) };
}

for (const engine of await testEngines()) {
  describe(`an alert on ${engine.name}`, () => {
    const clock = new HandClock(START);
    let database: TestDatabase;
    let store: Store;
    let room: CaseRoom;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open(clock);
      const operator = createDemoOperator({ clock, orderBook: store.orders });
      room = {
        ...{ book: store.cases, log: store.log, waitingLine: store.line, board: store.presence, staff: store.staff, errands: store.errands, clock, ids: new SystemIds(clock) },
        ...{ business: operator.businessSystem, orders: operator.orders, rules: () => CASE_RULES },
        // Whatever is published is lost: the node goes down with it.
        bus: { publish: () => undefined, subscribe: () => () => undefined },
        onTrouble: (error) => {
          throw error;
        },
      };
    });
    afterAll(() => database.drop());

    it('that the bus lost is told within seconds to whom it concerns, and to a page that was away when it is back, until the case moves on', async () => {
      const [lina, wang, boss] = [aPage('lina', 'agent'), aPage('wang', 'agent'), aPage('boss', 'supervisor')];
      const cases = new Cases(room);
      const conversation = conversationId('11111111-1111-4111-8111-111111111111');
      const opened = await cases.openBy(lina.staff, { kind: 'complaint', source: 'click', title: '乱扣费', msisdn: null, visitorId: null, conversationId: conversation, locale: 'zh-CN' });
      await store.cases.addPromise({
        ...{ id: 'p1', caseId: opened.id, conversationId: conversation, messageId: 'm1' as never, msisdn: null, by: { staffId: lina.staff.id, name: 'lina' }, text: '今天给您回电' },
        ...{ madeAt: START, dueAt: START + 5 * MINUTE, state: 'open', endedAt: null, isNearTold: true },
      });
      const notices = new DeskNotices({ alerts: store.alerts, clock, logger: createLogger('silent') }, new Map([lina, wang, boss].map(({ staff, session }) => [staff.id, new Set([session])])));

      clock.set(START + 6 * MINUTE);
      await new CaseSweep(room).sweep();
      await notices.look();
      await notices.look();
      expect([lina.kinds(), wang.kinds(), boss.kinds()]).toEqual([['promise-broken'], [], ['promise-broken']]);

      const due = opened.firstAnswer?.dueAt ?? opened.close.dueAt;
      clock.set(due + MINUTE);
      await new CaseSweep(room).sweep();
      clock.set(due + 30 * MINUTE);
      const back = aPage('lina', 'agent');
      await notices.catchUp(back.session, START + 30 * MINUTE);
      expect(back.kinds()).toEqual(['case-overdue']);
      expect(back.told[0]?.text).toContain(opened.number);

      await cases.note(lina.staff, opened.id, { text: '已核对', isPublic: true });
      const later = aPage('boss', 'supervisor');
      await notices.catchUp(later.session, START + 30 * MINUTE);
      expect(later.kinds()).toEqual([]);
    });
  });
}
