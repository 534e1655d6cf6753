/** Under which ids outside channels keep what they were told. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function toldWords({ keyType }: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const key = sql.raw(keyType);
      await sql`create table told_words (
        conversation_id ${key} not null, seq integer not null, outside_id text not null, told_at bigint not null, is_due integer not null,
        held_until bigint not null, primary key (conversation_id, seq))`.execute(db);
      await sql`create index told_words_due on told_words (is_due, held_until)`.execute(db);
    },
  };
}
