/** Serves the revision in force; a new one is a single pointer swap that no message in progress notices. */
import { join } from 'node:path';
import type { PublishedContent, Revision } from '../ports/published-content.js';
import { directoryFiles } from './content-files.js';
import { ModelCache } from './model-cache.js';
import { makeRevision } from './revision.js';
import type { RevisionMaking } from './revision.js';
import { requireSeed } from './seed.js';

export class Published implements PublishedContent {
  constructor(private revision: Revision) {}

  current(): Revision {
    return this.revision;
  }

  swap(revision: Revision): void {
    this.revision = revision;
  }
}

export type ContentOpening = Pick<RevisionMaking, 'catalogue' | 'splitter' | 'embeddings' | 'logger'> & {
  /** Holds `intents/` and `knowledge-base/`. */
  readonly contentDir: string;
  /** Written to when something had to be computed. */
  readonly cacheDir: string;
  /** Looked in as well: what the build computed beforehand. */
  readonly builtDir?: string;
};

/** Revision 1, from files. Rejects with every problem by file and line when the content is not sound. */
export async function openPublishedContent({ contentDir, cacheDir, builtDir, ...rest }: ContentOpening): Promise<Published> {
  const seed = await requireSeed(directoryFiles(contentDir));
  const cache = new ModelCache(builtDir === undefined ? [cacheDir] : [cacheDir, builtDir]);
  return new Published(await makeRevision(seed, { ...rest, number: 1, cache }));
}

/** Where a build leaves what it computed, below the directory of the compiled code. */
export function builtContentDir(distDir: string): string {
  return join(distDir, 'content');
}
