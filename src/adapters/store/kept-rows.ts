/** A small table that is read at every move of the line, and read again only when it may have changed. */
import { sql, type RawBuilder } from 'kysely';
import type { Engine } from './engine.js';

export class KeptRows<Row> {
  #kept: { readonly stamp: string; readonly rows: readonly Row[] } | null = null;
  #writes = 0;

  /** `stamp` tells on a database that others write to whether any row is another one than before; null where nobody else writes. */
  constructor(
    private readonly read: () => Promise<readonly Row[]>,
    private readonly stamp: (() => Promise<string>) | null,
  ) {}

  /** The same list again until a row changes. */
  async all(): Promise<readonly Row[]> {
    const writes = this.#writes;
    // Before the rows: what changes in between is found by the next look.
    const stamp = this.stamp === null ? '' : await this.stamp();
    if (this.#kept?.stamp === stamp) return this.#kept.rows;
    const rows = await this.read();
    // What was written here meanwhile may not be in it.
    if (writes === this.#writes) this.#kept = { stamp, rows };
    return rows;
  }

  /** To be said after every write of one's own. */
  forget(): void {
    this.#writes += 1;
    this.#kept = null;
  }
}

/** Of PostgreSQL, where other nodes write too: a short word for the versions of all rows. */
export function stampOf(engine: Engine, versions: RawBuilder<{ stamp: string | null }>): (() => Promise<string>) | null {
  if (engine.name === 'sqlite') return null;
  return async () => (await versions.execute(engine.db)).rows[0]?.stamp ?? '';
}

export const STAFF_VERSIONS = sql<{ stamp: string | null }>`select md5(string_agg(id || ' ' || xmin::text, ' ' order by id)) as stamp from staff`;
export const PRESENCE_VERSIONS = sql<{ stamp: string | null }>`select md5(string_agg(staff_id || ' ' || xmin::text, ' ' order by staff_id)) as stamp from presence`;
