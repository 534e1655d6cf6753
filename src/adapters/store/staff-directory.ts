/** Staff, their passwords and their sessions. */
import { sql, type Selectable } from 'kysely';
import type { AuditEntry } from '../../domain/audit.js';
import { ProductError } from '../../domain/errors.js';
import { staffId, type StaffId } from '../../domain/ids.js';
import type { Role, Staff } from '../../domain/staff.js';
import type { StaffDirectory, StaffSession, TryLimit } from '../../ports/staff-directory.js';
import { withEntry } from './audit-log.js';
import type { Engine } from './engine.js';
import { KeptRows, STAFF_VERSIONS, stampOf } from './kept-rows.js';
import { isStorableKey } from './rows.js';
import type { StaffSessionTable, StaffTable } from './tables.js';

export class StoredStaffDirectory implements StaffDirectory {
  readonly #engine: Engine;
  readonly #everybody: KeptRows<Staff>;

  constructor(engine: Engine) {
    this.#engine = engine;
    const read = async () => (await engine.db.selectFrom('staff').selectAll().orderBy('id').execute()).map(staffOf);
    this.#everybody = new KeptRows(read, stampOf(engine, STAFF_VERSIONS));
  }

  /** Without a hash the password that is there stays: an edited profile does not lock anybody out. */
  async save(staff: Staff, passwordHash: string | null, audit?: AuditEntry): Promise<void> {
    const { id, ...changing } = staffRow(staff);
    const password = passwordHash === null ? {} : { password_hash: passwordHash };
    const row = { id, ...changing, password_hash: passwordHash, failures: 0, locked_until: null };
    try {
      await withEntry(this.#engine.db, audit, (db) => db.insertInto('staff').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet({ ...changing, ...password })).execute());
      this.#everybody.forget();
    } catch (error) {
      if (this.#engine.isUniqueViolation(error)) throw new ProductError('conflict', 'another member of staff has this e-mail', error);
      throw error;
    }
  }

  async changePassword(id: StaffId, { from, to }: { readonly from: string | null; readonly to: string }, audit?: AuditEntry): Promise<boolean> {
    return withEntry(this.#engine.db, audit, async (db) => {
      const update = db.updateTable('staff').set({ password_hash: to }).where('id', '=', id).where('is_active', '=', 1);
      const changed = await (from === null ? update.where('password_hash', 'is', null) : update.where('password_hash', '=', from)).executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    });
  }

  async find(id: StaffId): Promise<Staff | null> {
    if (!isStorableKey(id)) return null;
    const row = await this.#engine.db.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : staffOf(row);
  }

  async credentials(email: string): ReturnType<StaffDirectory['credentials']> {
    if (!isStorableKey(email)) return null;
    const row = await this.#engine.db.selectFrom('staff').selectAll().where('email_key', '=', emailKey(email)).executeTakeFirst();
    if (row === undefined) return null;
    return { staff: staffOf(row), passwordHash: row.password_hash, failures: row.failures, lockedUntil: row.locked_until };
  }

  async takeTry(id: StaffId, { now, most, lockUntil }: TryLimit): Promise<{ readonly isLast: boolean } | null> {
    const isLast = sql<boolean>`failures + 1 >= ${sql.lit(most)}`;
    const taken = await this.#engine.db
      .updateTable('staff')
      .set({ failures: sql<number>`case when ${isLast} then 0 else failures + 1 end`, locked_until: sql<number | null>`case when ${isLast} then cast(${lockUntil} as bigint) end` })
      .where('id', '=', id)
      .where((where) => where.or([where('locked_until', 'is', null), where('locked_until', '<=', now)]))
      .returning('locked_until')
      .executeTakeFirst();
    return taken === undefined ? null : { isLast: taken.locked_until !== null };
  }

  async recordFailure(id: StaffId, failures: number, lockedUntil: number | null): Promise<void> {
    await this.#engine.db.updateTable('staff').set({ failures, locked_until: lockedUntil }).where('id', '=', id).execute();
  }

  async list(): Promise<readonly Staff[]> {
    return this.#everybody.all();
  }

  async openSession(session: StaffSession, audit?: AuditEntry): Promise<void> {
    await this.#engine.db.deleteFrom('staff_sessions').where('expires_at', '<=', session.createdAt).execute();
    const row = {
      token_hash: session.tokenHash,
      staff_id: session.staffId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
      seen_at: session.seenAt ?? null,
      device: session.device ?? null,
      address: session.address ?? null,
    };
    await withEntry(this.#engine.db, audit, (db) => db.insertInto('staff_sessions').values(row).execute());
  }

  async session(tokenHash: string, now: number): Promise<{ session: StaffSession; staff: Staff } | null> {
    if (!isStorableKey(tokenHash)) return null;
    const row = await this.#engine.db
      .selectFrom('staff_sessions')
      .innerJoin('staff', 'staff.id', 'staff_sessions.staff_id')
      .selectAll('staff')
      .select(['token_hash', 'staff_id', 'created_at', 'expires_at', 'seen_at', 'device', 'address'])
      .where('token_hash', '=', tokenHash)
      .where('expires_at', '>', now)
      .where('is_active', '=', 1)
      .executeTakeFirst();
    if (row === undefined) return null;
    const staff = staffOf(row);
    return { staff, session: sessionOf(row) };
  }

  async sessionsOf(id: StaffId, now: number): Promise<readonly StaffSession[]> {
    if (!isStorableKey(id)) return [];
    const rows = await this.#engine.db.selectFrom('staff_sessions').selectAll().where('staff_id', '=', id).where('expires_at', '>', now).orderBy('created_at').execute();
    return rows.map(sessionOf);
  }

  async touchSession(tokenHash: string, seenAt: number): Promise<void> {
    if (!isStorableKey(tokenHash)) return;
    await this.#engine.db.updateTable('staff_sessions').set({ seen_at: seenAt }).where('token_hash', '=', tokenHash).execute();
  }

  async closeSession(tokenHash: string, audit?: AuditEntry): Promise<void> {
    if (!isStorableKey(tokenHash)) return;
    await withEntry(this.#engine.db, audit, (db) => db.deleteFrom('staff_sessions').where('token_hash', '=', tokenHash).execute());
  }
}

function sessionOf(row: Selectable<StaffSessionTable>): StaffSession {
  const { seen_at: seenAt, device, address } = row;
  return {
    tokenHash: row.token_hash,
    staffId: staffId(row.staff_id),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    ...(seenAt === null ? {} : { seenAt }),
    ...(device === null ? {} : { device }),
    ...(address === null ? {} : { address }),
  };
}

function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

function staffRow(staff: Staff) {
  return {
    id: staff.id,
    email: staff.email,
    email_key: emailKey(staff.email),
    name: staff.name,
    role: staff.role,
    skill_groups: JSON.stringify(staff.skillGroups),
    languages: JSON.stringify(staff.languages),
    is_active: staff.isActive ? 1 : 0,
  };
}

function staffOf(row: Omit<Selectable<StaffTable>, 'password_hash' | 'failures' | 'locked_until'>): Staff {
  return {
    id: staffId(row.id),
    email: row.email,
    name: row.name,
    role: row.role as Role,
    skillGroups: JSON.parse(row.skill_groups) as string[],
    languages: JSON.parse(row.languages) as string[],
    isActive: row.is_active === 1,
  };
}
