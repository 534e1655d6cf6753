/** Follow-ups of low ratings in the database: each change is one conditional update on the version it was made from. */
import { ProductError, isRefusal, refuse } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import type { FollowUp } from '../../domain/follow-up.js';
import type { FollowUpBook, FollowUpQuery } from '../../ports/follow-up-book.js';
import type { Engine } from './engine.js';
import { isStorableKey } from './rows.js';

/** Far more than ever meet at one. */
const MOST_TRIES = 20;

export class StoredFollowUps implements FollowUpBook {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async open(followUp: FollowUp): Promise<boolean> {
    const { id, conversationId, openedAt, state } = followUp;
    const row = { id, conversation_id: conversationId, opened_at: openedAt, state, version: 1, body: JSON.stringify(followUp) };
    const insert = this.#db.insertInto('follow_ups').values(row).onConflict((conflict) => conflict.column('id').doNothing());
    return ((await insert.executeTakeFirst()).numInsertedOrUpdatedRows ?? 0n) > 0n;
  }

  async find(id: string): Promise<FollowUp | null> {
    return (await this.#stored(id))?.followUp ?? null;
  }

  async change(id: string, step: (one: FollowUp) => FollowUp | Refusal): Promise<FollowUp | Refusal> {
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const before = await this.#stored(id);
      if (!before) return refuse('not-found', 'no such follow-up');
      const after = step(before.followUp);
      if (isRefusal(after) || after === before.followUp) return after;
      const change = { state: after.state, version: before.version + 1, body: JSON.stringify(after) };
      const update = this.#db.updateTable('follow_ups').set(change).where('id', '=', id).where('version', '=', before.version);
      if ((await update.executeTakeFirst()).numUpdatedRows > 0n) return after;
    }
    throw new ProductError('unavailable', 'too many changes to one follow-up at once');
  }

  async list({ states, limit }: FollowUpQuery): Promise<readonly FollowUp[]> {
    let query = this.#db.selectFrom('follow_ups').select('body').orderBy('opened_at', 'desc').orderBy('id').limit(limit);
    if (states !== undefined) query = query.where('state', 'in', states);
    return (await query.execute()).map(followUpOf);
  }

  async #stored(id: string): Promise<{ followUp: FollowUp; version: number } | null> {
    if (!isStorableKey(id)) return null;
    const row = await this.#db.selectFrom('follow_ups').select(['body', 'version']).where('id', '=', id).executeTakeFirst();
    return row === undefined ? null : { followUp: followUpOf(row), version: row.version };
  }
}

function followUpOf(row: { readonly body: string }): FollowUp {
  return JSON.parse(row.body) as FollowUp;
}
