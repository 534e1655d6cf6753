/** The gate over the content as it ships: which messages it asks, what it shows of both answers, and that nothing is asked twice. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openStore } from '../../../src/adapters/store/store.js';
import type { Store } from '../../../src/adapters/store/store.js';
import { offlineComposer } from '../../../src/adapters/offline/extract-composer.js';
import { createDemoOperator } from '../../../src/adapters/operator/demo-operator.js';
import { SystemIds } from '../../../src/adapters/system/system-ids.js';
import { MemoryBus } from '../../../src/adapters/memory/bus.js';
import { createStudio } from '../../../src/app/studio.js';
import { foundContent } from '../../../src/content/founding.js';
import type { Published } from '../../../src/content/published.js';
import type { Studio } from '../../../src/content/studio.js';
import { DEFAULT_SETTINGS } from '../../../src/domain/settings.js';
import { conversationId, staffId } from '../../../src/domain/ids.js';
import { Knowledge } from '../../../src/knowledge/knowledge.js';
import type { SettingsInForce } from '../../../src/ports/settings-in-force.js';
import { createLogger, maskNumbers } from '../../../src/telemetry/logger.js';
import { HandClock } from '../../support/hand-clock.js';
import { seededContent, seededParts } from '../../support/seeded-content.js';
import { until } from '../../support/until.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const BY = { staffId: staffId('editor'), name: '小编' };

describe('the gate', () => {
  let folder: string;
  let store: Store;
  let published: Published;
  let studio: Studio;
  const clock = new HandClock(Date.parse('2026-11-28T04:00:00Z'));
  const asked: number[] = [];
  let messages: readonly string[] = [];

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiebang-gate-'));
    const ids = new SystemIds(clock);
    const logger = createLogger('silent');
    store = await openStore({ databaseUrl: null, dataDir: folder, clock, ids });
    await foundContent({ store: store.content, contentDir: ROOT, clock, logger });
    published = await seededContent();
    const parts = await seededParts();
    const last = (limit: number) => {
      asked.push(limit);
      return Promise.resolve(messages.slice(0, limit).map((text, seq) => ({ conversationId: conversationId('c'), seq, text, at: clock.now(), rule: null, intent: null })));
    };
    const settings: SettingsInForce = { current: (name) => DEFAULT_SETTINGS[name] };
    const knowledge = new Knowledge({ content: published, composer: offlineComposer(), business: createDemoOperator({ clock }).businessSystem });
    ({ studio } = createStudio({ ...{ store: store.content, plans: store.contentPlans, pictures: store.pictures, ids, settings, knowledge, published, bus: new MemoryBus(logger), clock, logger }, asked: { last }, parts: () => parts, mask: maskNumbers }));
  });
  afterAll(async () => {
    await studio.stop();
    await store.close();
    await rm(folder, { recursive: true });
  });

  async function rewrite(body: (before: string) => string): Promise<void> {
    const found = await studio.drafts.find('article', 'apn-settings.zh-CN');
    if ('refused' in found) throw new Error('no article');
    const saved = await studio.drafts.save('article', 'apn-settings.zh-CN', { entry: { ...found.entry, body: body(String(found.entry['body'])) }, by: BY });
    if ('refused' in saved) throw new Error(JSON.stringify(saved));
  }

  it('puts the last 1,000 real messages to both revisions and shows side by side what each would say', async () => {
    messages = ['APN怎么设置，我的号是13800000001', 'APN怎么设置，我的号是13800000001', '你好', ...Array.from({ length: 1200 }, (_, index) => `第${index}句闲话`)];
    await rewrite((before) => before.replaceAll('jbnet', 'jbnew').replaceAll('JBNET', 'JBNEW'));
    const report = await studio.check();
    expect(asked).toEqual([1000]);
    expect(report).toMatchObject({ problems: [], messages: 1000, regressions: [] });
    const [first, ...others] = report.differences;
    expect(first).toMatchObject({ before: first?.after, saidBefore: expect.stringContaining('jbnet') as unknown, saidAfter: expect.stringContaining('jbnew') as unknown });
    expect(first?.text).toContain('APN怎么设置');
    expect(first?.text).not.toContain('13800000001');
    expect(others).toEqual([]);
    expect(report.differing).toBe(1);
  });

  it('asks what is in force once only, and publishes what was checked ahead without asking again', async () => {
    asked.length = 0;
    await rewrite((before) => `${before}\n\n改好了。`);
    expect(studio.publishing.state().draft).toBe('waiting');
    clock.advance(2000);
    await until(() => studio.publishing.state().draft === 'checked', 180_000);
    expect(asked).toEqual([1000]);
    const went = await studio.publish({ note: '', by: BY });
    expect(went).toMatchObject({ note: { number: 2 } });
    expect(asked).toEqual([1000]);
    expect(published.current().articles.get('apn-settings.zh-CN')?.body).toContain('改好了');
  });

  it('asks again when the draft was saved after it was checked', async () => {
    asked.length = 0;
    await rewrite((before) => `${before}\n\n又改了。`);
    clock.advance(2000);
    await until(() => studio.publishing.state().draft === 'checked', 180_000);
    await rewrite((before) => `${before}\n\n再改。`);
    expect(await studio.publish({ note: '', by: BY })).toMatchObject({ note: { number: 3 } });
    expect(asked).toEqual([1000, 1000]);
    expect(published.current().articles.get('apn-settings.zh-CN')?.body).toContain('再改');
  });
});
