/** What changes of the record leave to be done, kept with them until it is done. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function errands({ keyType }: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const key = sql.raw(keyType);
      await sql`create table errands (id ${key} primary key, kind text not null, conversation_id ${key} not null, at bigint not null, body text not null)`.execute(db);
      await sql`create index errands_of_conversation on errands (conversation_id)`.execute(db);
    },
  };
}
