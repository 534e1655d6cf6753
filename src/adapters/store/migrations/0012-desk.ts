/** What the desk keeps beside the record: audit entries, attachments, canned replies, follow-ups of low ratings. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function deskTables({ keyType }: SchemaDialect): Migration {
  const key = sql.raw(keyType);
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`create table audit_entries (
        id ${key} primary key, at bigint not null, staff_id ${key}, act ${key} not null, conversation_id ${key}, body text not null)`.execute(db);
      await sql`create index audit_entries_by_time on audit_entries (at, id)`.execute(db);
      await sql`create index audit_entries_of_conversation on audit_entries (conversation_id, at) where conversation_id is not null`.execute(db);
      await sql`create table attachments (
        id ${key} primary key, conversation_id ${key} not null, at bigint not null, body text not null, content bytea not null)`.execute(db);
      await sql`create table canned_replies (
        id ${key} primary key, owner_id ${key}, at bigint not null, body text not null)`.execute(db);
      await sql`create index canned_replies_of_owner on canned_replies (owner_id)`.execute(db);
      await sql`create table rating_follow_ups (
        conversation_id ${key} primary key, at bigint not null, done_at bigint, body text not null)`.execute(db);
      await sql`create index rating_follow_ups_open on rating_follow_ups (at) where done_at is null`.execute(db);
    },
  };
}
