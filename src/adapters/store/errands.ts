/** What is still to be done after changes of the record, in the database; written by the changes themselves. */
import type { Errand, ErrandAbout } from '../../domain/errand.js';
import { conversationId } from '../../domain/ids.js';
import { nextTry } from '../../domain/trying-again.js';
import type { ErrandBook } from '../../ports/errand-book.js';
import type { Engine } from './engine.js';

/** For errands and for news that is to be told. */
export const AGAIN = { firstMs: 10_000, mostMs: 3_600_000 };

export class StoredErrands implements ErrandBook {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async due({ before, now, limit }: { before: number; now: number; limit: number }): Promise<readonly Errand[]> {
    const rows = await this.#db.selectFrom('errands').selectAll().where('at', '<', before).where('next_at', '<=', now).orderBy('next_at').orderBy('at').orderBy('id').limit(limit).execute();
    return rows.map(({ id, conversation_id, at, body }) => ({ id, conversationId: conversationId(conversation_id), at, about: JSON.parse(body) as ErrandAbout }));
  }

  async take(id: string, now: number): Promise<boolean> {
    const found = await this.#db.selectFrom('errands').select('tries').where('id', '=', id).where('next_at', '<=', now).executeTakeFirst();
    if (!found) return false;
    const taken = this.#db.updateTable('errands').set({ next_at: nextTry(now, found.tries, AGAIN), tries: found.tries + 1 });
    return Number((await taken.where('id', '=', id).where('tries', '=', found.tries).executeTakeFirst()).numUpdatedRows) > 0;
  }

  async done(id: string): Promise<void> {
    await this.#db.deleteFrom('errands').where('id', '=', id).execute();
  }
}
