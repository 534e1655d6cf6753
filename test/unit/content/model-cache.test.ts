/** What was computed from content is kept, and never fills the disk. */
import { describe, expect, it } from '@jest/globals';
import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
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

  it('of older content leaves a build, and nothing else does', async () => {
    const directory = await mkdtemp(join(tmpdir(), 'jiebang-cache-'));
    const cache = new ModelCache([directory]);
    for (const name of ['passages-old.json', 'passages-now.json', 'notes.txt']) await cache.keepPassages(name, []);
    expect(await keepOnly(directory, new Set(['passages-now.json', 'seed-now.json']))).toEqual(['passages-old.json']);
    expect((await readdir(directory)).sort()).toEqual(['notes.txt', 'passages-now.json']);
    await rm(directory, { recursive: true });
  });
});
