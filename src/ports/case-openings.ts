/**
 * How the assistant opens a case and reads where a subscriber's cases stand.
 *
 * Promises: the same `source` opens one case. What is resolved with is durable and has its number.
 */
import type { Case, CaseKind, CaseMatter } from '../domain/case.js';
import type { ConversationId, Msisdn, VisitorId } from '../domain/ids.js';
import type { WrongCharge } from '../domain/refund-steps.js';
import type { Locale } from '../domain/locale.js';
import type { PromiseMade } from '../domain/promise.js';

export interface CaseWish {
  readonly kind: CaseKind;
  readonly matter?: CaseMatter;
  /** Once for each: the turn it was asked for in. */
  readonly source: string;
  readonly title: string;
  readonly msisdn: Msisdn | null;
  readonly conversationId: ConversationId;
  readonly visitorId?: VisitorId;
  readonly locale: Locale;
  readonly ticketId?: string;
  readonly priority?: number;
  /** When the subscriber is to be called, epoch ms. */
  readonly callAt?: number;
}

export interface Opened {
  readonly case: Case;
  /** False when an open case was already there, of this matter for the subscriber or of this kind for the conversation: what was said is added to it. */
  readonly isNew: boolean;
  /** For a refund: what the account itself shows as charged twice. */
  readonly wrongCharges: readonly WrongCharge[];
}

/** A verified subscriber has all cases of the number; anybody else those of the conversation. */
export interface CaseHolder {
  readonly msisdn: Msisdn | null;
  readonly conversationId: ConversationId;
}

export interface CaseOpenings {
  openFor(wish: CaseWish): Promise<Opened>;
  /** Open ones first, what is due next before the rest. */
  ofHolder(holder: CaseHolder): Promise<readonly Case[]>;
  /** What they were promised, on a case or beside any: what was not kept lately, then what is still open. */
  promisedTo(holder: CaseHolder): Promise<readonly PromiseMade[]>;
  /** Within how many hours a fault reported now at an address in this area is to be repaired. */
  repairHours(region: string): number;
}
