/** Places in line as told on outside channels; each telling is one conditional write. */
import type { Channel } from '../../domain/conversation.js';
import type { ConversationId } from '../../domain/ids.js';
import type { ChannelThread } from '../../ports/channel-threads.js';
import type { PlaceToTell, ToldPlaces } from '../../ports/told-places.js';
import { threadOf, TOLD } from './channel-threads.js';
import type { Engine } from './engine.js';

export class StoredToldPlaces implements ToldPlaces {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async queued(channel: Channel): Promise<readonly ChannelThread[]> {
    const rows = await this.#db
      .selectFrom('channel_threads')
      .innerJoin('conversations', 'conversations.id', 'channel_threads.conversation_id')
      .select(TOLD)
      .where('channel', '=', channel)
      .where('conversations.state', '=', 'queued')
      .execute();
    return rows.map(threadOf);
  }

  async mayTell(conversationId: ConversationId, { place, now, restMs }: PlaceToTell): Promise<boolean> {
    const told = { place, told_at: now };
    const written = await this.#db
      .insertInto('told_places')
      .values({ conversation_id: conversationId, ...told })
      .onConflict((conflict) =>
        conflict
          .column('conversation_id')
          .doUpdateSet(told)
          .where('told_places.place', '<>', place)
          .where('told_places.told_at', '<=', now - restMs),
      )
      .executeTakeFirst();
    return Number(written.numInsertedOrUpdatedRows ?? 0n) > 0;
  }
}
