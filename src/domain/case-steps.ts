/** Every way a case may move, as pure steps on plain data. */
import type { Case, CaseActor, CaseEntry, CaseKind, CaseMatter, CasePerson } from './case.js';
import { deadlinesFor, HOUR_MS } from './case-rules.js';
import type { CaseRules } from './case-rules.js';
import { refuse } from './errors.js';
import type { Refusal } from './errors.js';
import type { CaseId, ConversationId, Msisdn, VisitorId } from './ids.js';
import type { Locale } from './locale.js';

export interface CaseOpening {
  readonly kind: CaseKind;
  readonly matter?: CaseMatter;
  readonly source: string;
  readonly msisdn: Msisdn | null;
  readonly visitorId: VisitorId | null;
  readonly conversationId: ConversationId | null;
  readonly locale: Locale;
  readonly title: string;
  readonly ticketId?: string;
  readonly priority?: number;
  readonly isCountry?: boolean;
  readonly callAt?: number;
  /** Instead of the deadline that goes by the clock alone. */
  readonly closeBy?: number;
  readonly by: CaseActor;
  readonly owner?: CasePerson;
}

/** As it will be stored; the book gives it its number. */
export function newCase(id: CaseId, opening: CaseOpening, { now, rules }: { now: number; rules: CaseRules }): Case {
  const { kind, source, msisdn, visitorId, conversationId, locale, title, by } = opening;
  const callAt = opening.callAt ?? null;
  const owner = opening.owner ?? null;
  return {
    ...{ id, number: '', kind, source, msisdn, visitorId, conversationId, locale, title },
    ...(opening.matter === undefined ? {} : { matter: opening.matter }),
    ticketId: opening.ticketId ?? null,
    stage: 'received',
    priority: opening.priority ?? 0,
    owner,
    handler: owner,
    ...deadlinesFor({ kind, isCountry: opening.isCountry ?? false, callAt, now }, rules),
    ...(opening.closeBy === undefined ? {} : { close: { dueAt: opening.closeBy, metAt: null } }),
    callAt,
    reopened: 0,
    alerted: 0,
    refund: null,
    history: [{ at: now, kind: 'opened', by, text: title, isPublic: true }],
    createdAt: now,
    updatedAt: now,
    version: 1,
  };
}

/** Adds one entry to what happened. */
export function writing(one: Case, entry: CaseEntry): Case {
  return { ...one, history: [...one.history, entry], updatedAt: Math.max(one.updatedAt, entry.at) };
}

/** The first agent asked becomes the owner and stays it; whoever comes later changes nothing. */
export function askingFirst(one: Case, person: CasePerson, now: number): Case {
  if (one.owner !== null || one.stage === 'closed') return one;
  const owned = { ...one, owner: person, handler: one.handler ?? person };
  return writing(owned, { at: now, kind: 'owner', by: person, text: person.name, isPublic: true });
}

/** Somebody else works on it; the owner remains. */
export function handingTo(one: Case, change: { to: CasePerson; by: CasePerson; now: number }): Case | Refusal {
  const { to, by, now } = change;
  if (one.stage === 'closed') return refuse('wrong-state', 'the case is closed');
  if (one.handler?.staffId === to.staffId) return one;
  const owner = one.owner ?? to;
  return writing({ ...one, owner, handler: to }, { at: now, kind: 'handler', by, text: to.name, isPublic: false });
}

/** The time of the call has come and nobody has it yet: of all nodes one finds it so. */
export function calling(one: Case, to: CasePerson, now: number): Case | Refusal {
  if (one.stage !== 'received') return refuse('gone', 'somebody is at it');
  if (one.handler !== null) return refuse('conflict', 'somebody has it');
  return writing({ ...one, owner: one.owner ?? to, handler: to }, { at: now, kind: 'handler', by: 'house', text: to.name, isPublic: false });
}

export interface Remark {
  readonly by: CaseActor;
  readonly text: string;
  readonly now: number;
  readonly isPublic: boolean;
}

/** A note stays inside; an answer is for the subscriber, and the first one meets its deadline. */
export function noting(one: Case, { by, text, now, isPublic }: Remark): Case | Refusal {
  if (one.stage === 'closed') return refuse('wrong-state', 'the case is closed');
  const noted = writing(one, { at: now, kind: isPublic ? 'answered' : 'note', by, text, isPublic });
  return isPublic ? firstAnswered(noted, now) : noted;
}

/** The subscriber wants the call at another time; who has it keeps it. */
export function movingCall(one: Case, { callAt, text, now }: { readonly callAt: number; readonly text: string; readonly now: number }): Case | Refusal {
  if (one.kind !== 'call-back' || one.callAt === null || one.stage === 'closed' || one.stage === 'asked') return refuse('wrong-state', 'no call is to come');
  if (one.callAt === callAt) return one;
  return writing({ ...one, callAt, close: { dueAt: callAt, metAt: null }, alerted: 0 }, { at: now, kind: 'note', by: 'subscriber', text, isPublic: false });
}

/** Work has begun: the subscriber sees it in hand. */
export function beginning(one: Case, { by, text, now }: Omit<Remark, 'isPublic'>): Case | Refusal {
  if (one.stage !== 'received') return refuse('wrong-state', 'work has begun already');
  return firstAnswered(writing(one, { at: now, kind: 'stage', by, text, isPublic: true }), now);
}

/** The subscriber has heard from us: the deadline of the first answer is met. */
export function firstAnswered(one: Case, now: number): Case {
  const stage = one.stage === 'received' ? 'working' : one.stage;
  const { firstAnswer } = one;
  if (firstAnswer === null || firstAnswer.metAt !== null) return { ...one, stage };
  return { ...one, stage, firstAnswer: { ...firstAnswer, metAt: now }, alerted: 0 };
}

/** Done as far as the operator knows. Whether it is solved, only the subscriber says. */
export function askingSolved(one: Case, { by, text, now }: Omit<Remark, 'isPublic'>): Case | Refusal {
  if (one.stage === 'closed') return refuse('wrong-state', 'the case is closed');
  if (one.stage === 'asked') return refuse('conflict', 'the subscriber is asked already');
  const answered = firstAnswered(one, now);
  const asked: Case = { ...answered, stage: 'asked', close: { ...answered.close, metAt: now }, alerted: 0 };
  return writing(asked, { at: now, kind: 'solved-asked', by, text, isPublic: true });
}

/** "Yes" closes it; "no" opens it again with the same owner, to whom it also goes back to be worked on. */
export function answeringSolved(one: Case, answer: { isSolved: boolean; comment: string; now: number }, rules: CaseRules): Case | Refusal {
  const { isSolved, comment, now } = answer;
  if (one.stage !== 'asked') return refuse('wrong-state', 'nobody has asked whether it is solved');
  if (isSolved) return writing({ ...one, stage: 'closed' }, { at: now, kind: 'solved-yes', by: 'subscriber', text: comment, isPublic: true });
  const again: Case = {
    ...one,
    stage: 'working',
    handler: one.owner ?? one.handler,
    close: { dueAt: Math.max(one.close.dueAt, now + rules.reopenedHours * HOUR_MS), metAt: null },
    reopened: one.reopened + 1,
    priority: Math.max(one.priority, 2),
    alerted: 0,
  };
  return writing(again, { at: now, kind: 'solved-no', by: 'subscriber', text: comment, isPublic: true });
}

/** For a subscriber who never answers: a supervisor ends it, with a reason that is kept. */
export function closingUnanswered(one: Case, { by, text, now }: Omit<Remark, 'isPublic'>): Case | Refusal {
  if (one.stage !== 'asked') return refuse('wrong-state', 'the subscriber has not been asked');
  return writing({ ...one, stage: 'closed' }, { at: now, kind: 'closed', by, text, isPublic: true });
}

/** The claim on telling somebody about the next deadline: of all nodes one finds it untold. */
export function alerting(one: Case, level: 1 | 2, now: number): Case | Refusal {
  if (one.stage === 'closed' || one.stage === 'asked') return refuse('gone');
  if (one.alerted >= level) return refuse('conflict', 'told already');
  if (level === 1) return { ...one, alerted: 1 };
  const raised = { ...one, alerted: 2 as const, priority: Math.min(4, one.priority + 1) };
  return writing(raised, { at: now, kind: 'overdue', by: 'house', text: '', isPublic: false });
}

/** A promise on this case was broken: it becomes more urgent, and the history says so. */
export function promiseBroken(one: Case, { text, dueAt }: { readonly text: string; readonly dueAt: number }, now: number): Case | Refusal {
  if (one.stage === 'closed') return refuse('gone');
  // Written by whoever began before and went no further.
  if (one.history.some((entry) => entry.kind === 'promise-broken' && entry.text === text && entry.at >= dueAt)) return one;
  return writing({ ...one, priority: Math.min(4, one.priority + 1) }, { at: now, kind: 'promise-broken', by: 'house', text, isPublic: false });
}
