/** Checks made ahead of publishing: what is said of the draft is said of the draft as it was last saved. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { demoCatalogue } from '../../../src/adapters/operator/catalogue.js';
import type { Store } from '../../../src/adapters/store/store.js';
import type { Checked } from '../../../src/content/checking.js';
import { DraftChecks } from '../../../src/content/draft-checks.js';
import type { DraftChecksDeps } from '../../../src/content/draft-checks.js';
import { Published } from '../../../src/content/published.js';
import type { Plan } from '../../../src/domain/account.js';
import { staffId } from '../../../src/domain/ids.js';
import type { Revision } from '../../../src/ports/published-content.js';
import { createLogger } from '../../../src/telemetry/logger.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';
import { until } from '../../support/until.js';

const [sqlite] = await testEngines();
const BY = { staffId: staffId('editor'), name: '小编' };
const PATH = 'intents/a.yaml';
const REPORT: Checked['report'] = { problems: [], duplicates: [], conflicts: [], coverage: [], unknownPlaces: [], before: null, bench: null, regressions: [], stories: [], differences: [], differing: 0, messages: 0, doubts: { duplicates: [], conflicts: [] } };

describe('a draft checked ahead', () => {
  let clock: HandClock;
  let database: TestDatabase;
  let store: Store;
  let checks: DraftChecks;
  /** By the words that were checked. */
  let sold: readonly Plan[];
  let underWay: { readonly text: string; readonly end: (result: Checked | Error) => void }[];

  beforeEach(async () => {
    if (!sqlite) throw new Error('SQLite is always there');
    clock = new HandClock();
    database = await sqlite.make();
    store = await database.open(clock);
    underWay = [];
    sold = [];
    const note = { number: 1, origin: 'files', note: '', at: clock.now(), by: null, restoredFrom: null, overrideReason: null, approvedBy: null } as const;
    await store.content.publish({ revision: note, texts: [{ path: PATH, text: 'in force' }] });
    const check: DraftChecksDeps['checker']['check'] = (texts, { signal } = { next: 2 }) =>
      new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(new Error('given up')));
        underWay.push({ text: texts[0]?.text ?? '', end: (result) => (result instanceof Error ? reject(result) : resolve(result)) });
      });
    checks = new DraftChecks({ checker: { check } as DraftChecksDeps['checker'], store: store.content, published: new Published({ number: 1 } as Revision), parts: () => ({ catalogue: { plans: sold, products: [] } }), clock, logger: createLogger('silent') });
  });
  afterEach(async () => {
    await checks.stop();
    await database.drop();
  });

  const saved = async (text: string) => {
    await store.content.editDraft({ changes: [{ path: PATH, text }], by: BY, at: clock.now() });
    checks.changed();
    const before = underWay.length;
    clock.advance(1500);
    await until(() => underWay.length > before);
    expect(underWay.at(-1)?.text).toBe(text);
  };
  const sound = { report: REPORT, revision: { number: 2 } as Revision };
  const unsound = { report: REPORT, revision: null };

  it('is told by its own check, though somebody waited for one of older words that ended later', async () => {
    await saved('first');
    const wanted = checks.check([{ path: PATH, text: 'first' }]);
    await saved('second');
    underWay[0]?.end(sound);
    await wanted;
    expect(checks.now().draft).toBe('under-way');
    underWay[1]?.end(unsound);
    await until(() => checks.now().draft !== 'under-way');
    expect(checks.now().draft).toBe('unsound');
  });

  it('is checked anew once the names of what is sold are known: what was made without them does not go live', async () => {
    await saved('first');
    underWay[0]?.end(sound);
    await until(() => checks.now().draft === 'checked');
    sold = await demoCatalogue.plans();
    const wanted = checks.check([{ path: PATH, text: 'first' }]);
    await until(() => underWay.length === 2);
    underWay[1]?.end(sound);
    await wanted;
    await checks.check([{ path: PATH, text: 'first' }]);
    expect(underWay).toHaveLength(2);
  });

  it('whose check failed is not said to be checked for ever, and is checked again', async () => {
    await saved('first');
    underWay[0]?.end(new Error('training failed'));
    await until(() => checks.now().draft === 'waiting');
    clock.advance(60_000);
    await until(() => underWay.length === 2);
    expect(checks.now().draft).toBe('under-way');
    underWay[1]?.end(sound);
    await until(() => checks.now().draft === 'checked');
  });
});
