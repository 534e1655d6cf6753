/** Alerts, kept for pages that were away when they were raised. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function alerts({ keyType }: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const key = sql.raw(keyType);
      await sql`create table alerts (id ${key} primary key, at bigint not null, conversation_id ${key}, case_id ${key}, due_at bigint, body text not null)`.execute(db);
      await sql`create index alerts_by_time on alerts (at)`.execute(db);
    },
  };
}
