/** When an account was first announced: what people wrote long before it was answered by others. Accounts that are there have been fetched from. */
import { sql, type Kysely, type Migration } from 'kysely';

export function announcedSince(): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`alter table sync_cursors add column since bigint not null default 0`.execute(db);
    },
  };
}
