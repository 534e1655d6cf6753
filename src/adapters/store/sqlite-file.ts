/** Opens the SQLite file and makes sure that it keeps what it acknowledges. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { ProductError } from '../../domain/errors.js';

export const SQLITE_FILE_NAME = 'jiebang.db';

const BUSY_TIMEOUT_MS = 5_000;
/** Smaller than the default of 4096: a change touches many rows far apart, and each costs a whole page in the log. */
const PAGE_BYTES = 2_048;
const WAL_CHECKPOINT_PAGES = 4_000;
const CACHE_KIB = 32_768;
const STATEMENTS_KEPT = 300;
const FULL = 2;

export function openSqliteFile(dataDir: string): Database.Database {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const file = new Database(join(dataDir, SQLITE_FILE_NAME), { timeout: BUSY_TIMEOUT_MS });
  file.pragma(`page_size = ${PAGE_BYTES}`);
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.pragma('foreign_keys = ON');
  file.pragma(`wal_autocheckpoint = ${WAL_CHECKPOINT_PAGES}`);
  file.pragma(`cache_size = -${CACHE_KIB}`);
  assertDurable(file);
  return file;
}

/** WAL as it is compiled here runs with synchronous=NORMAL, which loses acknowledged commits when the power goes. */
function assertDurable(file: Database.Database): void {
  const mode: unknown = file.pragma('journal_mode', { simple: true });
  const synchronous: unknown = file.pragma('synchronous', { simple: true });
  const foreignKeys: unknown = file.pragma('foreign_keys', { simple: true });
  if (mode === 'wal' && synchronous === FULL && foreignKeys === 1) return;
  file.close();
  throw new ProductError('unavailable', `SQLite refused its settings: ${String(mode)}, ${String(synchronous)}, ${String(foreignKeys)}`);
}

/** The file as Kysely wants it, with each statement prepared once. */
export class PreparedOnce implements SqliteDatabase {
  readonly #file: Database.Database;
  readonly #statements = new Map<string, SqliteStatement>();

  constructor(file: Database.Database) {
    this.#file = file;
  }

  prepare(sql: string): SqliteStatement {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#statements.size >= STATEMENTS_KEPT) this.#statements.clear();
    const statement: SqliteStatement = this.#file.prepare<unknown[], unknown>(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  close(): void {
    this.#statements.clear();
    this.#file.close();
  }
}
