/** The record in a database: changes through the queue, readings through the shared queries. */
import type { Conversation } from '../../domain/conversation.js';
import { ProductError } from '../../domain/errors.js';
import { conversationId, type ConversationId, type Msisdn, type VisitorId } from '../../domain/ids.js';
import type { Message, StaffNote } from '../../domain/message.js';
import type { Clock } from '../../ports/clock.js';
import type { Changed, ChangeRequest, ConversationLog, Duplicate } from '../../ports/conversation-log.js';
import type { Refusal } from '../../domain/errors.js';
import type { Ids } from '../../ports/ids.js';
import { ChangeBatch, refuseKeys } from './change-batch.js';
import { ChangeQueue } from './change-queue.js';
import type { Work } from './change-storage.js';
import type { Engine } from './engine.js';
import { conversationOf, isStorableKey, messageOf, noteOf, WHOLE_CONVERSATION } from './rows.js';

export class StoredConversationLog implements ConversationLog {
  readonly #engine: Engine;
  readonly #queue: ChangeQueue;

  constructor(engine: Engine, clock: Clock, ids: Ids) {
    this.#engine = engine;
    const work: Work = (standing, requests) => new ChangeBatch(standing, clock, ids).run(requests);
    this.#queue = new ChangeQueue({ ...engine.batching, commit: (requests) => engine.changes.transact(requests, work) });
  }

  change<Result>(request: ChangeRequest<Result>): Promise<Changed<Result> | Duplicate | Refusal> {
    const refusal = refuseKeys(request);
    if (refusal !== null) return Promise.resolve(refusal);
    return new Promise((resolve, reject) => {
      // The answer's result is what this very request's step returned.
      this.#queue.ask({ request, reject, resolve: (answer) => resolve(answer as Changed<Result> | Duplicate | Refusal) });
    });
  }

  find(id: ConversationId): Promise<Conversation | null> {
    return isStorableKey(id) ? this.#engine.changes.find(id) : Promise.resolve(null);
  }

  lastKnown(id: ConversationId): Conversation | null {
    return this.#engine.changes.lastKnown(id) ?? null;
  }

  async messages(id: ConversationId, range: { afterSeq?: number; beforeSeq?: number; limit: number }): Promise<readonly Message[]> {
    if (!isStorableKey(id) || range.limit < 1) return [];
    const { afterSeq, beforeSeq, limit } = range;
    const isForward = afterSeq !== undefined && beforeSeq === undefined;
    let query = this.#engine.db
      .selectFrom('messages')
      .select(['id', 'conversation_id', 'seq', 'at', 'body'])
      .where('conversation_id', '=', id)
      .orderBy('seq', isForward ? 'asc' : 'desc')
      .limit(limit);
    if (afterSeq !== undefined) query = query.where('seq', '>', afterSeq);
    if (beforeSeq !== undefined) query = query.where('seq', '<', beforeSeq);
    const messages = (await query.execute()).map(messageOf);
    return isForward ? messages : messages.reverse();
  }

  async addNote(note: StaffNote): Promise<StaffNote | null> {
    const { id, conversationId: conversation, at } = note;
    const row = { id, conversation_id: conversation, at, body: JSON.stringify(note) };
    try {
      const { numInsertedOrUpdatedRows } = await this.#engine.db.insertInto('staff_notes').values(row).onConflict((conflict) => conflict.column('id').doNothing()).executeTakeFirstOrThrow();
      if (numInsertedOrUpdatedRows === 1n) return null;
    } catch (error) {
      if (this.#engine.isForeignKeyViolation(error)) throw new ProductError('not-found', 'a note on an unknown conversation', error);
      throw error;
    }
    const before = await this.#engine.db.selectFrom('staff_notes').select('body').where('id', '=', id).executeTakeFirst();
    return before === undefined ? null : noteOf(before);
  }

  async notes(id: ConversationId): Promise<readonly StaffNote[]> {
    if (!isStorableKey(id)) return [];
    const query = this.#engine.db.selectFrom('staff_notes').select('body').where('conversation_id', '=', id);
    return (await query.orderBy('at').orderBy('id').execute()).map(noteOf);
  }

  async ofSubscriber(msisdn: Msisdn, limit: number): Promise<readonly Conversation[]> {
    return this.#newest('msisdn', msisdn, limit);
  }

  async ofVisitor(visitor: VisitorId, limit: number): Promise<readonly Conversation[]> {
    return this.#newest('visitor_id', visitor, limit);
  }

  async unanswered(limit: number): Promise<readonly ConversationId[]> {
    const query = this.#engine.db.selectFrom('turns_due').select('conversation_id').orderBy('since').orderBy('conversation_id');
    return (await query.limit(limit).execute()).map((row) => conversationId(row.conversation_id));
  }

  /** Resolves when every change asked for is settled. */
  close(): Promise<void> {
    return this.#queue.close();
  }

  async #newest(column: 'msisdn' | 'visitor_id', value: string, limit: number): Promise<readonly Conversation[]> {
    if (!isStorableKey(value)) return [];
    const query = this.#engine.db.selectFrom('conversations').select(WHOLE_CONVERSATION).where(column, '=', value);
    return (await query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute()).map(conversationOf);
  }
}
