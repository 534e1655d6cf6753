/** The transaction of `change` on SQLite: rows from memory where possible, written in one commit on the writer's thread. */
import type { Database, Statement } from 'better-sqlite3';
import type { Conversation } from '../../domain/conversation.js';
import type { ConversationId } from '../../domain/ids.js';
import type { Message } from '../../domain/message.js';
import type { ChangeStorage, Standing, Wanted, Writes } from './change-storage.js';
import { ConversationCache } from './conversation-cache.js';
import { conversationOf, conversationRow, messageOf, messageRow, type MessageRow } from './rows.js';
import type { SqliteWriter, SqlRow } from './sqlite-writer.js';

const CACHED_CONVERSATIONS = 10_000;
const MOST_ATTEMPTS = 10;

/** Columns in the order of `messageRow`. */
const INSERT_MESSAGE = `insert into messages (conversation_id, seq, id, client_id, at, speaker, body) values (?, ?, ?, ?, ?, ?, ?)`;

/** Columns in the order of `conversationRow`. */
const UPSERT_CONVERSATION = `insert into conversations (id, visitor_id, created_at, msisdn, state, priority, waiting_since,
    owner_id, offer_expires_at, last_seq, subscriber_seq, handled_seq, updated_at, body)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict (id) do update set msisdn = excluded.msisdn, state = excluded.state, priority = excluded.priority,
    waiting_since = excluded.waiting_since, owner_id = excluded.owner_id, offer_expires_at = excluded.offer_expires_at,
    last_seq = excluded.last_seq, subscriber_seq = excluded.subscriber_seq, handled_seq = excluded.handled_seq,
    updated_at = excluded.updated_at, body = excluded.body`;

export const BATCH_SQL = {
  messages: INSERT_MESSAGE,
  conversations: UPSERT_CONVERSATION,
  turnsDue: 'insert into turns_due (conversation_id, since) values (?, ?) on conflict (conversation_id) do nothing',
  turnsDone: 'delete from turns_due where conversation_id = ?',
} as const;

export class SqliteChanges implements ChangeStorage {
  readonly #writer: SqliteWriter;
  readonly #cache = new ConversationCache(CACHED_CONVERSATIONS);
  readonly #selectConversation: Statement<[string], { body: string }>;
  readonly #selectDuplicate: Statement<[string, string], MessageRow>;
  readonly #standing: Standing;
  #generation = 0;

  constructor(reader: Database, writer: SqliteWriter) {
    this.#writer = writer;
    this.#selectConversation = reader.prepare('select body from conversations where id = ?');
    this.#selectDuplicate = reader.prepare('select * from messages where conversation_id = ? and client_id = ?');
    this.#standing = {
      conversation: (id) => this.#conversation(id),
      duplicate: (id, clientId) => this.#duplicate(id, clientId),
    };
  }

  /**
   * Nobody else writes these rows meanwhile: the queue keeps a conversation out of two batches, and what another
   * process may have written the writer notices and refuses as stale.
   */
  async transact<Result>(_wanted: Wanted, work: (standing: Standing) => Writes<Result>): Promise<Result> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const { conversations, messages, result } = work(this.#standing);
      if (conversations.length === 0) return result;
      if (await this.#write(conversations, messages)) return result;
    }
    throw new Error('another process keeps writing to the SQLite file');
  }

  atHand(id: ConversationId): Conversation | undefined {
    return this.#cache.get(id);
  }

  /** False when the writer knows that what was read here may be stale: then nothing is written and all is forgotten. */
  async #write(conversations: readonly Conversation[], messages: readonly Message[]): Promise<boolean> {
    const answer = await this.#writer.send({
      kind: 'batch',
      generation: this.#generation,
      messages: messages.map((message): SqlRow => Object.values(messageRow(message))),
      conversations: conversations.map((conversation): SqlRow => Object.values(conversationRow(conversation))),
      turnsDue: conversations.filter(isTurnDue).map(({ id, updatedAt }): SqlRow => [id, updatedAt]),
      turnsDone: conversations.filter((conversation) => !isTurnDue(conversation)).map(({ id }): SqlRow => [id]),
    });
    if (answer.kind === 'stale') {
      this.#cache.clear();
      this.#generation = answer.generation;
      return false;
    }
    for (const conversation of conversations) this.#cache.put(conversation);
    return true;
  }

  #conversation(id: ConversationId): Conversation | null {
    const cached = this.#cache.get(id);
    if (cached !== undefined) return cached;
    const row = this.#selectConversation.get(id);
    if (row === undefined) return null;
    const conversation = conversationOf(row);
    this.#cache.put(conversation);
    return conversation;
  }

  #duplicate(id: ConversationId, clientId: string): Message | null {
    const row = this.#selectDuplicate.get(id, clientId);
    return row === undefined ? null : messageOf(row);
  }
}

function isTurnDue(conversation: Conversation): boolean {
  return conversation.handledSeq < conversation.subscriberSeq;
}
