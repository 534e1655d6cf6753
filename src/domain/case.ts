/** A case: what outlives the chat, with a number, two people who answer for it, stages and deadlines. Steps on it live in `case-steps.ts`. */
import type { CaseId, ConversationId, Msisdn, StaffId, VisitorId } from './ids.js';
import type { Locale } from './locale.js';
import type { Fen } from './money.js';

export const CASE_KINDS = ['complaint', 'fault', 'refund', 'call-back', 'privacy-request', 'message'] as const;
export type CaseKind = (typeof CASE_KINDS)[number];

/** `received`: nobody has answered yet. `working`: answered and in hand. `asked`: done, and the subscriber is asked whether it is solved. */
export const CASE_STAGES = ['received', 'working', 'asked', 'closed'] as const;
export type CaseStage = (typeof CASE_STAGES)[number];

/** What a skill registers: one of each is in hand at a time for a subscriber. */
export const CASE_MATTERS = ['payment', 'no-signal', 'slow-data', 'broadband'] as const;
export type CaseMatter = (typeof CASE_MATTERS)[number];

export interface CasePerson {
  readonly staffId: StaffId;
  readonly name: string;
}

/** Who did an entry of the history. */
export type CaseActor = CasePerson | 'subscriber' | 'assistant' | 'house';

export interface Deadline {
  /** Epoch ms. */
  readonly dueAt: number;
  readonly metAt: number | null;
}

export const CASE_ENTRIES = [
  'opened',
  'note',
  'answered',
  'stage',
  'owner',
  'handler',
  'solved-asked',
  'solved-yes',
  'solved-no',
  'closed',
  'promise-made',
  'promise-kept',
  'promise-broken',
  'overdue',
  'refund-found',
  'refund-waits',
  'refund-approved',
  'refund-refused',
  'refund-stuck',
  'refund-ended',
  'refund-paid',
] as const;

export interface CaseEntry {
  readonly at: number;
  readonly kind: (typeof CASE_ENTRIES)[number];
  readonly by: CaseActor;
  readonly text: string;
  /** What the subscriber may see at 「我的进度」. */
  readonly isPublic: boolean;
}

/** A wrong charge that goes back twice over. `waits` for a second person when it is above the proposer's authority. */
export interface CaseRefund {
  readonly month: string;
  /** The item of the bill, by its code and as it is called. */
  readonly itemCode: string;
  readonly item: string;
  readonly chargedFen: Fen;
  readonly refundFen: Fen;
  readonly state: 'waits' | 'approved' | 'refused' | 'paid';
  readonly proposedBy: CasePerson;
  readonly decidedBy: CasePerson | null;
  readonly orderId: string | null;
  /** The business system does not take it; it is asked again all the same, until a supervisor ends it. */
  readonly isStuck?: true;
}

export interface Case {
  readonly id: CaseId;
  /** For people: `JB-20261122-0007`. It opens nothing. */
  readonly number: string;
  readonly kind: CaseKind;
  /** Absent where the kind alone says it. */
  readonly matter?: CaseMatter;
  /** Names what it was opened for, once: the turn, the chat or the agent's click. */
  readonly source: string;
  readonly msisdn: Msisdn | null;
  readonly visitorId: VisitorId | null;
  readonly conversationId: ConversationId | null;
  readonly locale: Locale;
  /** The matter in the subscriber's own words. */
  readonly title: string;
  /** The operator's own ticket for the same matter, if one was placed. */
  readonly ticketId: string | null;
  readonly stage: CaseStage;
  readonly priority: number;
  /** The first agent asked: stays until the subscriber says it is solved. */
  readonly owner: CasePerson | null;
  /** Who works on it now. */
  readonly handler: CasePerson | null;
  readonly firstAnswer: Deadline | null;
  readonly close: Deadline;
  /** For a call-back: when the subscriber wants to be called, epoch ms. */
  readonly callAt: number | null;
  readonly reopened: number;
  /** 0: no word yet about the next deadline. 1: told that it is near. 2: told that it has passed. */
  readonly alerted: 0 | 1 | 2;
  readonly refund: CaseRefund | null;
  readonly history: readonly CaseEntry[];
  readonly createdAt: number;
  readonly updatedAt: number;
  /** Raised by every change. */
  readonly version: number;
}

/** The next deadline that is not met, or null when none runs. */
export function nextDue(one: Pick<Case, 'stage' | 'firstAnswer' | 'close'>): number | null {
  if (one.stage === 'closed' || one.stage === 'asked') return null;
  if (one.firstAnswer !== null && one.firstAnswer.metAt === null) return Math.min(one.firstAnswer.dueAt, one.close.dueAt);
  return one.close.metAt === null ? one.close.dueAt : null;
}

export function isOpenCase({ stage }: Pick<Case, 'stage'>): boolean {
  return stage !== 'closed';
}

/** `JB-20261122-0007`: the day and the count of that day. */
export function caseNumber(day: string, count: number): string {
  return `JB-${day.replaceAll('-', '')}-${String(count).padStart(4, '0')}`;
}

const NUMBER = /(?<![A-Z0-9])JB-?(\d{8})-?(\d{4,6})(?!\d)/iu;

/** The first case number in a text as it is stored, however it was typed; null when there is none. */
export function caseNumberIn(text: string): string | null {
  const [, day, count] = NUMBER.exec(text.normalize('NFKC')) ?? [];
  return day === undefined || count === undefined ? null : `JB-${day}-${count}`;
}

/** What sentences and pages need to say where it stands. */
export function caseInWords(one: Case) {
  const { number, kind, stage, firstAnswer } = one;
  return { number, kind, stage, dueAt: nextDue(one), isFirstAnswerDue: firstAnswer !== null && firstAnswer.metAt === null };
}
