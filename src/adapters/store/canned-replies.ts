/** Replies kept ready, in the database. */
import type { AuditEntry } from '../../domain/audit.js';
import type { CannedReply } from '../../domain/canned-reply.js';
import type { StaffId } from '../../domain/ids.js';
import type { CannedReplies } from '../../ports/canned-replies.js';
import { withEntry } from './audit-log.js';
import type { Engine } from './engine.js';
import { isStorableKey } from './rows.js';

export class StoredCannedReplies implements CannedReplies {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async listFor(staffId: StaffId | null): Promise<readonly CannedReply[]> {
    const query = this.#db.selectFrom('canned_replies').select('body').orderBy('id');
    const shared = (await query.where('owner_id', 'is', null).execute()).map(replyOf);
    if (staffId === null || !isStorableKey(staffId)) return shared;
    return [...shared, ...(await query.where('owner_id', '=', staffId).execute()).map(replyOf)];
  }

  async find(id: string): Promise<CannedReply | null> {
    if (!isStorableKey(id)) return null;
    const row = await this.#db.selectFrom('canned_replies').select('body').where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : replyOf(row);
  }

  async save(reply: CannedReply, audit?: AuditEntry): Promise<void> {
    const row = { owner_id: reply.ownerId, at: reply.updatedAt, body: JSON.stringify(reply) };
    await withEntry(this.#db, audit, (db) =>
      db
        .insertInto('canned_replies')
        .values({ id: reply.id, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute(),
    );
  }

  async remove(id: string, audit?: AuditEntry): Promise<void> {
    if (isStorableKey(id)) await withEntry(this.#db, audit, (db) => db.deleteFrom('canned_replies').where('id', '=', id).execute());
  }
}

function replyOf(row: { readonly body: string }): CannedReply {
  return JSON.parse(row.body) as CannedReply;
}
