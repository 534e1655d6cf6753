/** Publications that wait for a second person or for their time, and who is at work on which text. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function contentPlans({ keyType }: SchemaDialect): Migration {
  const key = sql.raw(keyType);
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`create table content_plans (
        id ${key} primary key, state ${key} not null, asked_at bigint not null, due_at bigint, lease_until bigint not null, body text not null, texts text not null)`.execute(db);
      await sql`create index content_plans_due on content_plans (due_at) where state = 'scheduled'`.execute(db);
      await sql`create table content_editing (staff_id ${key} primary key, path ${key} not null, name text not null, seen_at bigint not null)`.execute(db);
    },
  };
}
