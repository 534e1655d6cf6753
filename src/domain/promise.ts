/** A promise: what somebody said will happen, and by when. It is kept, or it is broken and everybody who should know is told. */
import type { CasePerson } from './case.js';
import { refuse } from './errors.js';
import type { Refusal } from './errors.js';
import type { CaseId, ConversationId, MessageId, Msisdn } from './ids.js';

export interface PromiseMade {
  /** Made from the message it stands in, so that the same words are one promise however often they are read. */
  readonly id: string;
  readonly caseId: CaseId | null;
  readonly conversationId: ConversationId;
  readonly messageId: MessageId;
  readonly msisdn: Msisdn | null;
  readonly by: CasePerson | 'assistant';
  /** The sentence as it was said. */
  readonly text: string;
  readonly madeAt: number;
  readonly dueAt: number;
  readonly state: 'open' | 'kept' | 'broken' | 'void';
  readonly endedAt: number | null;
  /** Told that it is nearly due. */
  readonly isNearTold: boolean;
}

/** What the assistant promised with a case is that case's own deadline, and stands there. */
export function besideCases(promises: readonly PromiseMade[], cases: readonly { readonly id: CaseId }[]): readonly PromiseMade[] {
  const known = new Set<string | null>(cases.map(({ id }) => id));
  return promises.filter(({ by, caseId }) => by !== 'assistant' || !known.has(caseId));
}

/** Only an open promise can be kept: one that was broken stays broken on record. */
export function keeping(one: PromiseMade, now: number): PromiseMade | Refusal {
  if (one.state === 'kept') return one;
  if (one.state !== 'open') return refuse('wrong-state', 'the promise has ended');
  return { ...one, state: 'kept', endedAt: now };
}

/** The matter is done with: nobody waits for this any more. */
export function voiding(one: PromiseMade, now: number): PromiseMade | Refusal {
  return one.state === 'open' ? { ...one, state: 'void', endedAt: now } : refuse('gone');
}

/** The claims of the sweep: of all nodes one finds it untold. */
export function nearlyDue(one: PromiseMade): PromiseMade | Refusal {
  return one.state === 'open' && !one.isNearTold ? { ...one, isNearTold: true } : refuse('gone');
}

export function breaking(one: PromiseMade, now: number): PromiseMade | Refusal {
  if (one.state !== 'open' || one.dueAt > now) return refuse('gone');
  return { ...one, state: 'broken', endedAt: now };
}
