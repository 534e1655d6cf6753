/** One transaction of the record as `change` needs it; each engine does it in its own fastest way. */
import type { Conversation } from '../../domain/conversation.js';
import type { Refusal } from '../../domain/errors.js';
import type { ConversationId } from '../../domain/ids.js';
import type { Message } from '../../domain/message.js';
import type { Changed, ChangeRequest, Duplicate } from '../../ports/conversation-log.js';
import type { BesideRow } from './beside-rows.js';
import type { HandoffRow } from './handoff-entries.js';
import type { HappeningRow } from './happenings.js';

/** A few kB each. */
export const CACHED_CONVERSATIONS = 10_000;

export type Request = ChangeRequest<unknown>;
export type Answer = Changed<unknown> | Duplicate | Refusal;
/** `failed`: nothing of it was written, though of others that were asked for with it something may have been. */
export type Outcome = { readonly answer: Answer } | { readonly thrown: unknown } | { readonly failed: unknown };

/** The rows as they stand and stay, until the transaction ends. */
export interface Standing {
  conversation(id: ConversationId): Conversation | null;
  duplicate(id: ConversationId, clientId: string): Message | null;
}

export interface ConversationWrite {
  /** As it is stored; null when it is new. */
  readonly before: Conversation | null;
  readonly now: Conversation;
}

export interface Writes {
  /** Each once. */
  readonly conversations: readonly ConversationWrite[];
  readonly messages: readonly Message[];
  /** What of it programs may be told. */
  readonly happenings: readonly HappeningRow[];
  /** In the order in which they began and ended. */
  readonly handoffs: readonly HandoffRow[];
  readonly besides: readonly BesideOf[];
  /** In the order of the requests. */
  readonly outcomes: readonly Outcome[];
}

export interface BesideOf {
  readonly id: ConversationId;
  readonly row: BesideRow;
}

/** What some of a batch's requests, in their order, make of the rows they are about. Pure: it may be asked again. */
export type Work = (standing: Standing, requests: readonly Request[]) => Writes;

export interface ChangeStorage {
  /**
   * Asks `work` what the requests make of the rows, holding these, where they have to be held at all, against everybody else; writes it and commits.
   * Resolves when all of it is durable. Rejects with `ProductError` when nobody can know whether a commit took place, with any other error
   * when nothing surely was written.
   */
  transact(requests: readonly Request[], work: Work): Promise<readonly Outcome[]>;
  /** The committed row; its id is a key that can be stored. */
  find(id: ConversationId): Promise<Conversation | null>;
  /** The row as it was last seen, the same object that \`work\` is given as long as nobody has changed it. */
  lastKnown(id: ConversationId): Conversation | undefined;
  /** Everything in this state, in the order of the line, where it is at hand and surely current. */
  inState(state: 'queued' | 'live'): readonly Conversation[] | undefined;
}
