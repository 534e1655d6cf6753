/** Where one process writes and keeps apart itself what was sent twice, an index for it would be a third of all that a turn writes to the disk. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function clientIdsInMemory({ hasOneWriter }: SchemaDialect): Migration {
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      if (hasOneWriter) await sql`drop index messages_by_client_id`.execute(db);
    },
  };
}
