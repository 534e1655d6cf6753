/**
 * Cases and promises as they are stored.
 *
 * Promises: of several cases with one `source` the first is kept, and gets its number once. Changes to one case, or one
 * promise, happen one after another, each on the row as the one before left it, whichever node asks; `version` counts
 * them. A change that is refused leaves nothing behind. A step that gives back the very object it got changes nothing.
 * What follows a change is kept with it: news for the conversation of a case until somebody says that it was told, an alert in the `AlertBook`,
 * a sensitive act in the `AuditLog`.
 */
import type { Alert } from '../domain/alert.js';
import type { AuditEntry } from '../domain/audit.js';
import type { Case, CaseKind, CaseStage } from '../domain/case.js';
import type { Refusal } from '../domain/errors.js';
import type { CaseNews } from '../domain/facts.js';
import type { CaseId, ConversationId, Msisdn, StaffId, VisitorId } from '../domain/ids.js';
import type { PromiseMade } from '../domain/promise.js';

/** All that is given must hold. */
export interface CaseFilter {
  readonly number?: string;
  readonly msisdn?: Msisdn;
  readonly visitorId?: VisitorId;
  readonly conversationId?: ConversationId;
  readonly ownerId?: StaffId;
  readonly handlerId?: StaffId;
  /** Owner or handler. */
  readonly staffId?: StaffId;
  readonly kind?: CaseKind;
  readonly stages?: readonly CaseStage[];
  /** With a deadline running that ends at or before this. */
  readonly dueBy?: number;
  /** Nobody answers for it yet. */
  readonly isUnowned?: boolean;
}

export interface PromiseFilter {
  readonly caseId?: CaseId;
  readonly conversationId?: ConversationId;
  readonly msisdn?: Msisdn;
  readonly state?: PromiseMade['state'];
}

/** What a sweep looks at: due by `near` and nobody told, or due by `now` and not yet told that it has passed. */
export interface DueQuestion {
  readonly near: number;
  readonly now: number;
  readonly limit: number;
}

export interface Follows<Changed> {
  /** For the conversation. */
  readonly news?: CaseNews | null;
  /** Pure: it may be asked again. Null where nobody is called. */
  readonly alert?: (changed: Changed) => Alert | null;
  /** The sensitive act it is, for the `AuditLog`. Pure as well. */
  readonly audit?: (changed: Changed) => AuditEntry;
}

/** Which change of which case it is of. */
export interface CaseNewsId {
  readonly caseId: CaseId;
  readonly version: number;
}

/** `one`: the case with its history as it stood then. */
export interface UntoldNews extends CaseNewsId {
  readonly one: Case;
  readonly news: CaseNews;
}

export interface CaseBook {
  /** Stores the case with a number of the day `createdAt` falls on, unless its source is known; answers the one that is stored. */
  open(opened: Case, follows?: Pick<Follows<Case>, 'news' | 'audit'>): Promise<Case>;
  find(id: CaseId): Promise<Case | null>;
  /** `not-found` for an unknown id. The step is pure and quick: it may run again. */
  change(id: CaseId, step: (one: Case) => Case | Refusal, follows?: Follows<Case>): Promise<Case | Refusal>;
  /** Of before that time, and not taken lately: what nobody took first, then oldest first. */
  untoldNews(question: { readonly before: number; readonly now: number; readonly limit: number }): Promise<readonly UntoldNews[]>;
  /** One gets it, and the next only after a while, each time a longer one. False when somebody else took it, or it is told. */
  takeNews(untold: CaseNewsId, now: number): Promise<boolean>;
  newsTold(told: CaseNewsId): Promise<void>;
  /** One whose refund was approved a while ago and is not paid, for the caller to pay: it is put off, each time for longer, and nobody else gets it meanwhile. */
  takeUnpaid(now: number): Promise<Case | null>;
  /** What was changed last comes first, by the clocks of those who changed it. */
  changedSince(since: number, limit: number): Promise<readonly { readonly id: CaseId; readonly version: number; readonly at: number }[]>;
  /** What is due first comes first, then the newest. */
  list(filter: CaseFilter, limit: number): Promise<readonly Case[]>;
  due(question: DueQuestion): Promise<readonly Case[]>;
  /** False when a promise with this id is stored already. */
  addPromise(made: PromiseMade): Promise<boolean>;
  changePromise(id: string, step: (one: PromiseMade) => PromiseMade | Refusal, follows?: Pick<Follows<PromiseMade>, 'alert'>): Promise<PromiseMade | Refusal>;
  /** Due first. */
  promises(filter: PromiseFilter, limit: number): Promise<readonly PromiseMade[]>;
  duePromises(question: DueQuestion): Promise<readonly PromiseMade[]>;
}
