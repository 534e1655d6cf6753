/** Taking rows of a file into the shared draft: nobody's newer work is replaced unseen, and a file changes only what files may. */
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Store } from '../../../src/adapters/store/store.js';
import { SystemIds } from '../../../src/adapters/system/system-ids.js';
import { Exchange } from '../../../src/content/exchange/exchange.js';
import type { Preview } from '../../../src/content/exchange/exchange.js';
import { bundleOf } from '../../../src/content/exchange/bundle.js';
import { Trail } from '../../../src/content/trail.js';
import { isRefusal } from '../../../src/domain/errors.js';
import { staffId } from '../../../src/domain/ids.js';
import { rowsOf } from '../../../src/protocol/exchange.js';
import { testEngines, type TestDatabase } from '../../support/databases.js';
import { HandClock } from '../../support/hand-clock.js';

const [sqlite] = await testEngines();
const [EDITOR, OTHER] = [{ staffId: staffId('editor'), name: '小编' }, { staffId: staffId('other'), name: '小丁' }];
const INTENT = 'intents/sim_post.yaml';
const intentOf = (notes: string) => `id: sim_post\nkind: faq\nnames: { zh-CN: 寄卡, en: SIM by post }\nskillGroup: general\nexamples: { zh-CN: [寄卡], en: [post it] }\nnotes: ${notes}\n`;

describe('rows of a file', () => {
  let database: TestDatabase;
  let store: Store;
  let exchange: Exchange;
  const clock = new HandClock();

  beforeEach(async () => {
    if (!sqlite) throw new Error('SQLite is always there');
    database = await sqlite.make();
    store = await database.open(clock);
    exchange = new Exchange({ store: store.content, clock, trail: new Trail({ clock, ids: new SystemIds(clock) }) });
    await saved(INTENT, intentOf('old'));
  });
  afterEach(() => database.drop());

  const saved = (path: string, text: string | null) => store.content.editDraft({ changes: [{ path, text }], by: OTHER, at: clock.now() });
  const textOf = async (path: string) => (await store.content.draft()).find((one) => one.path === path)?.text;
  const fileOf = (texts: Readonly<Record<string, string>>) => ({ name: 'all.yaml', bytes: Buffer.from(bundleOf(Object.entries(texts).map(([path, text]) => ({ path, text })))) });
  const previewOf = async (file: { name: string; bytes: Uint8Array }): Promise<Preview> => {
    const preview = await exchange.preview(file);
    if (isRefusal(preview)) throw new Error(JSON.stringify(preview));
    return preview;
  };

  it('are refused when somebody changed what they touch since they were shown, and are taken when shown anew', async () => {
    const file = fileOf({ [INTENT]: intentOf('from the file'), 'intents/other_one.yaml': intentOf('').replace('sim_post', 'other_one') });
    const { seen } = await previewOf(file);
    await saved(INTENT, intentOf('of somebody else'));
    for (const rows of [null, rowsOf('1'), rowsOf('1-2')]) expect(await exchange.take(file, { by: EDITOR, rows, seen })).toMatchObject({ refused: 'conflict' });
    expect(await textOf(INTENT)).toContain('of somebody else');
    const again = await previewOf(file);
    await saved('intents/nothing_to_do.yaml', intentOf('').replace('sim_post', 'nothing_to_do'));
    expect(await exchange.take(file, { by: EDITOR, rows: rowsOf('1'), seen: again.seen })).toMatchObject({ changed: [INTENT] });
    expect(await textOf(INTENT)).toContain('from the file');
  });

  it('bring nothing back that somebody took out since', async () => {
    const file = fileOf({ [INTENT]: intentOf('from the file') });
    const { seen } = await previewOf(file);
    await saved(INTENT, null);
    expect(await exchange.take(file, { by: EDITOR, rows: null, seen })).toMatchObject({ refused: 'conflict' });
    expect(await textOf(INTENT)).toBeUndefined();
  });

  it('name intents and no other file of that folder', async () => {
    const golden = 'sim_post:\n  zh-CN: [寄卡]\n';
    await saved('intents/golden/questions.yaml', golden);
    const csv = { name: 'x.csv', bytes: Buffer.from('问题,意图\n卡能寄吗,golden/questions\n') };
    await exchange.take(csv, { by: EDITOR, rows: null });
    expect(await textOf('intents/golden/questions.yaml')).toBe(golden);
  });

  it('bring no words for all texts that could then be neither read nor mended', async () => {
    const file = fileOf({ 'knowledge-base/variables.yaml': 'hotline: "10000\nname: [接棒\n' });
    expect((await previewOf(file)).rows).toMatchObject([{ state: 'bad', problems: [{ file: 'knowledge-base/variables.yaml' }] }]);
    expect(await exchange.take(file, { by: EDITOR, rows: null })).toMatchObject({ refused: 'bad-request' });
    expect(await textOf('knowledge-base/variables.yaml')).toBeUndefined();
  });

  it('hold no character that one of the databases cannot keep', async () => {
    const body = 'id: a\nlocale: en\ntitle: A\nintents: []\nvalidFrom: "2026-01-01"';
    const file = { name: 'a.en.md', bytes: Buffer.from(`---\n${body}\n---\n\nBy\0post.\n`) };
    expect((await previewOf(file)).rows).toMatchObject([{ state: 'bad', problems: [{ line: 9 }] }]);
    expect(await exchange.take(file, { by: EDITOR, rows: null })).toMatchObject({ refused: 'bad-request' });
  });

  it('are named in ranges of any length and number at the cost of none', () => {
    const many = rowsOf(Array.from({ length: 2000 }, (_, index) => `${index + 1}-9999999`).join(','));
    expect([many.has(1), many.has(9_999_999), many.has(0)]).toEqual([true, true, false]);
    expect([1, 2, 40, 41, 45].map((row) => rowsOf('2-40,45').has(row))).toEqual([false, true, true, false, true]);
  });
});
