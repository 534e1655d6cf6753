/** When a refund that is approved and not paid is next tried, and how often it was tried already. */
import { sql, type Kysely, type Migration } from 'kysely';

export function unpaidRefunds(): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`alter table cases add column pay_at bigint`.execute(db);
      await sql`alter table cases add column pay_tries integer not null default 0`.execute(db);
      // Within a text quotes are escaped: only a state is written so, and only a refund has this one.
      await sql`update cases set pay_at = 0 where body like '%"state":"approved"%'`.execute(db);
      await sql`create index cases_to_pay on cases (pay_at) where pay_at is not null`.execute(db);
    },
  };
}
