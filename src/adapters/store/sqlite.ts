/** The record in one SQLite file: the default, for one process. */
import { Kysely, SqliteDialect } from 'kysely';
import type { Engine } from './engine.js';
import { migrate } from './migrate.js';
import { SqliteChanges } from './sqlite-changes.js';
import { openSqliteFile, PreparedOnce } from './sqlite-file.js';
import type { Tables } from './tables.js';

export async function openSqlite(dataDir: string): Promise<Engine> {
  const file = openSqliteFile(dataDir);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database: new PreparedOnce(file) }) });
  try {
    await migrate(db, { keyType: 'text' });
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return {
    name: 'sqlite',
    db,
    changes: new SqliteChanges(file),
    batchesInFlight: 1,
    isUniqueViolation: (error) => hasCode(error, ['SQLITE_CONSTRAINT_UNIQUE', 'SQLITE_CONSTRAINT_PRIMARYKEY']),
    isForeignKeyViolation: (error) => hasCode(error, ['SQLITE_CONSTRAINT_FOREIGNKEY']),
    close: () => db.destroy(),
  };
}

function hasCode(error: unknown, codes: readonly string[]): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string' && codes.includes(error.code);
}
