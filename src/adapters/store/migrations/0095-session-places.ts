/** Where a session of staff was opened, by what, and when it was last used. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function sessionPlaces({ keyType }: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const text = sql.raw(keyType);
      for (const column of [sql`seen_at bigint`, sql`device ${text}`, sql`address ${text}`]) await sql`alter table staff_sessions add column ${column}`.execute(db);
    },
  };
}
