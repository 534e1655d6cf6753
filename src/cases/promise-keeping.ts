/** Marks as kept what a case's own progress has kept: its first answer, and everything once it is done. */
import type { Case } from '../domain/case.js';
import { keeping } from '../domain/promise.js';
import type { PromiseMade } from '../domain/promise.js';
import type { CaseRoom } from './room.js';

const MOST = 50;

/** Those due by `dueAt`. One that is kept already, or broken, stays as it is. */
export async function keepUpTo({ book, clock }: CaseRoom, one: Case, dueAt: number): Promise<void> {
  const now = clock.now();
  for (const made of await book.promises({ caseId: one.id, state: 'open' }, MOST)) {
    if (made.dueAt <= dueAt) await book.changePromise(made.id, (found) => keeping(found, now));
  }
}

const ANSWERS: ReadonlySet<string> = new Set(['answered', 'refund-paid']);

/** As `keepUpTo` marks it: the case went on and a crash came before the mark. */
export function isKeptWith({ firstAnswer, history }: Case, { madeAt, dueAt }: PromiseMade): boolean {
  const since = history.filter(({ at }) => at >= madeAt);
  return since.some(({ kind }) => kind === 'solved-asked') || (dueAt <= (firstAnswer?.dueAt ?? 0) && since.some(({ kind }) => ANSWERS.has(kind)));
}
