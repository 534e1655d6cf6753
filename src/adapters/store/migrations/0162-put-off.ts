/** When what failed is tried again, and how often it failed: errands, news of cases, telling a channel. What is fresh comes before what failed. */
import { sql, type Kysely, type Migration } from 'kysely';

export function putOff(): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      for (const table of ['errands', 'case_news']) {
        await sql`alter table ${sql.table(table)} add column next_at bigint not null default 0`.execute(db);
        await sql`alter table ${sql.table(table)} add column tries integer not null default 0`.execute(db);
      }
      await sql`alter table channel_threads add column failures integer not null default 0`.execute(db);
    },
  };
}
