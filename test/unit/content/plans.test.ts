/** A publication that waited: what went live before it stays, and what is being published is not called off any more. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { MemoryBus } from '../../../src/adapters/memory/bus.js';
import type { Store } from '../../../src/adapters/store/store.js';
import { SystemIds } from '../../../src/adapters/system/system-ids.js';
import type { Checked } from '../../../src/content/checking.js';
import { Plans } from '../../../src/content/plans.js';
import { Published } from '../../../src/content/published.js';
import type { RevisionParts } from '../../../src/content/published.js';
import { Publishing } from '../../../src/content/publishing.js';
import { Studio } from '../../../src/content/studio.js';
import type { StudioDeps } from '../../../src/content/studio.js';
import { Trail } from '../../../src/content/trail.js';
import type { ContentText } from '../../../src/domain/content.js';
import { isRefusal } from '../../../src/domain/errors.js';
import { staffId } from '../../../src/domain/ids.js';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.js';
import type { ContentPlans } from '../../../src/ports/content-plans.js';
import type { Revision } from '../../../src/ports/published-content.js';
import { createLogger } from '../../../src/telemetry/logger.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';
import { eventually, until } from '../../support/until.js';

const [sqlite] = await testEngines();
const [EDITOR, OTHER] = [{ staffId: staffId('editor'), name: '小编' }, { staffId: staffId('other'), name: '小丁' }];
const [A, B] = ['intents/a.yaml', 'intents/b.yaml'];
const textsOf = (a: string, b: string): readonly ContentText[] => [{ path: A, text: a }, { path: B, text: b }];
const REPORT: Checked['report'] = { problems: [], duplicates: [], conflicts: [], coverage: [], unknownPlaces: [], before: null, bench: null, regressions: [], stories: [], differences: [], differing: 0, messages: 0, doubts: { duplicates: [], conflicts: [] } };

describe('a planned publication', () => {
  let clock: HandClock;
  let database: TestDatabase;
  let store: Store;
  let bus: MemoryBus;
  let publishing: Publishing;
  let plans: Plans;
  let studio: Studio;
  let published: Published;
  /** Ends the check that is under way; each waits for its own. */
  let checks: ((error?: Error) => void)[];
  /** The database is away when a plan is to be ended. */
  let cannotEnd: boolean;

  beforeEach(async () => {
    if (!sqlite) throw new Error('SQLite is always there');
    clock = new HandClock();
    database = await sqlite.make();
    store = await database.open(clock);
    checks = [];
    cannotEnd = false;
    const revision = { number: 1, origin: 'files', note: '', at: clock.now(), by: null, restoredFrom: null, overrideReason: null, approvedBy: null } as const;
    await store.content.publish({ revision, texts: textsOf('a1', 'b1') });
    await store.content.editDraft({ changes: textsOf('a1', 'b1'), by: null, at: clock.now() });
    published = new Published({ number: 1 } as Revision);
    const logger = createLogger('silent');
    const ids = new SystemIds(clock);
    const trail = new Trail({ clock, ids });
    const check = async (): Promise<Checked> => {
      await new Promise<void>((resolve, reject) => checks.push((error) => (error ? reject(error) : resolve())));
      return { report: REPORT, revision: { number: published.current().number + 1 } as Revision };
    };
    const slow = { check, now: () => ({ phase: 'idle', progress: null, draft: 'same' }) as const, changed: () => undefined, overtaken: () => undefined };
    const never = () => {
      throw new Error('nothing is loaded here');
    };
    bus = new MemoryBus({ error: () => undefined, warn: () => undefined });
    publishing = new Publishing({ store: store.content, published, checks: slow, parts: never, bus, clock, logger, trail, makeReady: () => Promise.resolve() });
    const kept: ContentPlans = new Proxy(store.contentPlans, {
      get: (target, name: keyof ContentPlans) => (name === 'move' && cannotEnd ? () => Promise.reject(new Error('away')) : target[name].bind(target)),
    });
    plans = new Plans({ plans: kept, store: store.content, clock, ids, logger, trail }, async (order, laidOver) => {
      const went = await publishing.publishFixed(order, laidOver);
      return typeof went === 'string' || isRefusal(went) ? went : went.note;
    });
    const settings: StudioDeps['settings'] = { current: (name) => DEFAULT_SETTINGS[name] };
    const sold = { catalogue: { plans: [], products: [] } } as unknown as RevisionParts;
    const parts = { checker: { check } as unknown as StudioDeps['checker'], pictures: null as unknown as StudioDeps['pictures'] };
    studio = new Studio({ ...parts, store: store.content, published, plans: store.contentPlans, settings, parts: () => sold, bus, clock, ids, logger, makeReady: () => Promise.resolve() });
  });
  afterEach(() => database.drop());

  const asked = () => plans.ask({ note: '明早', by: EDITOR }, { texts: textsOf('a2', 'b1'), base: 1, at: clock.now() + 1000, needsSecondPerson: false });
  const stateOf = async (id: string) => (await store.contentPlans.find(id))?.state;

  it('is laid over what was being published when its time came, and takes nothing of it back', async () => {
    const plan = await asked();
    await store.content.editDraft({ changes: [{ path: B, text: 'b2' }], by: OTHER, at: clock.now() });
    const first = publishing.publish({ note: '马上', by: OTHER });
    await until(() => checks.length === 1);
    clock.advance(1000);
    const second = plans.look();
    await eventually(() => store.contentPlans.due(clock.now()), (due) => !due.some(({ id }) => id === plan.id));
    checks[0]?.();
    expect(isRefusal(await first)).toBe(false);
    await until(() => checks.length === 2);
    checks[1]?.();
    await second;
    expect(await stateOf(plan.id)).toBe('published');
    expect(await store.content.textsOf(await store.content.latestNumber())).toEqual(textsOf('a2', 'b2'));
  });

  it('of a draft that somebody saved on another node is looked at anew here too, after that node has', async () => {
    studio.start();
    expect(studio.publishing.state().draft).toBe('same');
    await store.content.editDraft({ changes: [{ path: B, text: 'b2' }], by: OTHER, at: clock.now() });
    bus.publish({ type: 'draft.changed' });
    expect(studio.publishing.state().draft).toBe('waiting');
    clock.advance(19_000);
    expect(checks).toHaveLength(0);
    clock.advance(1_000);
    await until(() => checks.length === 1);
    checks[0]?.();
    await eventually(() => Promise.resolve(studio.publishing.state().draft), (draft) => draft === 'checked');
    await studio.stop();
  });

  it('that is saved here is told to the other nodes, and looked at here first', async () => {
    studio.start();
    const told: string[] = [];
    bus.subscribe(({ type }) => told.push(type));
    expect(await studio.drafts.edit([{ path: B, text: 'b2' }], { by: OTHER })).toBeNull();
    expect(told).toEqual(['draft.changed']);
    clock.advance(1_500);
    await until(() => checks.length === 1);
    checks[0]?.();
    await studio.stop();
  });

  it('is not called off once it is being published', async () => {
    const plan = await asked();
    clock.advance(1000);
    const looking = plans.look();
    await until(() => checks.length === 1);
    expect(await plans.cancel(plan.id, OTHER)).toMatchObject({ refused: 'wrong-state' });
    checks[0]?.();
    await looking;
    expect(await stateOf(plan.id)).toBe('published');
    const later = await asked();
    expect(await plans.cancel(later.id, OTHER)).toMatchObject({ state: 'cancelled' });
  });

  /** Another node's publication: nothing of it is known here until it is followed. */
  const elsewhere = async (number: number, texts: readonly ContentText[]) => {
    const note = { number, origin: 'draft', note: '', at: clock.now(), by: OTHER, restoredFrom: null, overrideReason: null, approvedBy: null } as const;
    expect(await store.content.publish({ revision: note, texts })).toBe('published');
  };
  const inForce = async () => store.content.textsOf(await store.content.latestNumber());

  it('that another node overtakes while it is checked is laid over what went live there, and tried again', async () => {
    const plan = await asked();
    clock.advance(1000);
    const looking = plans.look();
    await until(() => checks.length === 1);
    await elsewhere(2, textsOf('a1', 'b3'));
    checks[0]?.();
    await looking;
    expect(await stateOf(plan.id)).toBe('scheduled');
    published.swap({ number: 2 } as Revision);
    const again = plans.look();
    await until(() => checks.length === 2);
    checks[1]?.();
    await again;
    expect(await store.contentPlans.find(plan.id)).toMatchObject({ state: 'published', revision: 3 });
    expect(await inForce()).toEqual(textsOf('a2', 'b3'));
  });

  it('whose training failed is tried again within a minute, and holds up no other', async () => {
    const [plan, other] = [await asked(), await asked()];
    clock.advance(1000);
    const looking = plans.look();
    await until(() => checks.length === 1);
    checks[0]?.(new Error('training failed'));
    await until(() => checks.length === 2);
    checks[1]?.();
    await looking;
    expect([await stateOf(plan.id), await stateOf(other.id)].sort()).toEqual(['published', 'scheduled']);
    expect(await store.contentPlans.due(clock.now())).toEqual([]);
    clock.advance(60_000);
    expect(await store.contentPlans.due(clock.now())).toHaveLength(1);
  });

  it('that went live before its node died is told as published, and is not published again over what was taken back since', async () => {
    const plan = await asked();
    clock.advance(1000);
    cannotEnd = true;
    const looking = plans.look();
    await until(() => checks.length === 1);
    checks[0]?.();
    await looking;
    expect(await inForce()).toEqual(textsOf('a2', 'b1'));
    expect(await stateOf(plan.id)).toBe('scheduled');
    cannotEnd = false;
    await elsewhere(3, textsOf('a1', 'b1'));
    published.swap({ number: 3 } as Revision);
    clock.advance(10 * 60_000);
    const again = plans.look();
    const isEnded = eventually(() => stateOf(plan.id), (state) => state !== 'scheduled');
    await Promise.race([isEnded, until(() => checks.length === 2).then(() => checks[1]?.())]);
    await again;
    expect(await store.contentPlans.find(plan.id)).toMatchObject({ state: 'published', revision: 2 });
    expect(await inForce()).toEqual(textsOf('a1', 'b1'));
  });

  it('takes nothing back of what went live while it was asked for', async () => {
    await store.content.editDraft({ changes: [{ path: A, text: 'a2' }], by: EDITOR, at: clock.now() });
    const asking = studio.publish({ note: '明早', by: EDITOR }, clock.now() + 1000);
    await until(() => checks.length === 1);
    await elsewhere(2, textsOf('a1', 'b2'));
    checks[0]?.();
    expect(await asking).toMatchObject({ state: 'scheduled' });
    published.swap({ number: 2 } as Revision);
    clock.advance(1000);
    const looking = plans.look();
    await until(() => checks.length === 2);
    checks[1]?.();
    await looking;
    expect(await inForce()).toEqual(textsOf('a2', 'b2'));
  });
});
