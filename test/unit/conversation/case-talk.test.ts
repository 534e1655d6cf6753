/** News of a case in its conversation: told once, also when whoever made it went down before anybody heard of it. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../src/adapters/store/store.js';
import type { Cases } from '../../../src/cases/cases.js';
import { CaseTalk } from '../../../src/conversation/case-talk.js';
import { isRefusal } from '../../../src/domain/errors.js';
import { staffId } from '../../../src/domain/ids.js';
import type { Staff } from '../../../src/domain/staff.js';
import { adding, aConversation, changed, START } from '../../contracts/record-builders.js';
import { replyOf, roomOver } from '../../support/conversation-room.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';
import { eventually } from '../../support/until.js';

const lina: Staff = { id: staffId('lina'), email: 'lina@x', name: '李娜', role: 'agent', skillGroups: ['billing'], languages: ['zh-CN'], isActive: true };

for (const engine of await testEngines()) {
  describe(`news of a case on ${engine.name}`, () => {
    const clock = new HandClock(START);
    let database: TestDatabase;
    let store: Store;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open(clock);
    });
    afterAll(() => database.drop());

    it('is told after a crash as well: every answer, in order and once, by however many nodes', async () => {
      const room = () => roomOver({ store, clock, respond: () => Promise.resolve(replyOf('ok')) }).room;
      const talk = aConversation();
      await changed(store.log, adding(talk, { from: 'subscriber', kind: 'text', text: '我要投诉' }));
      // Nobody listens: the node goes down with what it had to tell.
      const cases = room().caseDesk as Cases;
      const opened = await cases.openBy(lina, { kind: 'complaint', source: 'a click', title: '乱扣费', msisdn: null, visitorId: null, conversationId: talk.id, locale: 'zh-CN' });
      for (const text of ['正在核对账单', '多扣的已经退回']) expect(isRefusal(await cases.note(lina, opened.id, { text, isPublic: true }))).toBe(false);

      const nodes = [new CaseTalk(room()), new CaseTalk(room())];
      for (const node of nodes) node.start();
      const told = async () => (await store.log.messages(talk.id, { limit: 10 })).slice(1).map(({ text }) => text);
      await eventually(
        () => {
          clock.advance(5_000);
          return told();
        },
        (texts) => texts.length >= 3,
      );
      await Promise.all(nodes.map((node) => node.tellUntold()));
      // That it was told is noted after it was.
      const untold = () => store.cases.untoldNews({ before: clock.now() + 1, now: clock.now() + 1e9, limit: 10 });
      await eventually(untold, (news) => news.length === 0);
      for (const node of nodes) node.stop();
      expect(await told()).toEqual([expect.stringContaining(opened.number), expect.stringContaining('正在核对账单'), expect.stringContaining('多扣的已经退回')]);
    });
  });
}
