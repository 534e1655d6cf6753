/** One case in a sentence: what it is called, where it stands and what comes next. */
import type { Wording } from './wording.js';

/** As much of a case as words need. */
export interface CaseInWords {
  readonly number: string;
  readonly kind: keyof Wording['cases']['kind'];
  readonly stage: keyof Wording['cases']['stage'];
  /** The next deadline, epoch ms; null when none runs. */
  readonly dueAt: number | null;
  readonly isFirstAnswerDue: boolean;
}

/** What is looked into is not called a complaint, though it is answered in the time of one. */
export function caseName({ cases }: Wording, { kind, matter }: { readonly kind: keyof Wording['cases']['kind']; readonly matter?: string }): string {
  return matter === 'payment' ? cases.paymentCheck : cases.kind[kind];
}

export function nextStep({ cases }: Wording, one: CaseInWords): string {
  const { kind, stage, dueAt, isFirstAnswerDue } = one;
  if (stage === 'closed') return cases.next.done;
  if (stage === 'asked' || dueAt === null) return cases.next.confirm;
  if (isFirstAnswerDue) return cases.next.answer({ due: dueAt });
  return kind === 'call-back' ? cases.next.call({ due: dueAt }) : cases.next.close({ due: dueAt });
}
