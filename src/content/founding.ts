/** Puts the shipped files into a store: the first revision of an empty one, and the next of one that no editor ever touched. */
import type { ContentText, DraftChange, RevisionNote } from '../domain/content.js';
import { ProductError } from '../domain/errors.js';
import type { Clock } from '../ports/clock.js';
import type { ContentStore } from '../ports/content-store.js';
import type { Logger } from '../telemetry/logger.js';
import { allTexts, directoryFiles } from './content-files.js';
import type { PictureShelf } from './picture-shelf.js';
import { picturesBelow, takePictures } from './picture-transfer.js';
import { soundSeed } from './kept-seed.js';
import type { ModelCache } from './model-cache.js';

export interface Founding {
  readonly store: ContentStore;
  /** Holds `intents/` and `knowledge-base/`. */
  readonly contentDir: string;
  /** Takes what lies in `knowledge-base/images/`. */
  readonly pictures?: PictureShelf;
  /** Where reading the same files before left what they hold. */
  readonly cache?: ModelCache;
  readonly clock: Clock;
  readonly logger?: Logger;
}

export interface StoredTexts {
  readonly number: number;
  readonly texts: readonly ContentText[];
}

/** The revision in force. Rejects when the store is empty and the files are not sound. */
export async function foundContent(founding: Founding): Promise<StoredTexts> {
  const { store, contentDir, cache } = founding;
  const files = directoryFiles(contentDir);
  const shipped = await allTexts(files);
  const [latest] = await store.revisions();
  if (!latest || (await isSuperseded(latest, shipped, founding))) {
    await soundSeed(shipped, cache);
    if (founding.pictures) await takePictures((await picturesBelow(contentDir)).files, founding.pictures);
    await publishFiles(shipped, latest?.number ?? 0, founding);
  }
  return latestTexts(store);
}

export async function latestTexts(store: ContentStore): Promise<StoredTexts> {
  const number = await store.latestNumber();
  const texts = await store.textsOf(number);
  if (!texts) throw new ProductError('internal', `revision ${number} has no texts`);
  return { number, texts };
}

/** Files of a newer version replace older files, never the work of an editor. */
async function isSuperseded(latest: RevisionNote, shipped: readonly ContentText[], { store, logger }: Founding): Promise<boolean> {
  const inForce = (await store.textsOf(latest.number)) ?? [];
  if (areSame(inForce, shipped)) return false;
  const isUntouched = latest.origin === 'files' && (await store.draft()).every(({ changedBy }) => changedBy === null);
  if (!isUntouched) logger?.info({ revision: latest.number }, 'the shipped content differs from what editors made of it; theirs is served');
  return isUntouched;
}

async function publishFiles(shipped: readonly ContentText[], after: number, { store, clock }: Founding): Promise<void> {
  const at = clock.now();
  const draft = new Map((await store.draft()).map((one) => [one.path, one]));
  const wanted = new Set(shipped.map(({ path }) => path));
  const changes: DraftChange[] = shipped.map(({ path, text }) => ({ path, text, version: draft.get(path)?.version ?? null }));
  for (const { path, version } of draft.values()) if (!wanted.has(path)) changes.push({ path, text: null, version });
  const note = { note: '', at, by: null, restoredFrom: null, overrideReason: null, approvedBy: null };
  // Of several nodes that start on an empty store one publishes; the others find it published.
  await store.publish({ revision: { ...note, number: after + 1, origin: 'files' }, texts: shipped, draft: { changes, by: null, at } });
}

export function areSame(one: readonly ContentText[], other: readonly ContentText[]): boolean {
  const texts = new Map(one.map(({ path, text }) => [path, text]));
  return one.length === other.length && other.every(({ path, text }) => texts.get(path) === text);
}
