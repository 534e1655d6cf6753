/** Outage notices, and which conversations each has reached. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function outageNotices({ keyType }: SchemaDialect): Migration {
  const key = sql.raw(keyType);
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`create table outage_notices (
        id ${key} primary key, started_at bigint not null, ended_at bigint, tells integer not null, version integer not null, body text not null)`.execute(db);
      await sql`create index outage_notices_running on outage_notices (started_at) where ended_at is null`.execute(db);
      await sql`create table notice_reaches (
        notice_id ${key} not null, conversation_id ${key} not null, how text not null, at bigint not null, told_at bigint,
        primary key (notice_id, conversation_id))`.execute(db);
      await sql`create index notice_reaches_untold on notice_reaches (notice_id) where told_at is null`.execute(db);
    },
  };
}
