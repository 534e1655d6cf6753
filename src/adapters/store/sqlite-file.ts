/** Opens the SQLite file and makes sure that it keeps what it acknowledges. */
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { ProductError } from '../../domain/errors.js';
import type { SchemaDialect } from './engine.js';

export const SQLITE_FILE_NAME = 'jiebang.db';
export const BUSY_TIMEOUT_MS = 5_000;

/**
 * What is touched is written to the log by the page. Of half as much, the pages of the indexes are full so often that shifting their rows to
 * neighbours writes half as many pages again; of twice as much, most of what is written has not changed. Older files keep what they have.
 */
const PAGE_BYTES = 4_096;
const FULL = 2;

/** What every connection is opened with; `synchronous` is NORMAL otherwise in WAL as it is compiled here. */
export const PRAGMAS = ['synchronous = FULL', 'foreign_keys = ON'] as const;

/**
 * What is overwritten or freed leaves zeros at all times: an erasure reaches what is still there, not pages that a growing row left before.
 * The log is copied back often enough that it never holds up a commit for long. The cache is no larger, since most commits look through all of it.
 */
export const WRITER_PRAGMAS = [...PRAGMAS, 'wal_autocheckpoint = 2000', 'cache_size = -16384', 'secure_delete = on'] as const;

export const SQLITE_SCHEMA: SchemaDialect = { keyType: 'text', oftenChanged: '', hasOneWriter: true };

export function pathIn(dataDir: string): string {
  return join(dataDir, SQLITE_FILE_NAME);
}

export function openSqliteFile(dataDir: string): Database.Database {
  makeFolder(resolve(dataDir));
  const file = new Database(pathIn(dataDir), { timeout: BUSY_TIMEOUT_MS });
  file.pragma(`page_size = ${PAGE_BYTES}`);
  file.pragma('journal_mode = WAL');
  for (const pragma of PRAGMAS) file.pragma(pragma);
  assertDurable(file);
  return file;
}

/** From the top down: where one cannot be made (`/proc/x/y`), Node's own recursive way tries for ever. */
function makeFolder(path: string): void {
  if (isFolder(path)) return;
  makeFolder(dirname(path));
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Another process may have made it meanwhile.
    if (!isFolder(path)) throw error;
  }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
}

function assertDurable(file: Database.Database): void {
  const mode: unknown = file.pragma('journal_mode', { simple: true });
  const synchronous: unknown = file.pragma('synchronous', { simple: true });
  const foreignKeys: unknown = file.pragma('foreign_keys', { simple: true });
  if (mode === 'wal' && synchronous === FULL && foreignKeys === 1) return;
  file.close();
  throw new ProductError('unavailable', `SQLite refused its settings: ${String(mode)}, ${String(synchronous)}, ${String(foreignKeys)}`);
}
