/** Pictures of articles, by names made of what they hold. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function pictures({ keyType }: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      const bytes = sql.raw(keyType === 'text' ? 'blob' : 'bytea');
      await sql`create table pictures (name ${sql.raw(keyType)} primary key, at bigint not null, body text not null, content ${bytes} not null)`.execute(db);
      await sql`create index pictures_by_time on pictures (at)`.execute(db);
    },
  };
}
