/** The last version of each text that was taken out of the draft: one that is written anew goes on counting, so that nobody who read the one before saves over it. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function textsTakenOut({ keyType }: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`create table content_taken_out (path ${sql.raw(keyType)} primary key, version integer not null)`.execute(db);
    },
  };
}
