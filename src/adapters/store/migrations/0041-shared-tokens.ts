/** Access tokens of outside platforms, one for all nodes. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function sharedTokens({ keyType }: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`create table shared_tokens (name ${sql.raw(keyType)} primary key, value text, expires_at bigint not null, fetching_until bigint not null)`.execute(db);
    },
  };
}
