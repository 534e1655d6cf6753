/** The draft and the revisions of content; every text is kept once, under its hash. */
import { createHash } from 'node:crypto';
import type { Transaction } from 'kysely';
import { ProductError } from '../../domain/errors.js';
import type { ContentAuthor, ContentText, DraftChange, DraftText, RevisionNote } from '../../domain/content.js';
import type { ContentStore, DraftConflict, DraftEdit, Publication } from '../../ports/content-store.js';
import { keepEntry } from './audit-log.js';
import type { Engine } from './engine.js';
import type { Tables } from './tables.js';

type Db = Engine['db'] | Transaction<Tables>;
type Kept = ReadonlyMap<string, { readonly hash: string; readonly version: number }>;

/** Rows in one statement: both engines bound the number of values. */
const CHUNK = 200;

/** Editors do not save faster than this. */
const MOST_TRIES = 10;

/** Leaves the transaction without a trace. */
class Conflicted extends Error {
  constructor(readonly paths: readonly string[]) {
    super('the draft moved on');
  }
}

export class StoredContent implements ContentStore {
  readonly #engine: Engine;
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#db = engine.db;
  }

  async draft(): Promise<readonly DraftText[]> {
    const rows = await this.#db
      .selectFrom('content_draft')
      .innerJoin('content_texts', 'content_texts.hash', 'content_draft.hash')
      .select(['path', 'text', 'version', 'changed_by', 'changed_at'])
      .orderBy('path')
      .execute();
    return rows.map(({ path, text, version, changed_by, changed_at }) => ({
      ...{ path, text, version, changedAt: changed_at },
      changedBy: changed_by === null ? null : (JSON.parse(changed_by) as ContentAuthor),
    }));
  }

  async editDraft(edit: DraftEdit): Promise<'changed' | DraftConflict> {
    try {
      await this.#db.transaction().execute((trx) => applyEdit(trx, edit));
      return 'changed';
    } catch (error) {
      if (error instanceof Conflicted) return { conflicts: error.paths };
      // Two editors added the same text at the same moment: the later one has not seen the earlier.
      if (this.#engine.isUniqueViolation(error)) return { conflicts: edit.changes.map(({ path }) => path) };
      throw error;
    }
  }

  async revisions(): Promise<readonly RevisionNote[]> {
    const rows = await this.#db.selectFrom('content_revisions').select('body').orderBy('number', 'desc').execute();
    return rows.map(({ body }) => JSON.parse(body) as RevisionNote);
  }

  async latestNumber(): Promise<number> {
    const row = await this.#db
      .selectFrom('content_revisions')
      .select(({ fn }) => fn.max('number').as('latest'))
      .executeTakeFirst();
    return Number(row?.latest ?? 0);
  }

  async textsOf(number: number): Promise<readonly ContentText[] | null> {
    const row = await this.#db.selectFrom('content_revisions').select('texts').where('number', '=', number).executeTakeFirst();
    if (row === undefined) return null;
    return textsByHash(this.#db, JSON.parse(row.texts) as Readonly<Record<string, string>>);
  }

  async publish(publication: Publication): Promise<'published' | 'taken'> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.#published(publication);
      } catch (error) {
        // An editor saved between the look at the draft and its change: looked at anew, what she saved stays hers.
        if (!(error instanceof Conflicted)) throw error;
        if (tries >= MOST_TRIES) throw new ProductError('conflict', 'the draft is being changed', error);
      }
    }
  }

  async #published({ revision, texts, draft, audit = [] }: Publication): Promise<'published' | 'taken'> {
    const hashes = hashesOf(texts);
    try {
      await this.#db.transaction().execute(async (trx) => {
        await keepTexts(trx, texts.map(({ text }) => text));
        await trx.insertInto('content_revisions').values({ number: revision.number, body: JSON.stringify(revision), texts: JSON.stringify(hashes) }).execute();
        if (draft) await applyEdit(trx, { ...draft, changes: await stillUntouched(trx, draft.changes) });
        for (const entry of audit) await keepEntry(trx, entry);
      });
      return 'published';
    } catch (error) {
      if (this.#engine.isUniqueViolation(error)) return 'taken';
      throw error;
    }
  }
}

/** What an editor changed meanwhile stays hers. */
async function stillUntouched(db: Db, changes: readonly DraftChange[]): Promise<readonly DraftChange[]> {
  const kept = await keptOf(db, changes.map(({ path }) => path));
  return changes.filter(({ path, version }) => version === undefined || (kept.get(path)?.version ?? null) === version);
}

async function applyEdit(db: Db, { changes, by, at, audit = [] }: DraftEdit): Promise<void> {
  const kept = await keptOf(db, changes.map(({ path }) => path));
  const conflicts = changes.filter(({ path, version }) => version !== undefined && (kept.get(path)?.version ?? null) !== version);
  if (conflicts.length > 0) throw new Conflicted(conflicts.map(({ path }) => path));
  await keepTexts(db, changes.flatMap(({ text }) => text ?? []));
  const author = { changed_by: by === null ? null : JSON.stringify(by), changed_at: at };
  const fresh = changes.flatMap(({ path, text }) => (text === null || kept.has(path) ? [] : [{ path, text }]));
  const before = await lastVersions(db, fresh.map(({ path }) => path));
  const added = fresh.map(({ path, text }) => ({ path, hash: hashOf(text), version: (before.get(path) ?? 0) + 1, ...author }));
  for (const part of chunks(added)) await db.insertInto('content_draft').values(part).execute();
  for (const { path, text } of changes) {
    const known = kept.get(path);
    if (known) await replace(db, { path, known, hash: text === null ? null : hashOf(text) }, author);
  }
  for (const entry of audit) await keepEntry(db, entry);
}

interface Replacing {
  readonly path: string;
  readonly known: { readonly hash: string; readonly version: number };
  /** Null: taken out. */
  readonly hash: string | null;
}

/** Conditional on the version read above: of two editors at the same moment one is told. */
async function replace(db: Db, { path, known, hash }: Replacing, author: { changed_by: string | null; changed_at: number }): Promise<void> {
  if (hash === known.hash) return;
  if (hash === null) await db.insertInto('content_taken_out').values({ path, version: known.version }).onConflict((conflict) => conflict.column('path').doUpdateSet({ version: known.version })).execute();
  const changed =
    hash === null
      ? (await db.deleteFrom('content_draft').where('path', '=', path).where('version', '=', known.version).executeTakeFirst()).numDeletedRows
      : (await db.updateTable('content_draft').set({ hash, version: known.version + 1, ...author }).where('path', '=', path).where('version', '=', known.version).executeTakeFirst()).numUpdatedRows;
  if (Number(changed) === 0) throw new Conflicted([path]);
}

/** Of texts that were there once. */
async function lastVersions(db: Db, paths: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const versions = new Map<string, number>();
  for (const part of chunks(paths)) {
    for (const { path, version } of await db.selectFrom('content_taken_out').selectAll().where('path', 'in', part).execute()) versions.set(path, version);
  }
  return versions;
}

async function keptOf(db: Db, paths: readonly string[]): Promise<Kept> {
  const kept = new Map<string, { hash: string; version: number }>();
  for (const part of chunks(paths)) {
    for (const { path, hash, version } of await db.selectFrom('content_draft').select(['path', 'hash', 'version']).where('path', 'in', part).execute()) kept.set(path, { hash, version });
  }
  return kept;
}

export function hashesOf(texts: readonly ContentText[]): Readonly<Record<string, string>> {
  return Object.fromEntries(texts.map(({ path, text }) => [path, hashOf(text)]));
}

/** In the order of the paths. */
export async function textsByHash(db: Db, hashes: Readonly<Record<string, string>>): Promise<readonly ContentText[]> {
  const texts = new Map<string, string>();
  for (const part of chunks([...new Set(Object.values(hashes))])) {
    for (const { hash, text } of await db.selectFrom('content_texts').selectAll().where('hash', 'in', part).execute()) texts.set(hash, text);
  }
  return Object.entries(hashes)
    .map(([path, hash]) => ({ path, text: texts.get(hash) ?? '' }))
    .sort((one, other) => (one.path < other.path ? -1 : 1));
}

export async function keepTexts(db: Db, texts: readonly string[]): Promise<void> {
  const rows = new Map(texts.map((text) => [hashOf(text), text]));
  for (const part of chunks([...rows].map(([hash, text]) => ({ hash, text })))) {
    await db.insertInto('content_texts').values(part).onConflict((conflict) => conflict.column('hash').doNothing()).execute();
  }
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function* chunks<Value>(values: readonly Value[]): Generator<Value[]> {
  for (let at = 0; at < values.length; at += CHUNK) yield values.slice(at, at + CHUNK);
}
