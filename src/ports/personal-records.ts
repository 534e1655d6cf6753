/**
 * All that is stored on one subscriber, wherever it lies: read for a copy, or erased.
 *
 * Promises: `erase` leaves of messages, notes, cases, promises and follow-ups no word and no number of the subscriber, and of
 * unfinished sign-ins nothing; that they were there, when and in which order stays. Erasing twice does no harm. What the audit log
 * holds is not touched.
 */
import type { AuditEntry } from '../domain/audit.js';
import type { Case } from '../domain/case.js';
import type { FollowUp } from '../domain/follow-up.js';
import type { ConversationId, Msisdn } from '../domain/ids.js';
import type { Locale } from '../domain/locale.js';
import type { PromiseMade } from '../domain/promise.js';

export interface PersonalHolding {
  /** Newest first; all of them. */
  readonly conversations: readonly { readonly id: ConversationId; readonly locale: Locale }[];
  readonly messages: number;
  readonly files: number;
  readonly cases: readonly Case[];
  readonly promises: readonly PromiseMade[];
  readonly followUps: readonly FollowUp[];
}

export interface Erasure {
  readonly msisdn: Msisdn;
  readonly conversations: PersonalHolding['conversations'];
  /** Goes on with its outside channel; of the others the thread is forgotten too. */
  readonly current: ConversationId;
  /** What stands in the place of a text, by the language of its conversation. */
  readonly words: Readonly<Record<Locale, string>>;
}

export interface PersonalRecords {
  held(msisdn: Msisdn): Promise<PersonalHolding>;
  /** With the entry of it. */
  erase(erasure: Erasure, audit?: AuditEntry): Promise<void>;
  /** Runs what erases so that nothing of it stays readable in the files of the database either, as far as the engine can see to that. */
  forgetting<Result>(task: () => Promise<Result>): Promise<Result>;
}
