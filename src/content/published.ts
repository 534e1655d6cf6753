/** Serves the revision in force; a new one is a single pointer swap that no message in progress notices. */
import { join } from 'node:path';
import type { ContentText } from '../domain/content.js';
import type { PublishedContent, Revision } from '../ports/published-content.js';
import { allTexts, directoryFiles } from './content-files.js';
import { soundSeed } from './kept-seed.js';
import type { KnownFiles } from './known-files.js';
import { keepOnly, ModelCache, modelKey, passagesKey, seedKey } from './model-cache.js';
import { makeRevision } from './revision.js';
import type { RevisionMaking } from './revision.js';
import type { Seed } from './seed.js';
import { ShippedEars } from './shipped-ears.js';

export class Published implements PublishedContent {
  constructor(private revision: Revision) {}

  current(): Revision {
    return this.revision;
  }

  swap(revision: Revision): void {
    this.revision = revision;
  }
}

export type RevisionParts = Pick<RevisionMaking, 'ears' | 'catalogue' | 'splitter' | 'embeddings' | 'logger' | 'onProgress' | 'signal' | 'shared' | 'shelves'> & Folders;

export interface Folders {
  /** Written to when something had to be computed. */
  readonly cacheDir: string;
  /** Looked in as well: what the build computed beforehand. */
  readonly builtDir?: string;
  /** Files that were read for an earlier revision are not read again. */
  readonly known?: KnownFiles;
}

export type ContentOpening = Omit<RevisionParts, 'ears'> & {
  /** Holds `intents/` and `knowledge-base/`. */
  readonly contentDir: string;
};

/** Revision 1, from files. Rejects with every problem by file and line when the content is not sound. */
export async function openPublishedContent({ contentDir, ...parts }: ContentOpening): Promise<Published> {
  const ears = shippedEars({ ...parts, contentDir });
  return new Published(await revisionOf(1, await allTexts(directoryFiles(contentDir)), { ...parts, ears }));
}

/** Leaves of what builds computed only what this very content is served by; gives the names of what went. */
export async function withoutOlder({ contentDir, ...parts }: ContentOpening): Promise<readonly string[]> {
  const texts = await allTexts(directoryFiles(contentDir));
  const seed = await soundSeed(texts, cacheOf(parts));
  const ears = await shippedEars({ ...parts, contentDir }).name();
  return keepOnly(parts.cacheDir, new Set([seedKey(texts), ears, modelKey(seed, ears, null), passagesKey(seed)]));
}

/** A revision of texts that were checked before. Rejects like `openPublishedContent`. */
export async function revisionOf(number: number, texts: readonly ContentText[], parts: RevisionParts): Promise<Revision> {
  return revisionFrom(await soundSeed(texts, cacheOf(parts), parts.known), number, parts);
}

/** Of content that was read and found sound. */
export function revisionFrom(seed: Seed, number: number, parts: RevisionParts): Promise<Revision> {
  return makeRevision(seed, { ...parts, number, cache: cacheOf(parts) });
}

/** Those of the content in `contentDir`. */
export function shippedEars({ contentDir, ...parts }: Folders & Pick<RevisionMaking, 'shared' | 'logger'> & Pick<ContentOpening, 'contentDir'>): ShippedEars {
  const { logger } = parts;
  return new ShippedEars({ contentDir, cache: cacheOf(parts), ...(logger ? { logger } : {}) });
}

export function cacheOf({ cacheDir, builtDir, shared, logger }: Folders & Pick<RevisionMaking, 'shared' | 'logger'>): ModelCache {
  const onTrouble = logger && ((error: unknown) => logger.warn({ error }, 'what was computed from the content could not be kept on disk; it is computed again when it is wanted'));
  return new ModelCache(builtDir === undefined ? [cacheDir] : [cacheDir, builtDir], shared, onTrouble);
}

/** Where a build leaves what it computed, below the directory of the compiled code. */
export function builtContentDir(distDir: string): string {
  return join(distDir, 'content');
}
