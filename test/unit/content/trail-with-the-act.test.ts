/** What editors do is in the audit log with the act itself: a node that goes down right after it leaves both, and what was refused leaves neither. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MemoryBus } from '../../../src/adapters/memory/bus.js';
import type { Store } from '../../../src/adapters/store/store.js';
import { SystemIds } from '../../../src/adapters/system/system-ids.js';
import type { Checked } from '../../../src/content/checking.js';
import { Drafts } from '../../../src/content/drafts.js';
import { Exchange } from '../../../src/content/exchange/exchange.js';
import { Plans } from '../../../src/content/plans.js';
import { Published } from '../../../src/content/published.js';
import { Publishing } from '../../../src/content/publishing.js';
import { Trail } from '../../../src/content/trail.js';
import { refuse } from '../../../src/domain/errors.js';
import { staffId } from '../../../src/domain/ids.js';
import type { Revision } from '../../../src/ports/published-content.js';
import { createLogger } from '../../../src/telemetry/logger.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';
import { eventually } from '../../support/until.js';

const [EDITOR, OTHER] = [{ staffId: staffId('editor'), name: '小编' }, { staffId: staffId('other'), name: '小丁' }];
const PATH = 'intents/post_a_card.yaml';
const INTENT = { id: 'post_a_card', kind: 'faq', names: { 'zh-CN': '寄卡', en: 'Posting a card' }, skillGroup: 'general', slots: [], examples: { 'zh-CN': ['卡能寄吗'], en: [] } };
const CSV = '问题,意图\n卡能寄到吗,post_a_card\n';

for (const engine of await testEngines()) {
  describe(`the trail of editors where the node goes down before its next write, on ${engine.name}`, () => {
    const clock = new HandClock();
    const ids = new SystemIds(clock);
    const logger = createLogger('silent');
    const trail = new Trail({ clock, ids });
    let database: TestDatabase;
    let store: Store;

    beforeAll(async () => {
      database = await engine.make();
      store = await database.open(clock);
    });
    afterAll(() => database.drop());

    const actsOn = async (target: string) => (await store.audit.list({ limit: 100 })).filter((entry) => entry.target === target).map(({ act }) => act).sort();

    it('has what was saved, taken out and brought from a file', async () => {
      const drafts = new Drafts({ store: store.content, clock, trail });
      void drafts.save('intent', 'post_a_card', { entry: INTENT, by: EDITOR, version: null });
      await eventually(() => store.content.draft(), (draft) => draft.length === 1);
      expect(await actsOn(PATH)).toEqual(['content.saved']);
      expect(await drafts.save('intent', 'post_a_card', { entry: INTENT, by: OTHER, version: 7 })).toMatchObject({ refused: 'conflict' });
      expect(await actsOn(PATH)).toEqual(['content.saved']);
      const exchange = new Exchange({ store: store.content, clock, trail });
      void exchange.take({ name: 'rows.csv', bytes: Buffer.from(CSV) }, { by: EDITOR, rows: null });
      await eventually(() => store.content.draft(), ([text]) => text?.version === 2);
      expect(await actsOn('rows.csv')).toEqual(['content.imported']);
      void drafts.remove('intent', 'post_a_card', { by: EDITOR, version: 2 });
      await eventually(() => store.content.draft(), (draft) => draft.length === 0);
      expect(await actsOn(PATH)).toEqual(['content.deleted', 'content.saved']);
    });

    it('has what went live past the gate, and none of what somebody else published first', async () => {
      const published = new Published({ number: 0 } as Revision);
      const report = { problems: [], doubts: { duplicates: [], conflicts: [] }, regressions: [{}], stories: [] } as unknown as Checked['report'];
      const check = (): Promise<Checked> => Promise.resolve({ report, revision: { number: published.current().number + 1 } as Revision });
      const checks = { check, now: () => ({ phase: 'idle', progress: null, draft: 'same' }) as const, changed: () => undefined, overtaken: () => undefined };
      const parts = () => {
        throw new Error('nothing is loaded here');
      };
      const publishing = new Publishing({ store: store.content, published, checks, parts, bus: new MemoryBus(logger), clock, logger, trail, makeReady: () => Promise.resolve() });
      await store.content.editDraft({ changes: [{ path: PATH, text: 'one' }], by: EDITOR, at: clock.now() });
      void publishing.publish({ note: '马上', by: EDITOR, overrideReason: '急' });
      await eventually(() => store.content.latestNumber(), (number) => number === 1);
      expect(await actsOn('1')).toEqual(['content.overridden', 'content.published']);
      const revision = { number: 1, origin: 'draft', note: '', at: clock.now(), by: OTHER, restoredFrom: null, overrideReason: null, approvedBy: null } as const;
      expect(await store.content.publish({ revision, texts: [] })).toBe('taken');
      expect(await actsOn('1')).toEqual(['content.overridden', 'content.published']);
    });

    it('has plans asked for, approved, called off and failed, each once', async () => {
      const plans = new Plans({ plans: store.contentPlans, store: store.content, clock, ids, logger, trail }, () => Promise.resolve(refuse('conflict')));
      const ask = async (note: string) => {
        void plans.ask({ note, by: EDITOR }, { texts: [], base: 0, at: clock.now() + 1_000, needsSecondPerson: true });
        const all = await eventually(() => plans.list(), (found) => found.some((plan) => plan.note === note));
        return all.find((plan) => plan.note === note)?.id ?? '';
      };
      const off = await ask('算了');
      expect(await actsOn(off)).toEqual(['content.asked']);
      void plans.cancel(off, OTHER);
      await eventually(() => store.contentPlans.find(off), (plan) => plan?.state === 'cancelled');
      expect(await actsOn(off)).toEqual(['content.asked', 'content.cancelled']);
      expect(await plans.approve(off, OTHER)).toMatchObject({ refused: 'wrong-state' });
      const failing = await ask('明早');
      void plans.approve(failing, OTHER);
      await eventually(() => store.contentPlans.find(failing), (plan) => plan?.state === 'scheduled');
      expect(await actsOn(failing)).toEqual(['content.approved', 'content.asked']);
      clock.advance(1_000);
      void plans.look();
      await eventually(() => store.contentPlans.find(failing), (plan) => plan?.state === 'failed');
      expect(await actsOn(failing)).toEqual(['content.approved', 'content.asked', 'content.failed']);
      expect(await actsOn(off)).toEqual(['content.asked', 'content.cancelled']);
    });
  });
}
