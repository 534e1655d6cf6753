/** The log of sensitive acts in the database: rows are added and read, nothing else. */
import type { AuditEntry } from '../../domain/audit.js';
import type { AuditLog, AuditQuery } from '../../ports/audit-log.js';
import type { Engine } from './engine.js';
import { isStorableKey } from './rows.js';

export class StoredAuditLog implements AuditLog {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async add(entry: AuditEntry): Promise<void> {
    const { id, at, act, conversationId } = entry;
    const row = { id, at, act, staff_id: entry.staff?.id ?? null, conversation_id: conversationId, body: JSON.stringify(entry) };
    await this.#db.insertInto('audit_entries').values(row).onConflict((conflict) => conflict.column('id').doNothing()).execute();
  }

  async list({ conversationId, staffId, act, before, limit }: AuditQuery): Promise<readonly AuditEntry[]> {
    if (![conversationId, staffId, act].every((key) => key === undefined || isStorableKey(key))) return [];
    let query = this.#db.selectFrom('audit_entries').select('body').orderBy('at', 'desc').orderBy('id', 'desc').limit(limit);
    if (conversationId !== undefined) query = query.where('conversation_id', '=', conversationId);
    if (staffId !== undefined) query = query.where('staff_id', '=', staffId);
    if (act !== undefined) query = query.where('act', '=', act);
    if (before !== undefined) query = query.where('at', '<', before);
    return (await query.execute()).map((row) => JSON.parse(row.body) as AuditEntry);
  }
}
