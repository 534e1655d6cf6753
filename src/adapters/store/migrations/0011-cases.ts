/** Cases, the count of their numbers by day, and promises. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function cases({ keyType }: SchemaDialect): Migration {
  const key = sql.raw(keyType);
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`create table cases (
        id ${key} primary key, number ${key} not null unique, source ${key} not null unique, kind text not null, stage text not null,
        msisdn ${key}, visitor_id ${key}, conversation_id ${key}, owner_id ${key}, handler_id ${key}, due_at bigint,
        alerted integer not null, created_at bigint not null, version integer not null, body text not null)`.execute(db);
      await sql`create index cases_of_subscriber on cases (msisdn, created_at) where msisdn is not null`.execute(db);
      await sql`create index cases_of_visitor on cases (visitor_id, created_at) where visitor_id is not null`.execute(db);
      await sql`create index cases_of_conversation on cases (conversation_id) where conversation_id is not null`.execute(db);
      await sql`create index cases_of_owner on cases (owner_id, due_at) where stage <> 'closed'`.execute(db);
      await sql`create index cases_of_handler on cases (handler_id, due_at) where stage <> 'closed'`.execute(db);
      await sql`create index cases_due on cases (alerted, due_at) where due_at is not null`.execute(db);
      await sql`create table case_numbers (day ${key} primary key, last integer not null)`.execute(db);
      await sql`create table promises (
        id ${key} primary key, case_id ${key}, conversation_id ${key} not null, msisdn ${key}, state text not null, due_at bigint not null,
        is_near_told integer not null, version integer not null, body text not null)`.execute(db);
      await sql`create index promises_of_case on promises (case_id) where case_id is not null`.execute(db);
      await sql`create index promises_of_conversation on promises (conversation_id)`.execute(db);
      await sql`create index promises_of_subscriber on promises (msisdn) where msisdn is not null`.execute(db);
      await sql`create index promises_open on promises (due_at) where state = 'open'`.execute(db);
    },
  };
}
