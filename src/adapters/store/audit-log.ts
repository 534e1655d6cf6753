/** The log of sensitive acts in the database: rows are added and read, nothing else. */
import type { Kysely } from 'kysely';
import type { AuditEntry } from '../../domain/audit.js';
import { isRefusal } from '../../domain/errors.js';
import type { AuditLog, AuditQuery } from '../../ports/audit-log.js';
import { auditRow } from './beside-rows.js';
import type { Engine } from './engine.js';
import { isStorableKey } from './rows.js';
import type { Tables } from './tables.js';

export class StoredAuditLog implements AuditLog {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async add(entry: AuditEntry): Promise<void> {
    await keepEntry(this.#db, entry);
  }

  async list({ conversationId, staffId, act, before, beforeId, limit }: AuditQuery): Promise<readonly AuditEntry[]> {
    if (![conversationId, staffId, act, beforeId].every((key) => key === undefined || isStorableKey(key))) return [];
    let query = this.#db.selectFrom('audit_entries').select('body').orderBy('at', 'desc').orderBy('id', 'desc').limit(limit);
    if (conversationId !== undefined) query = query.where('conversation_id', '=', conversationId);
    if (staffId !== undefined) query = query.where('staff_id', '=', staffId);
    if (act !== undefined) query = query.where('act', '=', act);
    if (before !== undefined) query = query.where((where) => where.or([where('at', '<', before), ...(beforeId === undefined ? [] : [where.and([where('at', '=', before), where('id', '<', beforeId)])])]));
    return (await query.execute()).map((row) => JSON.parse(row.body) as AuditEntry);
  }
}

/** The act with its entry, both or neither: an act that answers false did nothing. */
export function withEntry<Done>(db: Kysely<Tables>, entry: AuditEntry | null | undefined, act: (db: Kysely<Tables>) => Promise<Done>): Promise<Done> {
  if (!entry) return act(db);
  return db.transaction().execute(async (acting) => {
    const done = await act(acting);
    if (done !== false && !isRefusal(done)) await keepEntry(acting, entry);
    return done;
  });
}

/** In the transaction of the act, where there is one. */
export async function keepEntry(db: Kysely<Tables>, entry: AuditEntry): Promise<void> {
  await db.insertInto('audit_entries').values(auditRow(entry)).onConflict((conflict) => conflict.column('id').doNothing()).execute();
}
