/** Threads of outside channels; each lease is one conditional update. */
import { sql, type Selectable } from 'kysely';
import type { Channel } from '../../domain/conversation.js';
import { conversationId, type ConversationId } from '../../domain/ids.js';
import type { ChannelThread, ChannelThreads, NewThread, ThreadLease, ThreadRest } from '../../ports/channel-threads.js';
import type { Engine } from './engine.js';
import { isStorableKey } from './rows.js';
import type { ChannelThreadTable } from './tables-of-channels.js';

/** In the place of a time to rest until: they have not written since somebody began to tell. */
const NOT_SINCE = -1;

export const TOLD = ['channel', 'external_id', 'conversation_id', 'address', 'delivered_seq', 'begun_seq', 'failures'] as const;

export class StoredChannelThreads implements ChannelThreads {
  readonly #db: Engine['db'];

  constructor(engine: Engine) {
    this.#db = engine.db;
  }

  async find(channel: Channel, externalId: string): Promise<ChannelThread | null> {
    if (!isStorableKey(externalId)) return null;
    const row = await this.#db.selectFrom('channel_threads').select(TOLD).where('channel', '=', channel).where('external_id', '=', externalId).executeTakeFirst();
    return row ? threadOf(row) : null;
  }

  async of(id: ConversationId): Promise<ChannelThread | null> {
    const row = await this.#db.selectFrom('channel_threads').select(TOLD).where('conversation_id', '=', id).executeTakeFirst();
    return row ? threadOf(row) : null;
  }

  async keep(thread: NewThread): Promise<ChannelThread> {
    // They wrote: whatever was put off may go on.
    const changed = { address: JSON.stringify(thread.address), not_before: 0 };
    const insert = this.#db.insertInto('channel_threads').values(rowOf(thread));
    await insert.onConflict((conflict) => conflict.columns(['channel', 'external_id']).doUpdateSet(changed)).execute();
    return this.#kept(thread);
  }

  async move(thread: NewThread): Promise<ChannelThread> {
    const { channel: _channel, external_id: _external, ...changed } = rowOf(thread);
    const insert = this.#db.insertInto('channel_threads').values(rowOf(thread));
    await insert.onConflict((conflict) => conflict.columns(['channel', 'external_id']).doUpdateSet(changed)).execute();
    return this.#kept(thread);
  }

  async claim(id: ConversationId, { holder, now, until }: ThreadLease): Promise<ChannelThread | null> {
    const claimed = await this.#db
      .updateTable('channel_threads')
      .set({ holder, lease_until: until, not_before: NOT_SINCE })
      .where('conversation_id', '=', id)
      .where('not_before', '<=', now)
      .where((where) => where.or([where('holder', 'is', null), where('lease_until', '<=', now)]))
      .executeTakeFirst();
    return Number(claimed.numUpdatedRows) === 0 ? null : this.of(id);
  }

  async renew(id: ConversationId, holder: string, until: number): Promise<boolean> {
    const renewed = await this.#db.updateTable('channel_threads').set({ lease_until: until }).where('conversation_id', '=', id).where('holder', '=', holder).executeTakeFirst();
    return Number(renewed.numUpdatedRows) > 0;
  }

  async begin(id: ConversationId, holder: string, throughSeq: number): Promise<boolean> {
    const begun = await this.#db.updateTable('channel_threads').set({ begun_seq: throughSeq }).where('conversation_id', '=', id).where('holder', '=', holder).executeTakeFirst();
    return Number(begun.numUpdatedRows) > 0;
  }

  async delivered(id: ConversationId, holder: string, seq: number): Promise<boolean> {
    const moved = await this.#db
      .updateTable('channel_threads')
      .set({ delivered_seq: seq })
      .where('conversation_id', '=', id)
      .where('holder', '=', holder)
      .where('delivered_seq', '<', seq)
      .executeTakeFirst();
    return Number(moved.numUpdatedRows) > 0;
  }

  async release(id: ConversationId, holder: string, { notBefore, failures }: ThreadRest): Promise<void> {
    const putOff = sql<number>`case when not_before = ${sql.lit(NOT_SINCE)} then cast(${notBefore} as bigint) else not_before end`;
    await this.#db.updateTable('channel_threads').set({ holder: null, lease_until: 0, not_before: putOff, failures }).where('conversation_id', '=', id).where('holder', '=', holder).execute();
  }

  async due(channels: readonly Channel[], now: number, limit: number): Promise<readonly ConversationId[]> {
    const rows = await this.#db
      .selectFrom('channel_threads')
      .innerJoin('conversations', 'conversations.id', 'channel_threads.conversation_id')
      .select('conversation_id')
      .where('channel', 'in', channels)
      .whereRef('delivered_seq', '<', 'last_seq')
      .where('not_before', '<=', now)
      .where((where) => where.or([where('holder', 'is', null), where('lease_until', '<=', now)]))
      .orderBy('not_before')
      .orderBy('conversations.updated_at')
      .limit(limit)
      .execute();
    return rows.map(({ conversation_id }) => conversationId(conversation_id));
  }

  async #kept({ channel, externalId }: Pick<ChannelThread, 'channel' | 'externalId'>): Promise<ChannelThread> {
    const query = this.#db.selectFrom('channel_threads').select(TOLD).where('channel', '=', channel).where('external_id', '=', externalId);
    return threadOf(await query.executeTakeFirstOrThrow());
  }
}

function rowOf({ channel, externalId, conversationId: id, address }: NewThread) {
  return { channel, external_id: externalId, conversation_id: id, address: JSON.stringify(address), delivered_seq: 0, begun_seq: 0, holder: null, lease_until: 0, not_before: 0 };
}

export function threadOf(row: Pick<Selectable<ChannelThreadTable>, (typeof TOLD)[number]>): ChannelThread {
  return {
    channel: row.channel as Channel,
    externalId: row.external_id,
    conversationId: conversationId(row.conversation_id),
    address: JSON.parse(row.address) as ChannelThread['address'],
    deliveredSeq: row.delivered_seq,
    begunSeq: row.begun_seq,
    failures: row.failures,
  };
}
