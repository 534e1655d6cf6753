/** The shared draft as it is listed: read once for each text, and anew when somebody changed it, here or on another node. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../src/adapters/store/store.js';
import { SystemIds } from '../../../src/adapters/system/system-ids.js';
import { Drafts, type DraftEntry } from '../../../src/content/drafts.js';
import { Trail } from '../../../src/content/trail.js';
import { staffId } from '../../../src/domain/ids.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';

const [sqlite] = await testEngines();
const EDITOR = { staffId: staffId('editor'), name: '小编' };
const intentOf = (id: string, example: string) => ({ id, kind: 'faq', names: { 'zh-CN': id, en: id }, skillGroup: 'general', slots: [], examples: { 'zh-CN': [example], en: [] } });

describe('the draft as it is listed', () => {
  let database: TestDatabase;
  let store: Store;
  let drafts: Drafts;

  beforeEach(async () => {
    if (!sqlite) throw new Error('SQLite is always there');
    const clock = new HandClock();
    database = await sqlite.make();
    store = await database.open(clock);
    drafts = new Drafts({ store: store.content, clock, trail: new Trail({ clock, ids: new SystemIds(clock) }) });
    for (const id of ['post_a_card', 'lost_parcel']) expect(await drafts.save('intent', id, { entry: intentOf(id, '卡能寄吗'), by: EDITOR, version: null })).toMatchObject({ version: 1 });
  });
  afterEach(() => database.drop());

  const listed = async (id: string): Promise<DraftEntry | undefined> => (await drafts.list('intent')).find(({ path }) => path === `intents/${id}.yaml`);

  it('holds what was read already as it is, and reads again what was changed', async () => {
    const [one, other] = [await listed('post_a_card'), await listed('lost_parcel')];
    await drafts.save('intent', 'lost_parcel', { entry: intentOf('lost_parcel', '包裹丢了'), by: EDITOR, version: 1 });
    expect((await listed('post_a_card'))?.entry).toBe(one?.entry);
    expect(await listed('lost_parcel')).toMatchObject({ version: 2, entry: { examples: { 'zh-CN': ['包裹丢了'] } } });
    expect(other?.entry).toMatchObject({ examples: { 'zh-CN': ['卡能寄吗'] } });
  });

  it('shows what another node saved meanwhile', async () => {
    await drafts.list('intent');
    const [was] = await store.content.draft().then((texts) => texts.filter(({ path }) => path === 'intents/post_a_card.yaml'));
    await store.content.editDraft({ changes: [{ path: 'intents/post_a_card.yaml', text: (was?.text ?? '').replace('卡能寄吗', '卡寄到了吗') }], by: EDITOR, at: 1 });
    expect((await listed('post_a_card'))?.entry).toMatchObject({ examples: { 'zh-CN': ['卡寄到了吗'] } });
  });
});
