/** A wrong charge goes back twice over: proposed by one person, above her authority approved by another, paid once. Pure. */
import type { Case, CasePerson, CaseRefund } from './case.js';
import { refundAuthorityFen } from './case-rules.js';
import type { CaseRules } from './case-rules.js';
import { firstAnswered, writing } from './case-steps.js';
import { refuse } from './errors.js';
import type { Refusal } from './errors.js';
import { yuan } from './money.js';
import type { Fen } from './money.js';
import type { Role } from './staff.js';

/** 收费误差双倍返还. */
const TIMES = 2;

export interface WrongCharge {
  readonly month: string;
  readonly itemCode: string;
  readonly item: string;
  readonly chargedFen: Fen;
}

export interface RefundProposal {
  readonly charge: WrongCharge;
  readonly by: CasePerson & { readonly role: Role };
  readonly now: number;
}

/** Within the proposer's authority it is approved at once; above it a second person must. */
export function proposingRefund(one: Case, { charge, by, now }: RefundProposal, rules: CaseRules): Case | Refusal {
  if (one.stage === 'closed') return refuse('wrong-state', 'the case is closed');
  if (one.refund !== null && one.refund.state !== 'refused') return refuse('conflict', 'a refund is under way already');
  const refundFen = charge.chargedFen * TIMES;
  const mayAlone = refundFen <= refundAuthorityFen(by.role, rules);
  const person = { staffId: by.staffId, name: by.name };
  const refund = { ...charge, refundFen, state: mayAlone ? ('approved' as const) : ('waits' as const), proposedBy: person, decidedBy: null, orderId: null };
  const kind = mayAlone ? 'refund-found' : 'refund-waits';
  return writing({ ...one, refund }, { at: now, kind, by: person, text: yuan(refundFen), isPublic: false });
}

export interface RefundDecision {
  readonly isApproved: boolean;
  readonly by: CasePerson & { readonly role: Role };
  readonly now: number;
}

/** The second person: a supervisor or admin, and never who proposed it. */
export function decidingRefund(one: Case, { isApproved, by, now }: RefundDecision): Case | Refusal {
  const { refund } = one;
  if (refund && isStuckRefund(one) && !isApproved) return endingRefund(one, refund, { by, now });
  if (refund?.state !== 'waits') return refuse('wrong-state', 'no refund waits for approval');
  if (by.role !== 'supervisor' && by.role !== 'admin') return refuse('forbidden', 'a supervisor approves');
  if (by.staffId === refund.proposedBy.staffId) return refuse('forbidden', 'a second person approves');
  const person = { staffId: by.staffId, name: by.name };
  const decided = { ...refund, state: isApproved ? ('approved' as const) : ('refused' as const), decidedBy: person };
  const kind = isApproved ? 'refund-approved' : 'refund-refused';
  return writing({ ...one, refund: decided }, { at: now, kind, by: person, text: yuan(refund.refundFen), isPublic: false });
}

/** Approved, and not taken by the business system. */
export function isStuckRefund({ refund }: Case): boolean {
  return refund?.state === 'approved' && refund.isStuck === true;
}

/** It is known once. */
export function refundStuck(one: Case, now: number): Case | Refusal {
  const { refund } = one;
  if (refund?.state !== 'approved') return refuse('wrong-state', 'the refund is not approved');
  if (refund.isStuck) return one;
  return writing({ ...one, refund: { ...refund, isStuck: true } }, { at: now, kind: 'refund-stuck', by: 'house', text: yuan(refund.refundFen), isPublic: false });
}

/** No money moves, so whoever supervises may do it, also with what she proposed herself. */
function endingRefund(one: Case, refund: CaseRefund, { by, now }: Pick<RefundDecision, 'by' | 'now'>): Case | Refusal {
  if (by.role !== 'supervisor' && by.role !== 'admin') return refuse('forbidden', 'a supervisor ends it');
  const person = { staffId: by.staffId, name: by.name };
  return writing({ ...one, refund: { ...refund, state: 'refused', decidedBy: person } }, { at: now, kind: 'refund-ended', by: person, text: yuan(refund.refundFen), isPublic: false });
}

/** The money is on its way, which the subscriber is told; the order's key made sure that it went once. */
export function refundPaid(one: Case, orderId: string, now: number): Case | Refusal {
  const { refund } = one;
  if (refund?.state === 'paid' && refund.orderId === orderId) return one;
  // Ended in the very moment in which it was taken after all: the money went.
  const isEndedJustNow = refund?.state === 'refused' && refund.isStuck === true;
  if (refund === null || (refund.state !== 'approved' && !isEndedJustNow)) return refuse('wrong-state', 'the refund is not approved');
  const { isStuck: _isStuck, ...settled } = refund;
  const paid = { ...one, refund: { ...settled, state: 'paid' as const, orderId } };
  return firstAnswered(writing(paid, { at: now, kind: 'refund-paid', by: 'house', text: yuan(refund.refundFen), isPublic: true }), now);
}
