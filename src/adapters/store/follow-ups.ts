/** Follow-ups of low ratings in the database: each change is one conditional update on the version it was made from. */
import type { Kysely, Transaction } from 'kysely';
import type { Alert } from '../../domain/alert.js';
import type { AuditEntry } from '../../domain/audit.js';
import { ProductError, isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { rerating } from '../../domain/follow-up.js';
import type { FollowUp } from '../../domain/follow-up.js';
import type { FollowUpBook, FollowUpQuery, Rated, RatedAnew } from '../../ports/follow-up-book.js';
import { keepAlert } from './alerts.js';
import { keepEntry } from './audit-log.js';
import type { Engine } from './engine.js';
import { isStorableKey } from './rows.js';
import type { Tables } from './tables.js';

/** Far more than ever meet at one. */
const MOST_TRIES = 20;

export class StoredFollowUps implements FollowUpBook {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  rated(errandId: string, rated: Rated, alert: Alert): Promise<RatedAnew | null> {
    const { followUp, isLow } = rated;
    return this.#db.transaction().execute(async (keeping) => {
      const claimed = await keeping.deleteFrom('errands').where('id', '=', errandId).executeTakeFirst();
      if (claimed.numDeletedRows === 0n) return null;
      if (isLow && (await opened(keeping, followUp))) {
        await keepAlert(keeping, alert);
        return { followUp, isNew: true };
      }
      const changed = await changedIn(keeping, followUp.id, (one) => rerating(one, followUp.rating));
      return isRefusal(changed) ? null : { followUp: changed, isNew: false };
    });
  }

  async find(id: string): Promise<FollowUp | null> {
    return (await stored(this.#db, id))?.followUp ?? null;
  }

  change(id: string, step: (one: FollowUp) => FollowUp | Refusal, audit: (changed: FollowUp) => AuditEntry | null = () => null): Promise<FollowUp | Refusal> {
    return this.#db.transaction().execute(async (changing) => {
      const changed = await changedIn(changing, id, step);
      const entry = isRefusal(changed) ? null : audit(changed);
      if (entry) await keepEntry(changing, entry);
      return changed;
    });
  }

  async list({ states, limit }: FollowUpQuery): Promise<readonly FollowUp[]> {
    let query = this.#db.selectFrom('follow_ups').select('body').orderBy('opened_at', 'desc').orderBy('id').limit(limit);
    if (states !== undefined) query = query.where('state', 'in', states);
    return (await query.execute()).map(followUpOf);
  }
}

/** False when it was there. */
async function opened(opening: Transaction<Tables>, followUp: FollowUp): Promise<boolean> {
  const { id, conversationId, openedAt, state } = followUp;
  const row = { id, conversation_id: conversationId, opened_at: openedAt, state, version: 1, body: JSON.stringify(followUp) };
  const insert = opening.insertInto('follow_ups').values(row).onConflict((conflict) => conflict.column('id').doNothing());
  return ((await insert.executeTakeFirst()).numInsertedOrUpdatedRows ?? 0n) > 0n;
}

async function changedIn(changing: Transaction<Tables>, id: string, step: (one: FollowUp) => FollowUp | Refusal): Promise<FollowUp | Refusal> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const before = await stored(changing, id);
    if (!before) return refuse('not-found', 'no such follow-up');
    const after = step(before.followUp);
    if (isRefusal(after) || after === before.followUp) return after;
    const change = { state: after.state, version: before.version + 1, body: JSON.stringify(after) };
    const update = changing.updateTable('follow_ups').set(change).where('id', '=', id).where('version', '=', before.version);
    if ((await update.executeTakeFirst()).numUpdatedRows > 0n) return after;
  }
  throw new ProductError('unavailable', 'too many changes to one follow-up at once');
}

async function stored(db: Kysely<Tables>, id: string): Promise<{ followUp: FollowUp; version: number } | null> {
  if (!isStorableKey(id)) return null;
  const row = await db.selectFrom('follow_ups').select(['body', 'version']).where('id', '=', id).executeTakeFirst();
  return row === undefined ? null : { followUp: followUpOf(row), version: row.version };
}

function followUpOf(row: { readonly body: string }): FollowUp {
  return JSON.parse(row.body) as FollowUp;
}
