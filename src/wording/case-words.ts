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

export function nextStep({ cases }: Wording, one: CaseInWords): string {
  const { kind, stage, dueAt, isFirstAnswerDue } = one;
  if (stage === 'closed') return cases.next.done;
  if (stage === 'asked' || dueAt === null) return cases.next.confirm;
  if (isFirstAnswerDue) return cases.next.answer({ due: dueAt });
  return kind === 'call-back' ? cases.next.call({ due: dueAt }) : cases.next.close({ due: dueAt });
}
