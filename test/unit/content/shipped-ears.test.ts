/** The ears a build leaves ready: learnt once, the same whatever editors write, and taught what they add. */
import { afterAll, describe, expect, it } from '@jest/globals';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { allTexts, directoryFiles } from '../../../src/content/content-files.js';
import { openPublishedContent, revisionOf, shippedEars } from '../../../src/content/published.js';
import type { ContentText } from '../../../src/domain/content.js';
import type { Revision } from '../../../src/ports/published-content.js';
import { trainOutside } from '../../support/seeded-content.js';

const folder = mkdtempSync(join(tmpdir(), 'jiebang-ears-'));
const contentDir = join(folder, 'shipped');
const cacheDir = join(folder, 'cache');
const catalogue = { plans: [], products: [] };
const splitter = { split: () => Promise.resolve([]) };

function intentText(id: string, kind: string, zh: readonly string[], en: readonly string[]): ContentText {
  const list = (lines: readonly string[]): string => lines.map((line) => `    - ${line}\n`).join('');
  return { path: `intents/${id}.yaml`, text: `id: ${id}\nkind: ${kind}\nnames:\n  zh-CN: ${id}\n  en: ${id}\nskillGroup: general\nslots: []\nexamples:\n  zh-CN:\n${list(zh)}  en:\n${list(en)}` };
}

const PERSON = { zh: ['转人工', '找人工客服'], en: ['talk to a human'] };
const OFFICE = { zh: ['营业厅在哪', '附近的营业厅'], en: ['where is your store'] };
mkdirSync(join(contentDir, 'intents'), { recursive: true });
for (const { path, text } of [intentText('human_agent', 'handoff', PERSON.zh, PERSON.en), intentText('store_locator', 'faq', OFFICE.zh, OFFICE.en)]) writeFileSync(join(contentDir, path), text);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

const hears = (revision: Revision, text: string): boolean => revision.read(text, { today: '2026-03-02' }).asksForPerson;
const earsFiles = (): string[] => readdirSync(cacheDir).filter((name) => name.startsWith('ears-'));

describe('ears of the shipped content', () => {
  it('are learnt where no build left them, kept, and the same for every draft but for what editors teach', async () => {
    trainOutside(contentDir, cacheDir);
    const shipped = (await openPublishedContent({ contentDir, cacheDir, catalogue, splitter })).current();
    const [kept] = earsFiles();
    const bytes = readFileSync(join(cacheDir, kept ?? ''));
    expect(hears(shipped, '转人工')).toBe(true);
    // Words of one operator's own: nobody else says so.
    expect([hears(shipped, '来碗阳春面'), hears(shipped, '找真人桌游店')]).toEqual([false, true]);

    const edited = [
      intentText('human_agent', 'handoff', [...PERSON.zh, '来碗阳春面'], PERSON.en),
      intentText('store_locator', 'faq', [...OFFICE.zh, '找真人桌游店'], OFFICE.en),
    ];
    const parts = { cacheDir, catalogue, splitter, ears: shippedEars({ contentDir, cacheDir }) };
    const taught = await revisionOf(2, edited, parts);
    expect([hears(taught, '来碗阳春面'), hears(taught, '找真人桌游店')]).toEqual([true, false]);
    for (const text of ['转人工', '我要找真人', '别让机器人回我了', 'get me a real person']) expect(hears(taught, text)).toBe(true);
    for (const text of ['营业厅在哪', '人工智能是什么', '查话费']) expect(hears(taught, text)).toBe(false);
    expect(earsFiles()).toEqual([kept]);
    expect(readFileSync(join(cacheDir, kept ?? ''))).toEqual(bytes);

    const again = await revisionOf(3, await allTexts(directoryFiles(contentDir)), parts);
    for (const text of ['来碗阳春面', '找真人桌游店', '你们真行，扣钱比谁都快']) expect(again.read(text, { today: '2026-03-02' })).toEqual(shipped.read(text, { today: '2026-03-02' }));
  });

  it('are others when the shipped examples are others', async () => {
    const name = await shippedEars({ contentDir, cacheDir }).name();
    writeFileSync(join(contentDir, 'intents/store_locator.yaml'), intentText('store_locator', 'faq', [...OFFICE.zh, '营业厅地址'], OFFICE.en).text);
    expect(await shippedEars({ contentDir, cacheDir }).name()).not.toBe(name);
  });
});
