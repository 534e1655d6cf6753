/** The draft, the revisions, and the texts both are made of: each text once, under its hash. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function contentTables({ keyType }: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const key = sql.raw(keyType);
      await sql`create table content_texts (hash ${key} primary key, text text not null)`.execute(db);
      await sql`create table content_draft (
        path ${key} primary key, hash ${key} not null, version integer not null, changed_by text, changed_at bigint not null)`.execute(db);
      await sql`create table content_revisions (number integer primary key, body text not null, texts text not null)`.execute(db);
    },
  };
}
