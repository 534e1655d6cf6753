/** What becomes of a low rating: somebody takes it on, notes what was done, and ends it. */
import { refuse } from './errors.js';
import type { Refusal } from './errors.js';
import type { ConversationId, Msisdn, StaffId } from './ids.js';
import type { Rating } from './rating.js';

export const FOLLOW_UP_STATES = ['open', 'taken', 'done'] as const;
export type FollowUpState = (typeof FOLLOW_UP_STATES)[number];

export interface FollowUpPerson {
  readonly staffId: StaffId;
  readonly name: string;
}

export interface FollowUpNote {
  readonly at: number;
  readonly by: FollowUpPerson;
  readonly text: string;
}

export interface FollowUp {
  /** One for each service: rating it again changes the rating in it. */
  readonly id: string;
  readonly conversationId: ConversationId;
  readonly openedAt: number;
  readonly rating: Rating;
  /** Null for who never said theirs. */
  readonly msisdn: Msisdn | null;
  readonly headline: string;
  /** Who served; null when it was the assistant alone. */
  readonly servedBy: FollowUpPerson | null;
  readonly state: FollowUpState;
  readonly owner: FollowUpPerson | null;
  readonly notes: readonly FollowUpNote[];
  readonly doneAt: number | null;
}

/** Of several who reach for it one gets it; it is passed on by handing it over. */
export function taking(one: FollowUp, by: FollowUpPerson): FollowUp | Refusal {
  if (one.state === 'done') return refuse('wrong-state', 'it is done');
  if (one.owner?.staffId === by.staffId) return one;
  if (one.owner !== null) return refuse('conflict', 'somebody else has it');
  return { ...one, state: 'taken', owner: by };
}

export function handing(one: FollowUp, to: FollowUpPerson): FollowUp | Refusal {
  if (one.state === 'done') return refuse('wrong-state', 'it is done');
  return one.owner?.staffId === to.staffId ? one : { ...one, state: 'taken', owner: to };
}

export function noting(one: FollowUp, note: FollowUpNote): FollowUp {
  return { ...one, notes: [...one.notes, note] };
}

/** Ending it says what came of it; whoever ends what nobody had taken has taken it. */
export function ending(one: FollowUp, note: FollowUpNote): FollowUp | Refusal {
  if (one.state === 'done') return refuse('wrong-state', 'it is done');
  return { ...noting(one, note), state: 'done', owner: one.owner ?? note.by, doneAt: note.at };
}

export function reopening(one: FollowUp, note: FollowUpNote): FollowUp | Refusal {
  if (one.state !== 'done') return refuse('wrong-state', 'it is not done');
  return { ...noting(one, note), state: 'taken', doneAt: null };
}

/** The subscriber thought better of it, or worse: what the supervisor sees is the last word, however late an earlier one comes. */
export function rerating(one: FollowUp, rating: Rating): FollowUp {
  return rating.at < one.rating.at ? one : { ...one, rating };
}
