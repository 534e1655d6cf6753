/** Ids of what outside channels were told; a claim is one conditional update. */
import { conversationId, type ConversationId } from '../../domain/ids.js';
import type { ToldWord, ToldWords } from '../../ports/told-words.js';
import type { Engine } from './engine.js';

export class StoredToldWords implements ToldWords {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async keep({ conversationId: id, seq, outsideId }: ToldWord, now: number): Promise<void> {
    const row = { conversation_id: id, seq, outside_id: outsideId, told_at: now, is_due: 0, held_until: 0 };
    await this.#db.insertInto('told_words').values(row).onConflict((conflict) => conflict.columns(['conversation_id', 'seq']).doNothing()).execute();
  }

  async takeBack(id: ConversationId, seq: number): Promise<void> {
    await this.#db.updateTable('told_words').set({ is_due: 1 }).where('conversation_id', '=', id).where('seq', '=', seq).execute();
  }

  async claimDue({ now, until, limit }: { now: number; until: number; limit: number }): Promise<readonly ToldWord[]> {
    const due = await this.#db.selectFrom('told_words').select(['conversation_id', 'seq', 'outside_id']).where('is_due', '=', 1).where('held_until', '<=', now).limit(limit).execute();
    const claimed: ToldWord[] = [];
    for (const { conversation_id, seq, outside_id } of due) {
      const update = this.#db.updateTable('told_words').set({ held_until: until }).where('conversation_id', '=', conversation_id).where('seq', '=', seq).where('held_until', '<=', now);
      if (Number((await update.executeTakeFirst()).numUpdatedRows) > 0) claimed.push({ conversationId: conversationId(conversation_id), seq, outsideId: outside_id });
    }
    return claimed;
  }

  async done({ conversationId: id, seq }: ToldWord): Promise<void> {
    await this.#db.deleteFrom('told_words').where('conversation_id', '=', id).where('seq', '=', seq).execute();
  }

  async prune(before: number): Promise<void> {
    await this.#db.deleteFrom('told_words').where('told_at', '<', before).where('is_due', '=', 0).execute();
  }
}
