/** The record, the line, staff, presence, one-time codes, demo orders and the server's own secrets. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function firstTables(dialect: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await createRecord(db, dialect);
      await createLine(db, dialect);
      await createStaff(db, dialect);
      await createAccounts(db, dialect);
    },
  };
}

async function createRecord(db: Kysely<unknown>, { keyType, oftenChanged: often }: SchemaDialect): Promise<void> {
  const key = sql.raw(keyType);
  await sql`create table conversations (
    id ${key} primary key, visitor_id ${key} not null, created_at bigint not null, msisdn ${key}, state text not null,
    priority integer, waiting_since bigint, owner_id ${key}, offer_expires_at bigint, last_seq integer not null,
    subscriber_seq integer not null, handled_seq integer not null, updated_at bigint not null, body text not null) ${sql.raw(often)}`.execute(db);
  await sql`create index conversations_of_visitor on conversations (visitor_id, created_at, id)`.execute(db);
  await sql`create index conversations_of_subscriber on conversations (msisdn, created_at, id) where msisdn is not null`.execute(db);
  // Partial, so that the many conversations nobody waits for cost these indexes nothing.
  await sql`create index conversations_queued on conversations (priority desc, waiting_since, id) where state = 'queued'`.execute(db);
  await sql`create index conversations_live on conversations (owner_id, id) where state = 'live'`.execute(db);
  // A table, not an index: PostgreSQL then changes a conversation in place, since no indexed column moves with every message.
  await sql`create table turns_due (conversation_id ${key} primary key, since bigint not null)`.execute(db);
  await sql`create table messages (
    conversation_id ${key} not null, seq integer not null, id ${key} not null, client_id ${key}, at bigint not null,
    speaker text not null, body text not null, primary key (conversation_id, seq))`.execute(db);
  await sql`create unique index messages_by_client_id on messages (conversation_id, client_id) where client_id is not null`.execute(db);
  await sql`create table staff_notes (
    id ${key} primary key, conversation_id ${key} not null references conversations (id), at bigint not null, body text not null)`.execute(db);
  await sql`create index staff_notes_of_conversation on staff_notes (conversation_id, at, id)`.execute(db);
}

async function createLine(db: Kysely<unknown>, { keyType }: SchemaDialect): Promise<void> {
  const key = sql.raw(keyType);
  await sql`create table handoff_endings (
    conversation_id ${key} not null, joined_at bigint not null, ended_at bigint not null, skill_group text not null,
    ending text not null, detail text not null, primary key (conversation_id, joined_at))`.execute(db);
  await sql`create index handoff_endings_by_time on handoff_endings (ended_at)`.execute(db);
  await sql`create table services (
    conversation_id ${key} not null, staff_id ${key} not null, started_at bigint not null, ended_at bigint not null,
    skill_group text not null, primary key (conversation_id, staff_id, started_at))`.execute(db);
  await sql`create index services_by_time on services (ended_at)`.execute(db);
}

async function createStaff(db: Kysely<unknown>, { keyType }: SchemaDialect): Promise<void> {
  const key = sql.raw(keyType);
  await sql`create table staff (
    id ${key} primary key, email text not null, email_key ${key} not null unique, name text not null, role text not null,
    skill_groups text not null, languages text not null, is_active integer not null, password_hash text,
    failures integer not null default 0, locked_until bigint)`.execute(db);
  await sql`create table staff_sessions (
    token_hash ${key} primary key, staff_id ${key} not null references staff (id) on delete cascade,
    created_at bigint not null, expires_at bigint not null)`.execute(db);
  await sql`create index staff_sessions_by_expiry on staff_sessions (expires_at)`.execute(db);
  await sql`create table presence (
    staff_id ${key} primary key, status text not null, capacity integer not null, lease_until bigint not null,
    is_connected integer not null, idle_since bigint not null)`.execute(db);
}

async function createAccounts(db: Kysely<unknown>, { keyType }: SchemaDialect): Promise<void> {
  const key = sql.raw(keyType);
  await sql`create table one_time_codes (
    key ${key} primary key, msisdn ${key} not null, code_hash text not null, sent_at bigint not null,
    expires_at bigint not null, tries_left integer not null)`.execute(db);
  await sql`create index one_time_codes_by_expiry on one_time_codes (expires_at)`.execute(db);
  await sql`create table code_sendings (msisdn ${key} not null, sent_at bigint not null)`.execute(db);
  await sql`create index code_sendings_to_number on code_sendings (msisdn, sent_at)`.execute(db);
  await sql`create table orders (key ${key} primary key, msisdn ${key} not null, at bigint not null, body text not null)`.execute(db);
  await sql`create index orders_of_subscriber on orders (msisdn, at, key)`.execute(db);
  await sql`create table server_secrets (name ${key} primary key, secret text not null)`.execute(db);
}
