/** Groups of open questions and of causes, and what belongs to each. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function findings({ keyType }: SchemaDialect): Migration {
  const key = sql.raw(keyType);
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`create table findings (
        id ${key} primary key, kind ${key} not null, locale ${key} not null, state ${key} not null, last_at bigint not null,
        version integer not null, body text not null)`.execute(db);
      await sql`create index findings_lately on findings (kind, last_at)`.execute(db);
      await sql`create table finding_items (
        source ${key} primary key, finding_id ${key} not null, at bigint not null, why text not null, area ${key}, body text not null)`.execute(db);
      await sql`create index finding_items_of_finding on finding_items (finding_id, at)`.execute(db);
    },
  };
}
