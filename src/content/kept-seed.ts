/** Content that was read and found sound once is not read again: parsing hundreds of files is a large part of a start. */
import type { ContentText } from '../domain/content.js';
import { textFiles } from './content-files.js';
import type { KnownFiles } from './known-files.js';
import { seedKey } from './model-cache.js';
import type { ModelCache } from './model-cache.js';
import { requireSeed } from './seed.js';
import type { Seed } from './seed.js';

/** Rejects with every problem by file and line when the texts are not sound; nothing of those is kept. */
export async function soundSeed(texts: readonly ContentText[], cache: ModelCache | undefined, known?: KnownFiles): Promise<Seed> {
  const key = seedKey(texts);
  const kept = await cache?.seed(key);
  if (kept) return kept;
  const seed = await requireSeed(textFiles(texts), known);
  await cache?.keepSeed(key, seed);
  return seed;
}
