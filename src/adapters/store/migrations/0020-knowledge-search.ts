/** Passages in full text, each engine by its own means, and the vectors of texts. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function knowledgeSearch({ keyType }: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const key = sql.raw(keyType);
      const isSqlite = keyType === 'text';
      await sql`create table passage_shelves (shelf ${key} primary key, filled_at bigint not null)`.execute(db);
      await (isSqlite ? createForSqlite(db) : createForPostgres(db, keyType));
      await sql`create table vectors (
        model ${key} not null, digest ${key} not null, floats ${sql.raw(isSqlite ? 'blob' : 'bytea')} not null, primary key (model, digest))`.execute(db);
    },
  };
}

/** The words lie in a table, and the index beside it follows by triggers. */
async function createForSqlite(db: Kysely<unknown>): Promise<void> {
  await sql`create table passages (
    number integer primary key, shelf text not null, id text not null, article_id text not null, locale text not null,
    names text not null, heading text not null, body text not null, unique (shelf, locale, id))`.execute(db);
  await sql`create virtual table passages_in_words using fts5(
    names, heading, body, content='passages', content_rowid='number', tokenize='unicode61 remove_diacritics 0')`.execute(db);
  await sql`create trigger passages_added after insert on passages begin
    insert into passages_in_words (rowid, names, heading, body) values (new.number, new.names, new.heading, new.body); end`.execute(db);
  await sql`create trigger passages_removed after delete on passages begin
    insert into passages_in_words (passages_in_words, rowid, names, heading, body)
    values ('delete', old.number, old.names, old.heading, old.body); end`.execute(db);
}

/** How many passages have a word is counted when a shelf is filled: `ts_rank` alone knows no rarity. */
async function createForPostgres(db: Kysely<unknown>, keyType: string): Promise<void> {
  const key = sql.raw(keyType);
  await sql`create table passages (
    shelf ${key} not null, id ${key} not null, article_id ${key} not null, locale text not null,
    names text not null, heading text not null, body text not null,
    words tsvector generated always as (
      setweight(to_tsvector('simple'::regconfig, names), 'A') || setweight(to_tsvector('simple'::regconfig, heading), 'B')
      || setweight(to_tsvector('simple'::regconfig, body), 'D')) stored,
    primary key (shelf, locale, id))`.execute(db);
  await sql`create index passages_in_words on passages using gin (words)`.execute(db);
  await sql`create table passage_words (
    shelf ${key} not null, locale text not null, word ${key} not null, passages integer not null, primary key (word, shelf, locale))`.execute(db);
}
