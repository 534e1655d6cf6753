/** What happened that programs are to be told, kept with what happened until it is passed on. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function happenings({ keyType }: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const key = sql.raw(keyType);
      await sql`create table happenings (id ${key} primary key, conversation_id ${key}, case_id ${key}, body text not null)`.execute(db);
      await sql`create index happenings_of_conversation on happenings (conversation_id)`.execute(db);
      await sql`create index happenings_of_case on happenings (case_id)`.execute(db);
    },
  };
}
