/** Which place in line was told last on an outside channel. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function toldPlaces({ keyType }: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const key = sql.raw(keyType);
      await sql`create table told_places (conversation_id ${key} primary key, place ${key} not null, told_at bigint not null)`.execute(db);
    },
  };
}
