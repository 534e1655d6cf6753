/** Models and the like that one node computed, for the others. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function computedContent({ keyType }: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const bytes = sql.raw(keyType === 'text' ? 'blob' : 'bytea');
      await sql`create table computed_content (name ${sql.raw(keyType)} primary key, kept_at bigint not null, bytes ${bytes} not null)`.execute(db);
    },
  };
}
