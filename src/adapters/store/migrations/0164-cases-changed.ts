/** When a case was changed last, for nodes that look for what the bus lost; what was there before is older than they look back. */
import { sql, type Kysely, type Migration } from 'kysely';

export function casesChanged(): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`alter table cases add column updated_at bigint not null default 0`.execute(db);
      await sql`create index cases_changed on cases (updated_at)`.execute(db);
    },
  };
}
