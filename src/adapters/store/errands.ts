/** What is still to be done after changes of the record, in the database; written by the changes themselves. */
import type { Errand, ErrandAbout } from '../../domain/errand.js';
import { conversationId } from '../../domain/ids.js';
import type { ErrandBook } from '../../ports/errand-book.js';
import type { Engine } from './engine.js';

export class StoredErrands implements ErrandBook {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async due({ before, limit }: { before: number; limit: number }): Promise<readonly Errand[]> {
    const rows = await this.#db.selectFrom('errands').selectAll().where('at', '<', before).orderBy('at').orderBy('id').limit(limit).execute();
    return rows.map(({ id, conversation_id, at, body }) => ({ id, conversationId: conversationId(conversation_id), at, about: JSON.parse(body) as ErrandAbout }));
  }

  async done(id: string): Promise<void> {
    await this.#db.deleteFrom('errands').where('id', '=', id).execute();
  }
}
