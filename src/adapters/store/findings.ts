/** Findings in the database: each change is one conditional update on the version it was made from, together with its item. */
import type { Transaction } from 'kysely';
import type { AuditEntry } from '../../domain/audit.js';
import type { Refusal } from '../../domain/errors.js';
import type { Finding, FindingItem } from '../../domain/finding.js';
import type { FindingFilter, FindingMove, Findings, ItemMark } from '../../ports/findings.js';
import { keepEntry, withEntry } from './audit-log.js';
import type { Engine } from './engine.js';
import { ERASED_ENDING } from './erased-words.js';
import { changeFinding, findingIn, insertFinding } from './finding-rows.js';
import { agreed, moveItems, orRefusal } from './findings-moved.js';
import { isStorableKey } from './rows.js';
import type { Tables } from './tables.js';

export class StoredFindings implements Findings {
  readonly #engine: Engine;
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#engine = engine;
    this.#db = engine.db;
  }

  add(finding: Finding, item: FindingItem): Promise<boolean> {
    return this.#db.transaction().execute(async (db) => {
      if (!(await addItem(db, finding.id, item))) return false;
      await insertFinding(db, finding);
      return true;
    });
  }

  join(id: string, item: FindingItem, step: (one: Finding) => Finding): Promise<boolean | Refusal> {
    return orRefusal(
      this.#db.transaction().execute(async (db) => {
        if (!(await addItem(db, id, item))) return false;
        agreed(await changeFinding(db, id, step));
        return true;
      }),
    );
  }

  move(move: FindingMove, audit?: AuditEntry): Promise<Finding | Refusal> {
    const moved = this.#db.transaction().execute(async (moving) => {
      const into = await moveItems({ engine: this.#engine, moving }, move);
      if (audit) await keepEntry(moving, audit);
      return into;
    });
    return orRefusal(moved);
  }

  async isKnown(source: string): Promise<boolean> {
    if (!isStorableKey(source)) return false;
    return (await this.#db.selectFrom('finding_items').select('source').where('source', '=', source).executeTakeFirst()) !== undefined;
  }

  async find(id: string): Promise<Finding | null> {
    return findingIn(this.#db, id);
  }

  change(id: string, step: (one: Finding) => Finding | Refusal, audit?: AuditEntry): Promise<Finding | Refusal> {
    return withEntry(this.#db, audit, (db) => changeFinding(db, id, step));
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

/** What was read before its words were erased is not kept after it: looked at once the row is in, for which an erasure under way is waited for. */
async function addItem(db: Transaction<Tables>, id: string, item: FindingItem): Promise<boolean> {
  const row = { source: item.source, finding_id: id, conversation_id: item.conversationId, at: item.at, why: item.why, area: item.area, body: JSON.stringify(item) };
  const insert = db.insertInto('finding_items').values(row).onConflict((conflict) => conflict.column('source').doNothing());
  if (((await insert.executeTakeFirst()).numInsertedOrUpdatedRows ?? 0n) === 0n) return false;
  if (!(await isOfErasedWords(db, item))) return true;
  await db.deleteFrom('finding_items').where('source', '=', item.source).execute();
  return false;
}

/** In a conversation that goes on after an erasure what was said since still counts. */
async function isOfErasedWords(db: Transaction<Tables>, { conversationId, at }: FindingItem): Promise<boolean> {
  const said = db.selectFrom('messages').select('body').where('conversation_id', '=', conversationId);
  const erased = await said.where('body', 'like', `%${ERASED_ENDING}`).limit(1).executeTakeFirst();
  if (erased === undefined) return false;
  const upToIt = await said.where('at', '<=', at).orderBy('seq', 'desc').limit(1).executeTakeFirst();
  return upToIt === undefined || upToIt.body.endsWith(ERASED_ENDING);
}
