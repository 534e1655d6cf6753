/** The transaction of `change` on SQLite: rows from memory where possible, written in one commit on the writer's thread. */
import type { Database, Statement } from 'better-sqlite3';
import type { Conversation } from '../../domain/conversation.js';
import type { ConversationId } from '../../domain/ids.js';
import type { Message } from '../../domain/message.js';
import { RecentlyUsed } from '../../domain/recently-used.js';
import { BodiesKept } from './bodies-kept.js';
import { ClientIdsSeen } from './client-ids-seen.js';
import { CACHED_CONVERSATIONS } from './change-storage.js';
import type { ChangeStorage, Outcome, Request, Standing, Work, Writes } from './change-storage.js';
import {
  conversationOf,
  conversationRow,
  isFoundAsBefore,
  isOnlyCountedOn,
  messageOf,
  spokenParts,
  WHOLE_CONVERSATION,
  type ConversationRow,
  type MessageRow,
  type WholeConversation,
} from './rows.js';
import { besideSql } from './beside-rows.js';
import type { HappeningRow } from './happenings.js';
import { HANDOFF_COLUMNS, HANDOFF_CONFLICT } from './handoff-entries.js';
import { LinesAtHand } from './lines-at-hand.js';
import type { BatchRows, SqliteWriter, SqlValue } from './sqlite-writer.js';

const MOST_ATTEMPTS = 10;

/** Columns in the order of `batchRows`; texts that come in parts are put together there, where time is not as dear. */
const INSERT_MESSAGE = `insert into messages (conversation_id, seq, id, client_id, at, speaker, body) values (?, ?, ?, ?, ?, ?, ? || ?)`;

/** Columns in the order of `conversationRow`. */
const UPSERT_CONVERSATION = `insert into conversations (id, visitor_id, created_at, msisdn, state, priority, waiting_since,
    owner_id, offer_expires_at, last_seq, subscriber_seq, handled_seq, updated_at, body)
  values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
  on conflict (id) do update set msisdn = excluded.msisdn, state = excluded.state, priority = excluded.priority,
    waiting_since = excluded.waiting_since, owner_id = excluded.owner_id, offer_expires_at = excluded.offer_expires_at,
    last_seq = excluded.last_seq, subscriber_seq = excluded.subscriber_seq, handled_seq = excluded.handled_seq,
    updated_at = excluded.updated_at, body = excluded.body`;

/** For most changes: nothing is searched by what has moved, and so no index is touched; and where the body stays, neither is it. */
const CHANGE_BODY = `update conversations set last_seq = ?, subscriber_seq = ?, handled_seq = ?, updated_at = ?, body = ? || ? || '}' where id = ?`;
const COUNT_ON = 'update conversations set last_seq = ?, subscriber_seq = ?, handled_seq = ?, updated_at = ? where id = ?';

export const BATCH_SQL = {
  messages: INSERT_MESSAGE,
  conversations: UPSERT_CONVERSATION,
  changedBodies: CHANGE_BODY,
  countedOn: COUNT_ON,
  turnsDue: 'insert into turns_due (conversation_id, since) values (?, ?) on conflict (conversation_id) do nothing',
  turnsDone: 'delete from turns_due where conversation_id = ?',
  // For nobody to be told nothing is written.
  happenings: 'insert into happenings (id, conversation_id, case_id, body) select ?, ?, ?, ? from webhooks limit 1',
  handoffs: `insert into handoffs (${HANDOFF_COLUMNS}) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ${HANDOFF_CONFLICT}`,
  ...besideSql(() => '?'),
} as const;

type WritableRows = { -readonly [Statement in keyof BatchRows]: SqlValue[] };

export class SqliteChanges implements ChangeStorage {
  readonly #writer: SqliteWriter;
  readonly #cache = new RecentlyUsed<ConversationId, Conversation>(CACHED_CONVERSATIONS);
  readonly #selectConversation: Statement<[string], WholeConversation>;
  readonly #selectDuplicate: Statement<[string, string], MessageRow>;
  readonly #standing: Standing;
  readonly #lines: LinesAtHand;
  readonly #clientIds: ClientIdsSeen;
  readonly #bodies = new BodiesKept();
  #generation = 0;

  constructor(reader: Database, writer: SqliteWriter) {
    this.#writer = writer;
    this.#selectConversation = reader.prepare(`select ${WHOLE_CONVERSATION.join(', ')} from conversations where id = ?`);
    const selectLines = reader.prepare<[], WholeConversation>(`select ${WHOLE_CONVERSATION.join(', ')} from conversations where state in ('queued', 'live')`);
    this.#lines = new LinesAtHand(() => selectLines.all().map(conversationOf));
    this.#selectDuplicate = reader.prepare('select * from messages where conversation_id = ? and client_id = ?');
    const selectClientIds = reader.prepare<[string], string>('select client_id from messages where conversation_id = ? and client_id is not null').pluck();
    this.#clientIds = new ClientIdsSeen((id) => selectClientIds.all(id));
    this.#standing = {
      conversation: (id) => this.#conversation(id),
      duplicate: (id, clientId) => this.#duplicate(id, clientId),
    };
  }

  /**
   * Nobody else writes these rows meanwhile: the queue keeps a conversation out of two batches, and what another
   * process may have written the writer notices and refuses as stale.
   */
  async transact(requests: readonly Request[], work: Work): Promise<readonly Outcome[]> {
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt += 1) {
      const writes = work(this.#standing, requests);
      if (writes.conversations.length === 0) return writes.outcomes;
      if (await this.#write(writes)) return writes.outcomes;
    }
    throw new Error('another process keeps writing to the SQLite file');
  }

  async find(id: ConversationId): Promise<Conversation | null> {
    return this.#conversation(id);
  }

  lastKnown(id: ConversationId): Conversation | undefined {
    return this.#cache.get(id);
  }

  inState(state: 'queued' | 'live'): readonly Conversation[] {
    return this.#lines.list(state);
  }

  /** Rows were removed beside the changes: what is remembered may be one of them. */
  forget(): void {
    this.#cache.clear();
    this.#lines.forget();
    this.#clientIds.forget();
    this.#bodies.forget();
  }

  /** False when the writer knows that what was read here may be stale: then nothing is written and all is forgotten. */
  async #write(writes: Writes): Promise<boolean> {
    const { conversations, messages } = writes;
    const answer = await this.#writer.send({ kind: 'batch', generation: this.#generation, rows: batchRows(writes, this.#bodies) });
    if (answer.kind === 'stale') {
      this.forget();
      this.#generation = answer.generation;
      return false;
    }
    this.#clientIds.written(conversations, messages);
    for (const { now } of conversations) {
      this.#cache.put(now.id, now);
      this.#lines.written(now);
    }
    return true;
  }

  #conversation(id: ConversationId): Conversation | null {
    const cached = this.#cache.get(id);
    if (cached !== undefined) return cached;
    const row = this.#selectConversation.get(id);
    if (row === undefined) return null;
    const conversation = conversationOf(row);
    this.#cache.put(id, conversation);
    return conversation;
  }

  #duplicate(id: ConversationId, clientId: string): Message | null {
    if (!this.#clientIds.has(id, clientId)) return null;
    const row = this.#selectDuplicate.get(id, clientId);
    return row === undefined ? null : messageOf(row);
  }
}

function batchRows({ conversations, messages, happenings, handoffs, besides }: Writes, bodies: BodiesKept): BatchRows {
  const rows: WritableRows = { messages: [], conversations: [], changedBodies: [], countedOn: [], turnsDue: [], turnsDone: [], happenings: [], handoffs: [] };
  for (const { before, now } of conversations) {
    if (before === null || !isFoundAsBefore(before, now)) rows.conversations.push(...valuesOf(conversationRow(now)));
    else if (isOnlyCountedOn(before, now)) rows.countedOn.push(now.lastSeq, now.subscriberSeq, now.handledSeq, now.updatedAt, now.id);
    else rows.changedBodies.push(now.lastSeq, now.subscriberSeq, now.handledSeq, now.updatedAt, bodies.beforeMemory(now), JSON.stringify(now.memory), now.id);
    if (isTurnDue(now)) rows.turnsDue.push(now.id, now.updatedAt);
    else if (before !== null && isTurnDue(before)) rows.turnsDone.push(now.id);
  }
  for (const message of messages) {
    const [said, beside] = spokenParts(message);
    rows.messages.push(message.conversationId, message.seq, message.id, message.clientId ?? null, message.at, message.from, said, beside);
  }
  for (const row of happenings) rows.happenings.push(...valuesOf(row));
  for (const row of handoffs) rows.handoffs.push(...row);
  for (const { row } of besides) (rows[row.table] ??= []).push(...row.values);
  return rows;
}

/** In the order of the table's columns. */
function valuesOf(row: ConversationRow | HappeningRow): readonly SqlValue[] {
  return Object.values(row);
}

function isTurnDue({ handledSeq, subscriberSeq }: Conversation): boolean {
  return handledSeq < subscriberSeq;
}
