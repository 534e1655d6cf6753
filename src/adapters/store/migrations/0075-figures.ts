/** Each conversation in short, days as they were counted, and by the hour when something last changed that counts. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function figures({ keyType }: SchemaDialect): Migration {
  const key = sql.raw(keyType);
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`create table conversation_digests (
        conversation_id ${key} primary key, created_at bigint not null, updated_at bigint not null, body text not null)`.execute(db);
      await sql`create index conversation_digests_by_time on conversation_digests (created_at)`.execute(db);
      await sql`create table figure_days (
        timezone ${key} not null, day ${key} not null, starts_at bigint not null, ends_at bigint not null, made_at bigint not null,
        body text not null, primary key (timezone, day))`.execute(db);
      await sql`create table figure_hours (hour bigint primary key, changed_at bigint not null)`.execute(db);
      await sql`create index cases_by_time on cases (created_at)`.execute(db);
      await sql`create index promises_by_due on promises (due_at)`.execute(db);
    },
  };
}
