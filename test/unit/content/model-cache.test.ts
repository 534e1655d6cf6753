/** What was computed from content is kept, and never fills the disk. */
import { describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keepOnly, ModelCache } from '../../../src/content/model-cache.js';

describe('what was computed', () => {
  it('goes when many others were used since, and stays as long as it is used', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'jiebang-cache-'));
    const cache = new ModelCache([directory]);
    const long = new Date(Date.now() - 3_600_000);
    for (const name of ['passages-forgotten.json', 'passages-in-force.json']) {
      await cache.keepPassages(name, []);
      await utimes(join(directory, name), long, long);
    }
    expect(await cache.passages('passages-in-force.json')).toEqual([]);
    for (let index = 0; index < 199; index += 1) await cache.keepPassages(`passages-${index}.json`, []);
    const kept = await readdir(directory);
    expect(kept).toHaveLength(200);
    expect(kept).not.toContain('passages-forgotten.json');
    expect(kept).toEqual(expect.arrayContaining(['passages-in-force.json', 'passages-0.json', 'passages-198.json']));
    await rm(directory, { recursive: true });
  });

  it('is kept by as many as come to the same at once, whole and without a rest', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'jiebang-cache-'));
    const passages = Array.from({ length: 2000 }, (_, index) => ({ id: `p${index}`, articleId: 'a', locale: 'en' as const, heading: '', text: '甲'.repeat(200) }));
    const caches = Array.from({ length: 8 }, () => new ModelCache([directory]));
    await Promise.all(caches.map((cache) => cache.keepPassages('passages-same.json', passages)));
    expect(await caches[0]?.passages('passages-same.json')).toEqual(passages);
    expect(await readdir(directory)).toEqual(['passages-same.json']);
    await rm(directory, { recursive: true });
  });

  it('and cannot be kept is told of and used all the same, here and from other nodes; a build ends', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'jiebang-cache-'));
    const [file, told] = [join(directory, 'no-folder'), [] as unknown[]];
    await writeFile(file, '');
    const given = new Map([['passages-elsewhere.json', Buffer.from('[]')]]);
    const shared = { find: (name: string) => Promise.resolve(given.get(name) ?? null), keep: (name: string, bytes: Uint8Array) => Promise.resolve(void given.set(name, Buffer.from(bytes))) };
    const cache = new ModelCache([file], shared, (error) => told.push(error));
    expect(await cache.passages('passages-elsewhere.json')).toEqual([]);
    await cache.keepPassages('passages-mine.json', []);
    expect([...given.keys()]).toEqual(['passages-elsewhere.json', 'passages-mine.json']);
    expect(told).toHaveLength(2);
    await expect(new ModelCache([file]).keepPassages('passages-mine.json', [])).rejects.toThrow();
    await rm(directory, { recursive: true });
  });

  it('of older content leaves a build, and nothing else does', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'jiebang-cache-'));
    const cache = new ModelCache([directory]);
    for (const name of ['passages-old.json', 'passages-now.json', 'notes.txt']) await cache.keepPassages(name, []);
    expect(await keepOnly(directory, new Set(['passages-now.json', 'seed-now.json']))).toEqual(['passages-old.json']);
    expect((await readdir(directory)).sort()).toEqual(['notes.txt', 'passages-now.json']);
    await rm(directory, { recursive: true });
  });
});
