/** The transaction of `change` on SQLite: rows from memory where possible, one prepared statement a row, one commit for all. */
import type Database from 'better-sqlite3';
import type { Conversation } from '../../domain/conversation.js';
import type { ConversationId } from '../../domain/ids.js';
import type { Message } from '../../domain/message.js';
import type { ChangeStorage, Standing, Wanted, Writes } from './change-storage.js';
import { ConversationCache } from './conversation-cache.js';
import { conversationOf, conversationRow, messageOf, messageRow, type ConversationRow, type MessageRow } from './rows.js';

const CACHED_CONVERSATIONS = 10_000;

const INSERT_MESSAGE = `insert into messages (conversation_id, seq, id, client_id, at, speaker, body)
  values (@conversation_id, @seq, @id, @client_id, @at, @speaker, @body)`;

const UPSERT_CONVERSATION = `insert into conversations (id, visitor_id, created_at, msisdn, state, priority, waiting_since,
    owner_id, offer_expires_at, last_seq, subscriber_seq, handled_seq, updated_at, body)
  values (@id, @visitor_id, @created_at, @msisdn, @state, @priority, @waiting_since,
    @owner_id, @offer_expires_at, @last_seq, @subscriber_seq, @handled_seq, @updated_at, @body)
  on conflict (id) do update set msisdn = excluded.msisdn, state = excluded.state, priority = excluded.priority,
    waiting_since = excluded.waiting_since, owner_id = excluded.owner_id, offer_expires_at = excluded.offer_expires_at,
    last_seq = excluded.last_seq, subscriber_seq = excluded.subscriber_seq, handled_seq = excluded.handled_seq,
    updated_at = excluded.updated_at, body = excluded.body`;

export class SqliteChanges implements ChangeStorage {
  readonly #file: Database.Database;
  readonly #cache = new ConversationCache(CACHED_CONVERSATIONS);
  readonly #begin: Database.Statement;
  readonly #commit: Database.Statement;
  readonly #dataVersion: Database.Statement;
  readonly #selectConversation: Database.Statement<[string], { body: string }>;
  readonly #selectDuplicate: Database.Statement<[string, string], MessageRow>;
  readonly #insertMessage: Database.Statement<[MessageRow]>;
  readonly #upsertConversation: Database.Statement<[ConversationRow]>;
  #seenVersion: unknown = null;

  constructor(file: Database.Database) {
    this.#file = file;
    this.#begin = file.prepare('begin immediate');
    this.#commit = file.prepare('commit');
    this.#dataVersion = file.prepare('pragma data_version').pluck();
    this.#selectConversation = file.prepare('select body from conversations where id = ?');
    this.#selectDuplicate = file.prepare('select * from messages where conversation_id = ? and client_id = ?');
    this.#insertMessage = file.prepare(INSERT_MESSAGE);
    this.#upsertConversation = file.prepare(UPSERT_CONVERSATION);
  }

  async transact<Result>(_wanted: Wanted, work: (standing: Standing) => Writes<Result>): Promise<Result> {
    // Another repository's transaction may be open between two of its statements; it is over in a moment.
    while (this.#file.inTransaction) await new Promise((resolve) => setImmediate(resolve));
    this.#begin.run();
    try {
      this.#forgetIfForeign();
      const { conversations, messages, result } = work(this.#standing());
      this.#write(conversations, messages);
      this.#commit.run();
      for (const conversation of conversations) this.#cache.put(conversation);
      return result;
    } catch (error) {
      if (this.#file.inTransaction) this.#file.exec('rollback');
      throw error;
    }
  }

  atHand(id: ConversationId): Conversation | undefined {
    this.#forgetIfForeign();
    return this.#cache.get(id);
  }

  #standing(): Standing {
    return {
      conversation: (id) => this.#conversation(id),
      duplicate: (id, clientId) => {
        const row = this.#selectDuplicate.get(id, clientId);
        return row === undefined ? null : messageOf(row);
      },
    };
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

  #write(conversations: readonly Conversation[], messages: readonly Message[]): void {
    for (const message of messages) this.#insertMessage.run(messageRow(message));
    for (const conversation of conversations) this.#upsertConversation.run(conversationRow(conversation));
  }

  /** The version moves when any other connection has committed: then what is remembered may be stale. */
  #forgetIfForeign(): void {
    const version = this.#dataVersion.get();
    if (version === this.#seenVersion) return;
    this.#cache.clear();
    this.#seenVersion = version;
  }
}
