/** Who out there stands for which conversation, and what they were told. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function channelThreads({ keyType }: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const key = sql.raw(keyType);
      await sql`create table channel_threads (
        channel text not null, external_id ${key} not null, conversation_id ${key} not null unique, address text not null, delivered_seq integer not null,
        holder text, lease_until bigint not null, not_before bigint not null, primary key (channel, external_id))`.execute(db);
    },
  };
}
