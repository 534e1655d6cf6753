/** Guarantees of content that is not read twice: what was kept is what would be read, and only what is sound is kept. */
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { allTexts, directoryFiles, textFiles } from '../../../src/content/content-files.js';
import { soundSeed } from '../../../src/content/kept-seed.js';
import { ModelCache } from '../../../src/content/model-cache.js';
import { requireSeed } from '../../../src/content/seed.js';

const ROOT = join(import.meta.dirname, '../../..');

describe('content that was read before', () => {
  let folder: string;
  let cache: ModelCache;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'jiebang-seed-'));
    cache = new ModelCache([folder]);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is the shipped content to the last field, kept or not', async () => {
    const texts = await allTexts(directoryFiles(ROOT));
    const read = await requireSeed(textFiles(texts));
    expect(await soundSeed(texts, cache)).toStrictEqual(read);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(await soundSeed([...texts].reverse(), new ModelCache([folder]))).toStrictEqual(read);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('is read again when one character is another', async () => {
    const texts = await allTexts(directoryFiles(ROOT));
    await soundSeed(texts, cache);
    const changed = texts.map((one) => (one.path === 'intents/recharge.yaml' ? { ...one, text: `${one.text}\n# by an editor` } : one));
    await soundSeed(changed, cache);
    expect(readdirSync(folder)).toHaveLength(2);
  });

  it('is refused each time when it is not sound, and leaves nothing behind', async () => {
    const texts = [{ path: 'intents/recharge.yaml', text: 'id: recharge\nkind: nonsense\n' }];
    for (let time = 0; time < 2; time += 1) await expect(soundSeed(texts, cache)).rejects.toThrow('intents/recharge.yaml:2');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is read from the texts when the file was cut', async () => {
    const texts = await allTexts(directoryFiles(ROOT));
    const read = await soundSeed(texts, cache);
    for (const name of readdirSync(folder)) writeFileSync(join(folder, name), '{"intents":[');
    expect(await soundSeed(texts, cache)).toStrictEqual(read);
  });
});
