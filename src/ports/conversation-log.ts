/**
 * The record: conversations and what was said in them.
 *
 * Promises: what `change` resolves with is durable. Changes to one conversation happen one after another, each on the
 * row as the one before left it, whichever node asks. `seq` has no gaps. The same `clientId` is stored once. A change
 * that is refused, or whose step throws, leaves nothing behind. Changes asked for in the same moment may share a transaction.
 */
import type { Alert } from '../domain/alert.js';
import type { AuditEntry } from '../domain/audit.js';
import type { Conversation } from '../domain/conversation.js';
import type { Errand } from '../domain/errand.js';
import type { Refusal } from '../domain/errors.js';
import type { ConversationId, Msisdn, StaffId, VisitorId } from '../domain/ids.js';
import type { Message, MessageDraft, StaffNote } from '../domain/message.js';
import type { HandoffEntry } from './handoff-book.js';

/** `lastSeq`, `subscriberSeq` and `updatedAt` are kept by the log; a step need not touch them. */
export interface Step<Result> {
  readonly conversation: Conversation;
  readonly additions: readonly MessageDraft[];
  readonly result: Result;
  /** What it means for a handoff; kept with it, both or neither. */
  readonly handoff?: HandoffEntry | null;
  /** What else is kept with it, both or neither; of a step that changes nothing nothing is. */
  readonly beside?: readonly Beside[];
}

export type Beside =
  | { readonly kind: 'service'; readonly service: Service }
  | { readonly kind: 'audit'; readonly entry: AuditEntry }
  | { readonly kind: 'note'; readonly note: StaffNote }
  | { readonly kind: 'alert'; readonly alert: Alert }
  | { readonly kind: 'errand'; readonly errand: Errand };

/** What one agent did for a conversation until somebody else had it, or nobody. */
export interface Service {
  readonly staffId: StaffId;
  readonly skillGroup: string;
  readonly startedAt: number;
  readonly endedAt: number;
}

export interface Changed<Result> {
  readonly before: Conversation;
  readonly conversation: Conversation;
  readonly messages: readonly Message[];
  readonly result: Result;
}

export interface Duplicate {
  readonly duplicate: Message;
}

export interface ChangeRequest<Result> {
  readonly id: ConversationId;
  /** Created with this if it is not stored yet; without it an unknown id is refused with `not-found`. */
  readonly initial?: Conversation | undefined;
  /** When a message with this `clientId` is already in the conversation, that message comes back and nothing of the step is kept. */
  readonly clientId?: string | undefined;
  /** Pure and quick: it may run again. */
  readonly step: (conversation: Conversation) => Step<Result> | Refusal;
}

export interface ConversationLog {
  change<Result>(request: ChangeRequest<Result>): Promise<Changed<Result> | Duplicate | Refusal>;
  find(id: ConversationId): Promise<Conversation | null>;
  /**
   * What was last seen of it here, at once; somebody may have changed it since. A step that is given this very object
   * knows that nobody has.
   */
  lastKnown(id: ConversationId): Conversation | null;
  /** Ascending by `seq`. With `beforeSeq` the last `limit` before it, with `afterSeq` the first `limit` after it, else the last `limit`. */
  messages(id: ConversationId, range: { afterSeq?: number; beforeSeq?: number; limit: number }): Promise<readonly Message[]>;
  /** Each id once: null when it was not there yet, else the note that was stored under it before. */
  addNote(note: StaffNote): Promise<StaffNote | null>;
  notes(id: ConversationId): Promise<readonly StaffNote[]>;
  /** Newest first. */
  ofSubscriber(msisdn: Msisdn, limit: number): Promise<readonly Conversation[]>;
  ofVisitor(visitor: VisitorId, limit: number): Promise<readonly Conversation[]>;
  /** Where an acknowledged message waits for its turn (`handledSeq < subscriberSeq`), oldest first. */
  unanswered(limit: number): Promise<readonly ConversationId[]>;
}
