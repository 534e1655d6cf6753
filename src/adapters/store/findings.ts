/** Findings in the database: each change is one conditional update on the version it was made from, together with its item. */
import type { Transaction } from 'kysely';
import { ProductError, isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import type { Finding, FindingItem } from '../../domain/finding.js';
import type { FindingFilter, Findings, ItemMark } from '../../ports/findings.js';
import type { Engine } from './engine.js';
import { isStorableKey } from './rows.js';
import type { Tables } from './tables.js';

type Db = Engine['db'] | Transaction<Tables>;

/** Far more than ever meet at one group. */
const MOST_TRIES = 50;

export class StoredFindings implements Findings {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  add(finding: Finding, item: FindingItem): Promise<boolean> {
    return this.#db.transaction().execute(async (db) => {
      if (!(await addItem(db, finding.id, item))) return false;
      await db.insertInto('findings').values({ ...rowOf(finding), id: finding.id, kind: finding.kind, locale: finding.locale }).execute();
      return true;
    });
  }

  async join(id: string, item: FindingItem, step: (one: Finding) => Finding): Promise<boolean> {
    return this.#db.transaction().execute(async (db) => {
      if (!(await addItem(db, id, item))) return false;
      const changed = await changeFinding(db, id, step);
      if (isRefusal(changed)) throw new ProductError('internal', 'an item of a group that is not there');
      return true;
    });
  }

  async isKnown(source: string): Promise<boolean> {
    if (!isStorableKey(source)) return false;
    return (await this.#db.selectFrom('finding_items').select('source').where('source', '=', source).executeTakeFirst()) !== undefined;
  }

  async find(id: string): Promise<Finding | null> {
    return findIn(this.#db, id);
  }

  change(id: string, step: (one: Finding) => Finding | Refusal): Promise<Finding | Refusal> {
    return changeFinding(this.#db, id, step);
  }

  async list({ kind, state, locale }: FindingFilter, limit: number): Promise<readonly Finding[]> {
    let query = this.#db.selectFrom('findings').select('body').where('kind', '=', kind);
    if (state !== undefined) query = query.where('state', '=', state);
    if (locale !== undefined) query = query.where('locale', '=', locale);
    return (await query.orderBy('last_at', 'desc').orderBy('id').limit(limit).execute()).map(({ body }) => JSON.parse(body) as Finding);
  }

  async items(id: string, limit: number): Promise<readonly FindingItem[]> {
    if (!isStorableKey(id)) return [];
    const query = this.#db.selectFrom('finding_items').select('body').where('finding_id', '=', id);
    return (await query.orderBy('at', 'desc').orderBy('source').limit(limit).execute()).map(({ body }) => JSON.parse(body) as FindingItem);
  }

  async marks(ids: readonly string[], since: number): Promise<readonly ItemMark[]> {
    if (ids.length === 0) return [];
    const query = this.#db.selectFrom('finding_items').select(['finding_id', 'at', 'why', 'area']).where('finding_id', 'in', ids).where('at', '>=', since);
    return (await query.execute()).map((row) => ({ findingId: row.finding_id, at: row.at, why: row.why, area: row.area }));
  }
}

/** What was read before its conversation was erased is not kept after it: looked at once the row is in, for which an erasure under way is waited for. */
async function addItem(db: Transaction<Tables>, id: string, item: FindingItem): Promise<boolean> {
  const row = { source: item.source, finding_id: id, conversation_id: item.conversationId, at: item.at, why: item.why, area: item.area, body: JSON.stringify(item) };
  const insert = db.insertInto('finding_items').values(row).onConflict((conflict) => conflict.column('source').doNothing());
  if (((await insert.executeTakeFirst()).numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
  const erased = db.selectFrom('messages').select('seq').where('conversation_id', '=', item.conversationId).where('body', 'like', '%"erased":true}').limit(1);
  if ((await erased.executeTakeFirst()) === undefined) return true;
  await db.deleteFrom('finding_items').where('source', '=', item.source).execute();
  return false;
}

async function findIn(db: Db, id: string): Promise<Finding | null> {
  if (!isStorableKey(id)) return null;
  const row = await db.selectFrom('findings').select('body').where('id', '=', id).executeTakeFirst();
  return row ? (JSON.parse(row.body) as Finding) : null;
}

export async function changeFinding(db: Db, id: string, step: (one: Finding) => Finding | Refusal): Promise<Finding | Refusal> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const before = await findIn(db, id);
    if (!before) return refuse('not-found', 'no such group');
    const stepped = step(before);
    if (isRefusal(stepped) || stepped === before) return stepped;
    const after = { ...stepped, version: before.version + 1 };
    const update = db.updateTable('findings').set(rowOf(after)).where('id', '=', id).where('version', '=', before.version);
    if ((await update.executeTakeFirst()).numUpdatedRows > 0n) return after;
  }
  throw new ProductError('unavailable', 'too many changes to one group at once');
}

function rowOf(one: Finding) {
  return { state: one.state, last_at: one.lastAt, version: one.version, body: JSON.stringify(one) };
}
