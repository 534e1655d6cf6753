/** By when a case must be answered and closed, and what each role may refund: settings of the operator with their defaults. */
import type { CaseKind, Deadline } from './case.js';
import type { Fen } from './money.js';
import type { Role } from './staff.js';

export const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Defaults from the rules operators are held to; each is a stored setting. */
export interface CaseRules {
  readonly complaintFirstAnswerHours: number;
  readonly complaintCloseDays: number;
  readonly faultTownHours: number;
  readonly faultCountryHours: number;
  readonly refundFirstAnswerHours: number;
  readonly refundCloseDays: number;
  readonly callBackHours: number;
  readonly messageHours: number;
  readonly privacyCloseDays: number;
  /** How long a case that was not solved after all has at least. */
  readonly reopenedHours: number;
  /** An alert comes this long before a deadline or a promise. */
  readonly nearMinutes: number;
  /** What a person may give back alone; above it a second one approves. */
  readonly agentRefundFen: Fen;
  readonly supervisorRefundFen: Fen;
}

export const CASE_RULES: CaseRules = {
  complaintFirstAnswerHours: 24,
  complaintCloseDays: 15,
  faultTownHours: 48,
  faultCountryHours: 72,
  refundFirstAnswerHours: 24,
  refundCloseDays: 15,
  callBackHours: 24,
  messageHours: 24,
  privacyCloseDays: 15,
  reopenedHours: 24,
  nearMinutes: 60,
  agentRefundFen: 10_000,
  supervisorRefundFen: 100_000,
};

export interface DeadlineQuestion {
  readonly kind: CaseKind;
  readonly isCountry: boolean;
  readonly callAt: number | null;
  readonly now: number;
}

export function deadlinesFor(question: DeadlineQuestion, rules: CaseRules): { readonly firstAnswer: Deadline | null; readonly close: Deadline } {
  const { kind, isCountry, callAt, now } = question;
  const within = (ms: number): Deadline => ({ dueAt: now + ms, metAt: null });
  switch (kind) {
    case 'complaint':
      return { firstAnswer: within(rules.complaintFirstAnswerHours * HOUR_MS), close: within(rules.complaintCloseDays * DAY_MS) };
    case 'fault':
      return { firstAnswer: null, close: within(repairHours(isCountry, rules) * HOUR_MS) };
    case 'refund':
      return { firstAnswer: within(rules.refundFirstAnswerHours * HOUR_MS), close: within(rules.refundCloseDays * DAY_MS) };
    case 'call-back':
      return { firstAnswer: null, close: callAt === null ? within(rules.callBackHours * HOUR_MS) : { dueAt: callAt, metAt: null } };
    case 'message':
      return { firstAnswer: null, close: within(rules.messageHours * HOUR_MS) };
    case 'privacy-request':
      return { firstAnswer: null, close: within(rules.privacyCloseDays * DAY_MS) };
    default:
      return kind satisfies never;
  }
}

export function repairHours(isCountry: boolean, rules: CaseRules): number {
  return isCountry ? rules.faultCountryHours : rules.faultTownHours;
}

const COUNTRY = /[县旗镇乡村]$|\b(county|village|town)$/iu;

/** Whether a service area counts as country, where a repair may take longer. */
export function isCountryArea(region: string): boolean {
  return COUNTRY.test(region.trim());
}

/** What this role may give back without asking anybody. */
export function refundAuthorityFen(role: Role, rules: CaseRules): Fen {
  if (role === 'agent') return rules.agentRefundFen;
  return role === 'supervisor' || role === 'admin' ? rules.supervisorRefundFen : 0;
}
