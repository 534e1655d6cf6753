/** What the language model cost, by day and by conversation. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function modelLedger({ keyType }: SchemaDialect): Migration {
  const key = sql.raw(keyType);
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`create table model_days (day ${key} primary key, tokens bigint not null)`.execute(db);
      await sql`create table model_costs (
        conversation_id ${key} not null, purpose ${key} not null, calls integer not null, input_tokens bigint not null,
        output_tokens bigint not null, ms bigint not null, cost_micros bigint not null, primary key (conversation_id, purpose))`.execute(db);
    },
  };
}
