/** Who of the staff is there, as leases in the database. */
import type { Selectable } from 'kysely';
import { staffId, type StaffId } from '../../domain/ids.js';
import type { PresenceStatus } from '../../domain/staff.js';
import type { PresenceBoard, PresenceRow } from '../../ports/presence-board.js';
import type { Engine } from './engine.js';
import { KeptRows, PRESENCE_VERSIONS, stampOf } from './kept-rows.js';
import type { PresenceTable } from './tables.js';

export class StoredPresenceBoard implements PresenceBoard {
  readonly #db: Engine['db'];
  readonly #rows: KeptRows<PresenceRow>;

  constructor(engine: Engine) {
    this.#db = engine.db;
    const read = async () => (await engine.db.selectFrom('presence').selectAll().orderBy('staff_id').execute()).map(presenceOf);
    this.#rows = new KeptRows(read, stampOf(engine, PRESENCE_VERSIONS));
  }

  async set(row: PresenceRow): Promise<void> {
    const changing = {
      status: row.status,
      capacity: row.capacity,
      lease_until: row.leaseUntil,
      is_connected: row.isConnected ? 1 : 0,
      idle_since: row.idleSince,
      lapses: row.lapses,
      wrap_up_until: row.wrapUpUntil,
    };
    const insert = this.#db.insertInto('presence').values({ staff_id: row.staffId, ...changing });
    await insert.onConflict((conflict) => conflict.column('staff_id').doUpdateSet(changing)).execute();
    this.#rows.forget();
  }

  async find(id: StaffId): Promise<PresenceRow | null> {
    const row = await this.#db.selectFrom('presence').selectAll().where('staff_id', '=', id).executeTakeFirst();
    return row === undefined ? null : presenceOf(row);
  }

  async all(): Promise<readonly PresenceRow[]> {
    return this.#rows.all();
  }

  async renew(staffIds: readonly StaffId[], leaseUntil: number, isConnected: boolean): Promise<void> {
    if (staffIds.length === 0) return;
    const changing = { lease_until: leaseUntil, is_connected: isConnected ? 1 : 0 };
    await this.#db.updateTable('presence').set(changing).where('staff_id', 'in', staffIds).execute();
    this.#rows.forget();
  }

  async touchIdle(id: StaffId, idleSince: number, wrapUpUntil: number): Promise<void> {
    await this.#db.updateTable('presence').set({ idle_since: idleSince, wrap_up_until: wrapUpUntil }).where('staff_id', '=', id).execute();
    this.#rows.forget();
  }

  async countLapse(id: StaffId): Promise<number> {
    const update = this.#db.updateTable('presence').set((row) => ({ lapses: row('lapses', '+', 1) }));
    const counted = await update.where('staff_id', '=', id).returning('lapses').executeTakeFirst();
    this.#rows.forget();
    return counted?.lapses ?? 0;
  }

  async clearLapses(id: StaffId): Promise<void> {
    const { numUpdatedRows } = await this.#db.updateTable('presence').set({ lapses: 0 }).where('staff_id', '=', id).where('lapses', '>', 0).executeTakeFirst();
    // Most have none, and every accepted offer clears them.
    if (numUpdatedRows > 0n) this.#rows.forget();
  }
}

function presenceOf(row: Selectable<PresenceTable>): PresenceRow {
  return {
    staffId: staffId(row.staff_id),
    status: row.status as PresenceStatus,
    capacity: row.capacity,
    leaseUntil: row.lease_until,
    isConnected: row.is_connected === 1,
    idleSince: row.idle_since,
    lapses: row.lapses,
    wrapUpUntil: row.wrap_up_until,
  };
}
