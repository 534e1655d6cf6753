/** From open questions to content: an article for a group is begun once, whoever asks for it and however often. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../src/adapters/store/store.js';
import { SystemIds } from '../../../src/adapters/system/system-ids.js';
import { articleIdFor, beginArticle } from '../../../src/content/closing-gaps.js';
import { Drafts } from '../../../src/content/drafts.js';
import { Trail } from '../../../src/content/trail.js';
import { staffId } from '../../../src/domain/ids.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';

const [sqlite] = await testEngines();
const [EDITOR, OTHER] = [{ staffId: staffId('editor'), name: '小编' }, { staffId: staffId('other'), name: '小丁' }];

describe('an article begun for a group', () => {
  let database: TestDatabase;
  let store: Store;
  let drafts: Drafts;

  beforeEach(async () => {
    if (!sqlite) throw new Error('SQLite is always there');
    const clock = new HandClock();
    database = await sqlite.make();
    store = await database.open(clock);
    drafts = new Drafts({ store: store.content, clock, trail: new Trail({ clock, ids: new SystemIds(clock) }) });
  });
  afterEach(() => database.drop());

  const begin = (by: typeof EDITOR) => beginArticle(drafts, { id: articleIdFor('finding-1'), locale: 'zh-CN', title: '卡能寄吗', intents: [], asked: ['卡能寄吗'], body: '能。', by });

  it('is the one that is there for who asks second, or again because the group was never told, with all that was written since', async () => {
    const first = await begin(EDITOR);
    if ('refused' in first) throw new Error(JSON.stringify(first));
    const found = await drafts.find('article', first.article);
    if ('refused' in found) throw new Error('it was begun');
    await drafts.save('article', first.article, { entry: { ...found.entry, body: '写了半天' }, by: EDITOR, version: first.version });
    expect(await begin(OTHER)).toEqual({ article: first.article, version: first.version + 1, isNew: false });
    expect(await drafts.find('article', first.article)).toMatchObject({ entry: { body: '写了半天' } });
  });
});
