/** The record in one SQLite file: the default, for one process. */
import type { Database } from 'better-sqlite3';
import { Kysely } from 'kysely';
import { ProductError } from '../../domain/errors.js';
import type { Engine } from './engine.js';
import { BATCH_SQL, SqliteChanges } from './sqlite-changes.js';
import { ThreadedSqliteDialect } from './sqlite-dialect.js';
import { BUSY_TIMEOUT_MS, openSqliteFile, pathIn, WRITER_PRAGMAS } from './sqlite-file.js';
import { migrateFile } from './sqlite-migrating.js';
import { SqliteWriter } from './sqlite-writer.js';
import type { Tables } from './tables.js';

/** There is one thread that writes, one after the other. The second lies ready when the first is on the disk, so that it never waits for this one. */
const BATCHING = { batchesInFlight: 2, worthAnother: 16, patienceMs: 5 };

export async function openSqlite(dataDir: string): Promise<Engine> {
  let reader: Database | null = null;
  try {
    reader = openSqliteFile(dataDir);
    return await engineOn(reader, dataDir);
  } catch (error) {
    reader?.close();
    throw error instanceof ProductError ? error : new ProductError('unavailable', `no SQLite file can be kept in ${dataDir}`, error);
  }
}

async function engineOn(reader: Database, dataDir: string): Promise<Engine> {
  await migrateFile(reader);
  reader.pragma('query_only = ON');
  const writer = new SqliteWriter({
    path: pathIn(dataDir),
    timeoutMs: BUSY_TIMEOUT_MS,
    pragmas: WRITER_PRAGMAS,
    batch: BATCH_SQL,
  });
  await writer.send({ kind: 'statement', sql: 'select 1', parameters: [] });
  const db = new Kysely<Tables>({ dialect: new ThreadedSqliteDialect(reader, writer) });
  const changes = new SqliteChanges(reader, writer);
  return {
    name: 'sqlite',
    db,
    changes,
    batching: BATCHING,
    forgetting: (task) => forgetting(writer, task),
    removing: async (task) => {
      const result = await db.transaction().execute(async (removing) => {
        const removed = await task(removing);
        await writer.post({ kind: 'outdate' });
        return removed;
      });
      changes.forget();
      return result;
    },
    // One writer at a time anyway.
    writingAlone: () => Promise.resolve(),
    isUniqueViolation: (error) => hasCode(error, ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']),
    isForeignKeyViolation: (error) => hasCode(error, ['SQLITE_CONSTRAINT_FOREIGNKEY']),
    close: async () => {
      await db.destroy();
      await writer.close();
      reader.close();
    },
  };
}

/** What is freed is overwritten with zeros at all times; here the log of old pages is emptied as well. */
async function forgetting<Result>(writer: SqliteWriter, task: () => Promise<Result>): Promise<Result> {
  try {
    return await task();
  } finally {
    await writer.send({ kind: 'statement', sql: 'pragma wal_checkpoint(truncate)', parameters: [] });
  }
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}
