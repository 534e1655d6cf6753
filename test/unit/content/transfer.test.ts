/** Content between files and the draft: a round trip is the same to the last byte, and nothing is written over an editor's work. */
import { spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { openStore } from '../../../src/adapters/store/store.js';
import type { Store } from '../../../src/adapters/store/store.js';
import { SystemClock } from '../../../src/adapters/system/system-clock.js';
import { SystemIds } from '../../../src/adapters/system/system-ids.js';
import { exportTexts, filesIn, importTexts } from '../../../src/content/transfer.js';
import type { ContentText } from '../../../src/domain/content.js';
import { staffId } from '../../../src/domain/ids.js';

const ROOT = join(import.meta.dirname, '..', '..', '..');
const clock = new SystemClock();

const words = fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }).filter((text) => text.trim() !== '');
const article = fc.record({ id: fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/), title: words, body: words, end: fc.constantFrom('', '\n', '\n\n\n', '\r\n') });
const intent = fc.record({ id: fc.stringMatching(/^[a-z][a-z0-9_]{0,12}$/), examples: fc.array(words, { maxLength: 4 }), comment: fc.stringMatching(/^[a-z 一-龥]{0,20}$/) });

function articleFile({ id, title, body, end }: { id: string; title: string; body: string; end: string }): ContentText {
  return { path: `knowledge-base/${id}.en.md`, text: `---\nid: ${id}\nlocale:   en # as written\ntitle: ${JSON.stringify(title)}\nintents: []\nvalidFrom: 2026-01-01\n---\n${body}${end}` };
}

function intentFile({ id, examples, comment }: { id: string; examples: readonly string[]; comment: string }): ContentText {
  return { path: `intents/${id}.yaml`, text: `# ${comment}\nid: ${id}\nkind: faq\nnames: { zh-CN: "名", en: 'Name' }\nskillGroup: general\nexamples:\n  zh-CN: ${JSON.stringify(examples)}\n  en: []\n` };
}

describe('content between files and the draft', () => {
  let folder: string;
  let store: Store;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'jiebang-transfer-'));
    store = await openStore({ databaseUrl: null, dataDir: join(folder, 'data'), clock, ids: new SystemIds(clock) });
  });
  afterAll(async () => {
    await store.close();
    await rm(folder, { recursive: true });
  });

  async function write(root: string, texts: readonly ContentText[]): Promise<void> {
    for (const { path, text } of texts) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
  }

  async function bytesBelow(root: string): Promise<Readonly<Record<string, string>>> {
    const names = await readdir(root, { recursive: true, withFileTypes: true });
    const files = names.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name));
    return Object.fromEntries(await Promise.all(files.sort().map(async (file) => [file.slice(root.length), (await readFile(file)).toString('hex')] as const)));
  }

  it('comes out as it went in, to the last byte, whatever was there before', async () => {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(article, { selector: ({ id }) => id, maxLength: 4 }), fc.uniqueArray(intent, { selector: ({ id }) => id, minLength: 1, maxLength: 4 }), async (articles, intents) => {
        await rm(from, { recursive: true, force: true });
        await write(from, [...articles.map(articleFile), ...intents.map(intentFile)]);
        const { texts, problems } = await filesIn(from);
        expect(problems).toEqual([]);
        const imported = await importTexts(texts, { store: store.content, clock });
        expect(imported).toHaveProperty('changed');
        await exportTexts(await store.content.draft(), to);
        expect(await bytesBelow(to)).toEqual(await bytesBelow(from));
      }),
      { numRuns: 40 },
    );
  });

  it('takes nothing when one file is wrong, and nothing over what an editor did, unless forced', async () => {
    const good = [intentFile({ id: 'one', examples: ['a'], comment: '' })];
    await importTexts(good, { store: store.content, clock, isForced: true });
    const wrong = await importTexts([...good, { path: 'intents/two.yaml', text: 'id: two\nkind: magic\n' }], { store: store.content, clock });
    expect(wrong).toMatchObject({ problems: expect.arrayContaining([expect.objectContaining({ file: 'intents/two.yaml', line: 2 })]) as unknown });
    const edited = intentFile({ id: 'one', examples: ['an editor added this'], comment: '' });
    await store.content.editDraft({ changes: [edited], by: { staffId: staffId('e1'), name: '小编' }, at: clock.now() });
    expect(await importTexts(good, { store: store.content, clock })).toEqual({ editedBy: [{ path: 'intents/one.yaml', name: '小编' }] });
    expect((await store.content.draft()).map(({ text }) => text)).toEqual([edited.text]);
    expect(await importTexts(good, { store: store.content, clock, isForced: true })).toEqual({ changed: 1, removed: 0 });
  });

  it('says at once that a folder cannot be made, at the command line', () => {
    const wrote = spawnSync(process.execPath, [join(ROOT, 'dist/server/content.js'), 'export', '/proc/x/y'], { cwd: ROOT, encoding: 'utf8', timeout: 30_000, env: { ...process.env, LC_ALL: 'C', DATA_DIR: join(folder, 'export-data') } });
    expect(wrote).toMatchObject({ status: 1, signal: null, stderr: 'there is no such file or folder: /proc/x\n' });
  });

  it('tells file and line of what is wrong at the command line, by its exit code too', async () => {
    const root = join(folder, 'cli');
    const run = (...words: string[]) => spawnSync(process.execPath, [join(ROOT, 'dist/server/content.js'), ...words], { cwd: ROOT, encoding: 'utf8' });
    await write(root, [intentFile({ id: 'one', examples: ['a'], comment: '' })]);
    expect(run('check', root)).toMatchObject({ status: 0, stdout: 'sound: 1 file, 1 intent, 0 articles\n' });
    await write(root, [{ path: 'intents/two.yaml', text: 'id: two\nkind: magic\n' }]);
    const refused = run('check', root);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain('intents/two.yaml:2: kind:');
    await writeFile(join(root, 'intents/two.yaml'), Buffer.from([0x69, 0x64, 0x0a, 0xc4, 0xe3]));
    expect(run('check', root).stderr).toContain('intents/two.yaml:2: this is not UTF-8');
    expect(run('publish').status).toBe(2);
    const inChinese = spawnSync(process.execPath, [join(ROOT, 'dist/server/content.js'), 'import', join(root, 'nowhere.csv')], { cwd: ROOT, encoding: 'utf8', env: { ...process.env, LC_ALL: 'zh_CN.UTF-8', DATA_DIR: join(root, 'data') } });
    expect(inChinese).toMatchObject({ status: 1, stderr: expect.stringContaining('没有这个文件或文件夹') as unknown });
  });
});
