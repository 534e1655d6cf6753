/** Brings a SQLite file to the newest shape in one transaction: a start that is cut short leaves it as it was, and not half changed. */
import type { Database } from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { migrate } from './migrate.js';
import { SQLITE_SCHEMA } from './sqlite-file.js';

export async function migrateFile(file: Database): Promise<void> {
  file.exec('begin immediate');
  try {
    await migrate(new Kysely({ dialect: new SqliteDialect({ database: file }) }), SQLITE_SCHEMA);
    file.exec('commit');
  } catch (error) {
    if (file.inTransaction) file.exec('rollback');
    throw error;
  }
}
