/** Keys of programs, and webhooks with what was to be delivered. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function apiKeysAndWebhooks({ keyType }: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const key = sql.raw(keyType);
      await sql`create table api_keys (id ${key} primary key, hash ${key} not null unique, created_at bigint not null, revoked_at bigint, last_used_at bigint, body text not null)`.execute(db);
      await sql`create table webhooks (id ${key} primary key, created_at bigint not null, body text not null)`.execute(db);
      await sql`create table webhook_deliveries (
        id ${key} primary key, webhook_id ${key} not null, state text not null, created_at bigint not null, next_at bigint not null, holder_until bigint not null,
        attempts integer not null, body text not null, outcome text not null)`.execute(db);
      await sql`create index webhook_deliveries_due on webhook_deliveries (state, next_at)`.execute(db);
      await sql`create index webhook_deliveries_of on webhook_deliveries (webhook_id, created_at)`.execute(db);
    },
  };
}
