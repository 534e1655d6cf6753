/** Finds conversations by their age, for what is kept no longer; the time they began never changes, so that no change costs more by it. */
import { sql, type Kysely, type Migration } from 'kysely';

export function keptUntil(): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`create index conversations_by_age on conversations (created_at, id)`.execute(db);
    },
  };
}
