/** Publications that wait, and editors at work, in the database. */
import type { AuditEntry } from '../../domain/audit.js';
import type { ContentText } from '../../domain/content.js';
import { staffId as asStaffId } from '../../domain/ids.js';
import type { EditorAtWork, PlannedPublication, PlanState } from '../../domain/planned-publication.js';
import type { ContentPlans } from '../../ports/content-plans.js';
import { keepEntry, withEntry } from './audit-log.js';
import { hashesOf, keepTexts, textsByHash } from './content.js';
import type { Engine } from './engine.js';

const WAITING: readonly PlanState[] = ['awaiting', 'scheduled'];
/** Signs of life count for seconds. */
const SIGNS_KEPT_MS = 3_600_000;

export class StoredContentPlans implements ContentPlans {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async add(plan: PlannedPublication, texts: readonly ContentText[], audit?: AuditEntry): Promise<void> {
    const { id, state, askedAt, at } = plan;
    await this.#db.transaction().execute(async (trx) => {
      await keepTexts(trx, texts.map(({ text }) => text));
      await trx
        .insertInto('content_plans')
        .values({ id, state, asked_at: askedAt, due_at: at, lease_until: 0, body: JSON.stringify(plan), texts: JSON.stringify(hashesOf(texts)) })
        .execute();
      if (audit) await keepEntry(trx, audit);
    });
  }

  async find(id: string): Promise<PlannedPublication | null> {
    const row = await this.#db.selectFrom('content_plans').select('body').where('id', '=', id).executeTakeFirst();
    return row ? (JSON.parse(row.body) as PlannedPublication) : null;
  }

  async list(limit: number): Promise<readonly PlannedPublication[]> {
    const newestFirst = this.#db.selectFrom('content_plans').select('body').orderBy('asked_at', 'desc').orderBy('id', 'desc');
    // What waits is read first: what ends meanwhile is in both, never in neither.
    const waiting = await newestFirst.where('state', 'in', WAITING).execute();
    const ended = await newestFirst.where('state', 'not in', WAITING).limit(limit).execute();
    const plans = new Map([...waiting, ...ended].map(({ body }) => JSON.parse(body) as PlannedPublication).map((plan) => [plan.id, plan]));
    return [...plans.values()].sort((one, other) => other.askedAt - one.askedAt || (one.id < other.id ? 1 : -1));
  }

  async textsOf(id: string): Promise<readonly ContentText[]> {
    const row = await this.#db.selectFrom('content_plans').select('texts').where('id', '=', id).executeTakeFirst();
    return row ? textsByHash(this.#db, JSON.parse(row.texts) as Readonly<Record<string, string>>) : [];
  }

  async move(plan: PlannedPublication, from: readonly PlanState[], { unclaimedAt, audit }: { readonly unclaimedAt?: number; readonly audit?: AuditEntry | null } = {}): Promise<boolean> {
    return withEntry(this.#db, audit, async (db) => {
      const changed = await db
        .updateTable('content_plans')
        .set({ state: plan.state, due_at: plan.at, body: JSON.stringify(plan) })
        .where('id', '=', plan.id)
        .where('state', 'in', [...from])
        .$if(unclaimedAt !== undefined, (move) => move.where('lease_until', '<=', unclaimedAt ?? 0))
        .executeTakeFirst();
      return Number(changed.numUpdatedRows) > 0;
    });
  }

  async due(now: number): Promise<readonly PlannedPublication[]> {
    const rows = await this.#db.selectFrom('content_plans').select('body').where('state', '=', 'scheduled').where('due_at', '<=', now).where('lease_until', '<=', now).orderBy('due_at').execute();
    return rows.map(({ body }) => JSON.parse(body) as PlannedPublication);
  }

  async claim(id: string, { now, until }: { readonly now: number; readonly until: number }): Promise<boolean> {
    const changed = await this.#db.updateTable('content_plans').set({ lease_until: until }).where('id', '=', id).where('state', '=', 'scheduled').where('lease_until', '<=', now).executeTakeFirst();
    return Number(changed.numUpdatedRows) > 0;
  }

  async see(tab: string, { path, who, seenAt }: EditorAtWork): Promise<void> {
    const row = { path, name: who.name, seen_at: seenAt };
    await this.#db
      .insertInto('content_editing')
      .values({ staff_id: who.staffId, tab, ...row })
      .onConflict((conflict) => conflict.columns(['staff_id', 'tab']).doUpdateSet(row))
      .execute();
    // A tab that was closed says nothing more, and each time a page is opened is another tab.
    await this.#db.deleteFrom('content_editing').where('seen_at', '<', seenAt - SIGNS_KEPT_MS).execute();
  }

  async leave(staffId: string, tab: string): Promise<void> {
    await this.#db.deleteFrom('content_editing').where('staff_id', '=', staffId).where('tab', '=', tab).execute();
  }

  async atWork(since: number): Promise<readonly EditorAtWork[]> {
    const rows = await this.#db.selectFrom('content_editing').selectAll().where('seen_at', '>=', since).orderBy('seen_at').execute();
    // In two tabs at one text is once.
    const latest = new Map(rows.map((row) => [`${row.staff_id} ${row.path}`, row]));
    return [...latest.values()].map((row) => ({ path: row.path, who: { staffId: asStaffId(row.staff_id), name: row.name }, seenAt: row.seen_at }));
  }
}
