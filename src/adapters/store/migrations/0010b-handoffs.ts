/** Handoffs as one row each, from being asked for to how they ended; what an agent let lapse, and her wrap-up. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function handoffTables({ keyType }: SchemaDialect): Migration {
  const key = sql.raw(keyType);
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`create table handoffs (
        id ${key} primary key, conversation_id ${key} not null, asked_at bigint not null, reason text not null, skill_group text not null,
        priority integer not null, first_position integer, first_low integer, first_likely integer, first_high integer,
        ended_at bigint, ending text, detail text, ended_by ${key})`.execute(db);
      await sql`create index handoffs_by_time on handoffs (asked_at)`.execute(db);
      await sql`create index handoffs_open on handoffs (asked_at) where ended_at is null`.execute(db);
      await sql`insert into handoffs (id, conversation_id, asked_at, reason, skill_group, priority, ended_at, ending, detail)
        select 'h-' || conversation_id || '-' || joined_at, conversation_id, joined_at, 'asked', skill_group, 0, ended_at, ending, detail from handoff_endings`.execute(db);
      await sql`drop table handoff_endings`.execute(db);
      await sql`alter table presence add column lapses integer not null default 0`.execute(db);
      await sql`alter table presence add column wrap_up_until bigint not null default 0`.execute(db);
    },
  };
}
