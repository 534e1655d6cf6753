/** How far the messages of a platform's accounts were fetched, and up to where telling somebody was begun. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function syncCursors({ keyType }: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const key = sql.raw(keyType);
      await sql`create table sync_cursors (
        account ${key} primary key, cursor text not null, token text, announced bigint not null, fetched bigint not null,
        holder text, lease_until bigint not null, not_before bigint not null)`.execute(db);
      await sql`alter table channel_threads add column begun_seq integer not null default 0`.execute(db);
    },
  };
}
