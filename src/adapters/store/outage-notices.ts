/** Outage notices in the database: each change is one conditional update on the version it was made from. */
import { sql } from 'kysely';
import type { AuditEntry } from '../../domain/audit.js';
import { ProductError, isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { conversationId } from '../../domain/ids.js';
import type { ConversationId } from '../../domain/ids.js';
import type { OutageNotice } from '../../domain/outage-notice.js';
import type { NoticeReach, OutageNotices, ReachedHow } from '../../ports/outage-notices.js';
import { withEntry } from './audit-log.js';
import type { Engine } from './engine.js';
import { isStorableKey } from './rows.js';

/** Far more than ever meet at one notice. */
const MOST_TRIES = 50;
/** More never run at once. */
const MOST_RUNNING = 100;

export class StoredOutageNotices implements OutageNotices {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async start(notice: OutageNotice, audit?: AuditEntry): Promise<boolean> {
    return withEntry(this.#db, audit, async (db) => {
      const insert = db.insertInto('outage_notices').values({ id: notice.id, started_at: notice.startedAt, ...rowOf(notice) });
      const done = await insert.onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirst();
      return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
    });
  }

  async running(): Promise<readonly OutageNotice[]> {
    const query = this.#db.selectFrom('outage_notices').select('body').where('ended_at', 'is', null);
    return (await query.orderBy('started_at', 'desc').limit(MOST_RUNNING).execute()).map(noticeOf);
  }

  async find(id: string): Promise<OutageNotice | null> {
    if (!isStorableKey(id)) return null;
    const row = await this.#db.selectFrom('outage_notices').select('body').where('id', '=', id).executeTakeFirst();
    return row ? noticeOf(row) : null;
  }

  async change(id: string, step: (one: OutageNotice) => OutageNotice | Refusal, audit?: (changed: OutageNotice) => AuditEntry): Promise<OutageNotice | Refusal> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const before = await this.find(id);
      if (!before) return refuse('not-found', 'no such notice');
      const stepped = step(before);
      if (isRefusal(stepped) || stepped === before) return stepped;
      const after = { ...stepped, version: before.version + 1 };
      const isChanged = await withEntry(this.#db, audit?.(after), async (db) => {
        const update = db.updateTable('outage_notices').set(rowOf(after)).where('id', '=', id).where('version', '=', before.version);
        return (await update.executeTakeFirst()).numUpdatedRows > 0n;
      });
      if (isChanged) return after;
    }
    throw new ProductError('unavailable', 'too many changes to one notice at once');
  }

  async list(limit: number): Promise<readonly OutageNotice[]> {
    return (await this.#db.selectFrom('outage_notices').select('body').orderBy('started_at', 'desc').orderBy('id').limit(limit).execute()).map(noticeOf);
  }

  async reach(id: string, conversation: ConversationId, how: ReachedHow, at: number): Promise<boolean> {
    const insert = this.#db.insertInto('notice_reaches').values({ notice_id: id, conversation_id: conversation, how, at, told_at: null });
    const done = await insert.onConflict((conflict) => conflict.columns(['notice_id', 'conversation_id']).doNothing()).executeTakeFirst();
    return (done.numInsertedOrUpdatedRows ?? 0n) > 0n;
  }

  async isReached(id: string, conversation: ConversationId): Promise<boolean> {
    const query = this.#db.selectFrom('notice_reaches').select('at').where('notice_id', '=', id).where('conversation_id', '=', conversation);
    return (await query.executeTakeFirst()) !== undefined;
  }

  async untold(limit: number): Promise<readonly { readonly notice: OutageNotice; readonly conversationId: ConversationId }[]> {
    const rows = await this.#db
      .selectFrom('notice_reaches as r')
      .innerJoin('outage_notices as n', 'n.id', 'r.notice_id')
      .select(['r.conversation_id', 'n.body'])
      .where('n.ended_at', 'is not', null)
      .where('n.tells', '=', 1)
      .where('r.told_at', 'is', null)
      .orderBy('r.at')
      .limit(limit)
      .execute();
    return rows.map((row) => ({ notice: noticeOf(row), conversationId: conversationId(row.conversation_id) }));
  }

  async told(id: string, conversation: ConversationId, at: number): Promise<void> {
    await this.#db.updateTable('notice_reaches').set({ told_at: at }).where('notice_id', '=', id).where('conversation_id', '=', conversation).where('told_at', 'is', null).execute();
  }

  async reachOf(ids: readonly string[]): Promise<ReadonlyMap<string, NoticeReach>> {
    const reach = new Map<string, NoticeReach>();
    if (ids.length === 0) return reach;
    const rows = await this.#db
      .selectFrom('notice_reaches')
      .select(['notice_id', 'how', sql<number>`count(*)`.as('count'), sql<number>`count(told_at)`.as('told')])
      .where('notice_id', 'in', ids)
      .groupBy(['notice_id', 'how'])
      .execute();
    for (const { notice_id: id, how, count, told } of rows) {
      const one = reach.get(id) ?? { answered: 0, waiting: 0, told: 0 };
      reach.set(id, { ...one, [how]: Number(count), told: one.told + Number(told) });
    }
    return reach;
  }
}

function rowOf(one: OutageNotice) {
  return { ended_at: one.end?.at ?? null, tells: one.end?.tells === true ? 1 : 0, version: one.version, body: JSON.stringify(one) };
}

function noticeOf({ body }: { readonly body: string }): OutageNotice {
  return JSON.parse(body) as OutageNotice;
}
