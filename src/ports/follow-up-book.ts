/**
 * Follow-ups of low ratings.
 *
 * Promises: one for each service is opened by its first low rating, with its alert; another rating of it changes the one that is there, and the last one given stands. `change` applies its step to what is
 * stored and stores it whole or not at all; of several at once each sees what the one before left.
 */
import type { Alert } from '../domain/alert.js';
import type { AuditEntry } from '../domain/audit.js';
import type { FollowUp, FollowUpState } from '../domain/follow-up.js';
import type { Refusal } from '../domain/errors.js';

export interface Rated {
  /** As it is opened when it is not there. */
  readonly followUp: FollowUp;
  readonly isLow: boolean;
}

export interface RatedAnew {
  readonly followUp: FollowUp;
  readonly isNew: boolean;
}

export interface FollowUpQuery {
  /** Any of them when absent. */
  readonly states?: readonly FollowUpState[];
  readonly limit: number;
}

export interface FollowUpBook {
  /** Does the errand of a rating: of all who try, one. Null for the others, and where there is nothing to follow up. The alert is kept with one that is new. */
  rated(errandId: string, rated: Rated, alert: Alert): Promise<RatedAnew | null>;
  find(id: string): Promise<FollowUp | null>;
  /** `audit`: of what was changed; kept with it. */
  change(id: string, step: (one: FollowUp) => FollowUp | Refusal, audit?: (changed: FollowUp) => AuditEntry | null): Promise<FollowUp | Refusal>;
  /** Newest first. */
  list(query: FollowUpQuery): Promise<readonly FollowUp[]>;
}
