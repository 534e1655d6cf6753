/**
 * Outage notices, and who was told of each.
 *
 * Promises: a notice that was started runs on every node at once and through restarts until it is ended. Changes of one notice
 * happen one after another. A conversation is reached by a notice once, and told of its end once.
 */
import type { AuditEntry } from '../domain/audit.js';
import type { Refusal } from '../domain/errors.js';
import type { ConversationId } from '../domain/ids.js';
import type { OutageNotice } from '../domain/outage-notice.js';

/** `answered`: reported it and was told. `waiting`: stood in the line for it. */
export type ReachedHow = 'answered' | 'waiting';

export interface NoticeReach {
  readonly answered: number;
  readonly waiting: number;
  /** Of both, told that it is over. */
  readonly told: number;
}

export interface OutageNotices {
  /** False, and nothing is changed, when there is one of this id. */
  start(notice: OutageNotice, audit?: AuditEntry): Promise<boolean>;
  running(): Promise<readonly OutageNotice[]>;
  find(id: string): Promise<OutageNotice | null>;
  /** `not-found` for an unknown id. The step is pure and quick: it may run again, as `audit` may: its entry is kept with the change. */
  change(id: string, step: (one: OutageNotice) => OutageNotice | Refusal, audit?: (changed: OutageNotice) => AuditEntry): Promise<OutageNotice | Refusal>;
  /** Newest first. */
  list(limit: number): Promise<readonly OutageNotice[]>;
  /** False when it was reached before, either way. */
  reach(id: string, conversation: ConversationId, how: ReachedHow, at: number): Promise<boolean>;
  isReached(id: string, conversation: ConversationId): Promise<boolean>;
  /** Of ended notices that tell: who has not been told yet. */
  untold(limit: number): Promise<readonly { readonly notice: OutageNotice; readonly conversationId: ConversationId }[]>;
  told(id: string, conversation: ConversationId, at: number): Promise<void>;
  reachOf(ids: readonly string[]): Promise<ReadonlyMap<string, NoticeReach>>;
}
