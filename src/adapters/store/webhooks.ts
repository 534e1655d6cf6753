/** Webhooks and their deliveries in the database; a claim is one conditional update. */
import type { AuditEntry } from '../../domain/audit.js';
import type { Happening } from '../../domain/happening.js';
import { caseId, conversationId } from '../../domain/ids.js';
import type { Webhook, WebhookDelivery, WebhookOutcome } from '../../domain/webhook.js';
import type { Happened, PassedOn, WebhookBook } from '../../ports/webhook-book.js';
import { withEntry } from './audit-log.js';
import type { Engine } from './engine.js';
import { isStorableKey } from './rows.js';

type Told = Pick<WebhookDelivery, 'event' | 'body'>;
type Claim = Parameters<WebhookBook['claimDue']>[0];
type Settled = Parameters<WebhookBook['settle']>[1];

/** Both engines bound the number of values in one statement. */
const ROWS_AT_ONCE = 500;
const READ = ['id', 'webhook_id', 'state', 'created_at', 'next_at', 'attempts', 'body', 'outcome', 'conversation_id', 'case_id'] as const;

export class StoredWebhooks implements WebhookBook {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async save(webhook: Webhook, audit?: AuditEntry): Promise<void> {
    const row = { id: webhook.id, created_at: webhook.createdAt, body: JSON.stringify(webhook) };
    await withEntry(this.#db, audit, (db) => db.insertInto('webhooks').values(row).onConflict((conflict) => conflict.column('id').doUpdateSet({ body: row.body })).execute());
  }

  async remove(id: string, audit?: AuditEntry): Promise<boolean> {
    if (!isStorableKey(id)) return false;
    const isRemoved = await withEntry(this.#db, audit, async (db) => Number((await db.deleteFrom('webhooks').where('id', '=', id).executeTakeFirst()).numDeletedRows) > 0);
    await this.#db.deleteFrom('webhook_deliveries').where('webhook_id', '=', id).execute();
    // With the last one gone nobody is there to be told what is left.
    await this.#db.deleteFrom('happenings').where(({ not, exists, selectFrom }) => not(exists(selectFrom('webhooks').select('id')))).execute();
    return isRemoved;
  }

  async find(id: string): Promise<Webhook | null> {
    if (!isStorableKey(id)) return null;
    const row = await this.#db.selectFrom('webhooks').select('body').where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : (JSON.parse(row.body) as Webhook);
  }

  async list(): Promise<readonly Webhook[]> {
    return (await this.#db.selectFrom('webhooks').select('body').orderBy('created_at').orderBy('id').execute()).map(({ body }) => JSON.parse(body) as Webhook);
  }

  async happenings(limit: number): Promise<readonly Happened[]> {
    const rows = await this.#db.selectFrom('happenings').select(['id', 'body']).orderBy('id').limit(limit).execute();
    return rows.map(({ id, body }) => ({ id, happening: JSON.parse(body) as Happening }));
  }

  async passOn(passed: readonly PassedOn[]): Promise<void> {
    if (passed.length === 0) return;
    await this.#db.transaction().execute(async (passing) => {
      const ids = passed.map(({ id }) => id);
      const taken = new Set((await passing.deleteFrom('happenings').where('id', 'in', ids).returning('id').execute()).map(({ id }) => id));
      const rows = passed.filter(({ id }) => taken.has(id)).flatMap(({ deliveries }) => deliveries.map(deliveryRow));
      for (let from = 0; from < rows.length; from += ROWS_AT_ONCE) await passing.insertInto('webhook_deliveries').values(rows.slice(from, from + ROWS_AT_ONCE)).onConflict((conflict) => conflict.column('id').doNothing()).execute();
    });
  }

  async claimDue({ of, now, until, limit }: Claim): Promise<readonly WebhookDelivery[]> {
    if (of.length === 0) return [];
    const due = await this.#db.selectFrom('webhook_deliveries').select(READ).where('webhook_id', 'in', of).where('state', '=', 'pending').where('next_at', '<=', now).where('holder_until', '<=', now).orderBy('next_at').limit(limit).execute();
    const claimed: WebhookDelivery[] = [];
    for (const row of due) {
      const update = this.#db.updateTable('webhook_deliveries').set({ holder_until: until }).where('id', '=', row.id).where('state', '=', 'pending').where('holder_until', '<=', now);
      if (Number((await update.executeTakeFirst()).numUpdatedRows) > 0) claimed.push(deliveryOf(row));
    }
    return claimed;
  }

  async settle(id: string, { state, attempts, nextAt, outcome }: Settled): Promise<void> {
    await this.#db.updateTable('webhook_deliveries').set({ state, attempts, next_at: nextAt, holder_until: 0, outcome: JSON.stringify(outcome) }).where('id', '=', id).execute();
  }

  async replay(webhookId: string, id: string, now: number): Promise<boolean> {
    if (!isStorableKey(webhookId) || !isStorableKey(id)) return false;
    const again = { state: 'pending', attempts: 0, next_at: now, holder_until: 0 };
    const done = await this.#db.updateTable('webhook_deliveries').set(again).where('id', '=', id).where('webhook_id', '=', webhookId).executeTakeFirst();
    return Number(done.numUpdatedRows) > 0;
  }

  async log(webhookId: string, limit: number): Promise<readonly WebhookDelivery[]> {
    if (!isStorableKey(webhookId)) return [];
    const query = this.#db.selectFrom('webhook_deliveries').select(READ).where('webhook_id', '=', webhookId).orderBy('created_at', 'desc').orderBy('id').limit(limit);
    return (await query.execute()).map(deliveryOf);
  }

  async prune(before: number): Promise<void> {
    await this.#db.deleteFrom('webhook_deliveries').where('state', '!=', 'pending').where('created_at', '<', before).execute();
  }
}

interface Row {
  readonly id: string;
  readonly webhook_id: string;
  readonly state: string;
  readonly created_at: number;
  readonly next_at: number;
  readonly attempts: number;
  readonly body: string;
  readonly outcome: string;
  readonly conversation_id: string | null;
  readonly case_id: string | null;
}

function deliveryRow({ id, webhookId, state, createdAt, nextAt, attempts, event, body, about }: WebhookDelivery) {
  const told: Told = { event, body };
  const kept = { body: JSON.stringify(told), conversation_id: about.conversationId, case_id: about.caseId };
  return { id, webhook_id: webhookId, state, created_at: createdAt, next_at: nextAt, holder_until: 0, attempts, outcome: 'null', ...kept };
}

function deliveryOf(row: Row): WebhookDelivery {
  const { event, body } = JSON.parse(row.body) as Told;
  const about = { conversationId: row.conversation_id === null ? null : conversationId(row.conversation_id), caseId: row.case_id === null ? null : caseId(row.case_id) };
  return {
    id: row.id, webhookId: row.webhook_id, event, about, body, createdAt: row.created_at, state: row.state as WebhookDelivery['state'],
    attempts: row.attempts, nextAt: row.next_at, outcome: JSON.parse(row.outcome) as WebhookOutcome | null,
  };
}
