/** News of a case that its conversation is still to be told, kept with the change it is of. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function caseNews({ keyType }: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const key = sql.raw(keyType);
      await sql`create table case_news (case_id ${key} not null, version integer not null, conversation_id ${key} not null, news text not null, entries integer not null, at bigint not null, primary key (case_id, version))`.execute(db);
      await sql`create index case_news_of_conversation on case_news (conversation_id)`.execute(db);
    },
  };
}
