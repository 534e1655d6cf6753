/** Who is at which text is told by each tab for itself: one that only looks around takes no sign of another away. Signs live for seconds, so none is carried over. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function tabsAtWork({ keyType }: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const key = sql.raw(keyType);
      await sql`drop table content_editing`.execute(db);
      await sql`create table content_editing (staff_id ${key} not null, tab ${key} not null, path ${key} not null, name text not null, seen_at bigint not null, primary key (staff_id, tab))`.execute(db);
    },
  };
}
