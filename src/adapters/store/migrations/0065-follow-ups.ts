/** Follow-ups of low ratings, one for each service; their first table held one for each conversation and was never filled. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function followUps({ keyType }: SchemaDialect): Migration {
  const key = sql.raw(keyType);
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`drop table rating_follow_ups`.execute(db);
      await sql`create table follow_ups (
        id ${key} primary key, conversation_id ${key} not null, opened_at bigint not null, state ${key} not null, version integer not null, body text not null)`.execute(db);
      await sql`create index follow_ups_by_state on follow_ups (state, opened_at)`.execute(db);
    },
  };
}
