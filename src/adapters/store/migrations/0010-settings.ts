/** Stored settings by section, and every value they ever had. */
import { sql, type Kysely, type Migration } from 'kysely';
import type { SchemaDialect } from '../engine.js';

export function settingsTables({ keyType }: SchemaDialect): Migration {
  const key = sql.raw(keyType);
  return {
    async up(db: Kysely<unknown>): Promise<void> {
      await sql`create table settings_sections (
        section ${key} primary key, version integer not null, body text not null, changed_at bigint not null, changed_by ${key} not null)`.execute(db);
      await sql`create table settings_history (
        section ${key} not null, version integer not null, body text not null, changed_at bigint not null, changed_by ${key} not null,
        primary key (section, version))`.execute(db);
    },
  };
}
