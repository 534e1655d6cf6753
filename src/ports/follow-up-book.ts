/**
 * Follow-ups of low ratings.
 *
 * Promises: the same id is opened once, whoever else opens it at the same moment. `change` applies its step to what is
 * stored and stores it whole or not at all; of several at once each sees what the one before left.
 */
import type { FollowUp, FollowUpState } from '../domain/follow-up.js';
import type { Refusal } from '../domain/errors.js';

export interface FollowUpQuery {
  /** Any of them when absent. */
  readonly states?: readonly FollowUpState[];
  readonly limit: number;
}

export interface FollowUpBook {
  /** True when it was not there yet. */
  open(followUp: FollowUp): Promise<boolean>;
  find(id: string): Promise<FollowUp | null>;
  change(id: string, step: (one: FollowUp) => FollowUp | Refusal): Promise<FollowUp | Refusal>;
  /** Newest first. */
  list(query: FollowUpQuery): Promise<readonly FollowUp[]>;
}
