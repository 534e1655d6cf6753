/** Fetching what people wrote to the service accounts: whatever a page takes, all that was announced is fetched, and what was before our time is not. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../src/adapters/store/store.js';
import { KfPuller } from '../../../src/gateway/wechat-kf/kf-puller.js';
import type { KfPullerDeps } from '../../../src/gateway/wechat-kf/kf-puller.js';
import { createLogger } from '../../../src/telemetry/logger.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';
import { eventually, until } from '../../support/until.js';

const [sqlite] = await testEngines();
const ACCOUNT = 'wk1';
const PAGES = [['m1'], ['m2'], ['m3']];
const HOUR_MS = 3_600_000;

describe('a service account', () => {
  let clock: HandClock;
  let database: TestDatabase;
  let store: Store;
  const pullers: KfPuller[] = [];
  let letGo: () => void = () => undefined;

  beforeEach(async () => {
    if (!sqlite) throw new Error('SQLite is always there');
    clock = new HandClock();
    database = await sqlite.make();
    store = await database.open(clock);
  });
  afterEach(async () => {
    letGo();
    await Promise.all(pullers.splice(0).map((puller) => puller.stop()));
    await database.drop();
  });

  /** The cursor is how many pages were given. */
  const pull: KfPullerDeps['platform']['pull'] = (_account, { cursor }) => {
    const at = Number(cursor);
    return Promise.resolve({ kind: 'page', cursor: String(Math.min(at + 1, PAGES.length)), hasMore: at + 1 < PAGES.length, messages: PAGES[at] ?? [] });
  };
  const pullerOf = (nodeId: string, take: KfPullerDeps['take']): KfPuller => {
    const puller = new KfPuller({ cursors: store.syncs, platform: { pull }, take, clock, logger: createLogger('silent'), nodeId });
    pullers.push(puller);
    return puller;
  };

  it('is fetched to its end also where a page takes longer than a lease, and by nobody else meanwhile', async () => {
    const taken: unknown[] = [];
    const slow = pullerOf('a', async (messages) => {
      if (messages.includes('m1')) await new Promise<void>((resolve) => (letGo = resolve));
      taken.push(...messages);
      return true;
    });
    const other: unknown[] = [];
    const second = pullerOf('b', (messages) => {
      other.push(...messages);
      return Promise.resolve(true);
    });
    await slow.announce(ACCOUNT, null);
    second.start();
    for (let passed = 0; passed < 40; passed += 1) {
      clock.advance(1_000);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    expect(other).toEqual([]);
    letGo();
    await until(() => taken.length === 3);
    expect(taken).toEqual(['m1', 'm2', 'm3']);
  });

  it('stays due where the node that fetched lost its lease and nobody took it over', async () => {
    let isLost = true;
    const puller = pullerOf('a', async () => {
      // As if this process had stood still.
      if (isLost) clock.set(clock.now() + 60_000);
      isLost = false;
      return Promise.resolve(true);
    });
    await puller.announce(ACCOUNT, null);
    await puller.stop();
    expect(await store.syncs.due(clock.now())).toEqual([ACCOUNT]);
  });

  it('that is new here begins an hour before it was first announced, on every page and after a restart', async () => {
    const began = clock.now();
    const asked: number[] = [];
    let isTaking = false;
    const puller = pullerOf('a', (_messages, { since }) => {
      asked.push(since);
      return Promise.resolve(asked.length === 1 || isTaking);
    });
    await puller.announce(ACCOUNT, null);
    await until(() => asked.length === 2);
    await eventually(() => store.syncs.due(clock.now() + HOUR_MS), (found) => found.length > 0);
    clock.advance(HOUR_MS);
    isTaking = true;
    pullerOf('b', (_messages, { since }) => {
      asked.push(since);
      return Promise.resolve(true);
    }).start();
    await until(() => asked.length === 4);
    expect(asked).toEqual(Array.from({ length: 4 }, () => began - HOUR_MS));
  });
});
