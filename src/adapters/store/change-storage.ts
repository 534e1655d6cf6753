/** One transaction of the record as `change` needs it; each engine does it in its own fastest way. */
import type { Conversation } from '../../domain/conversation.js';
import type { ConversationId } from '../../domain/ids.js';
import type { Message } from '../../domain/message.js';
import type { HandoffRow } from './handoff-entries.js';
import type { HappeningRow } from './happenings.js';

/** A few kB each. */
export const CACHED_CONVERSATIONS = 10_000;

export interface Wanted {
  /** Each once. */
  readonly ids: readonly ConversationId[];
  /** Ids that may be created. */
  readonly initials: ReadonlyMap<ConversationId, Conversation>;
  readonly clientIds: readonly { readonly id: ConversationId; readonly clientId: string }[];
}

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

export interface Writes<Result> {
  /** Each once. */
  readonly conversations: readonly ConversationWrite[];
  readonly messages: readonly Message[];
  /** What of it programs may be told. */
  readonly happenings: readonly HappeningRow[];
  /** In the order in which they began and ended. */
  readonly handoffs: readonly HandoffRow[];
  readonly result: Result;
}

export interface ChangeStorage {
  /**
   * Holds the wanted rows, where they have to be held at all, against everybody else, asks `work` what to write, writes it and commits; resolves when it
   * is durable. Rejects with `ProductError` when nobody can know whether the commit took place, with any other error
   * when it surely did not.
   */
  transact<Result>(wanted: () => Wanted, work: (standing: Standing) => Writes<Result>): Promise<Result>;
  /** The committed row; its id is a key that can be stored. */
  find(id: ConversationId): Promise<Conversation | null>;
  /** The row as it was last seen, the same object that \`work\` is given as long as nobody has changed it. */
  lastKnown(id: ConversationId): Conversation | undefined;
  /** Everything in this state, in the order of the line, where it is at hand and surely current. */
  inState(state: 'queued' | 'live'): readonly Conversation[] | undefined;
}
