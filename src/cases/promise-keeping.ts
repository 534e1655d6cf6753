/** Marks as kept what a case's own progress has kept: its first answer, and everything once it is done. */
import type { Case } from '../domain/case.js';
import { keeping } from '../domain/promise.js';
import type { CaseRoom } from './room.js';

const MOST = 50;

/** Those due by `dueAt`. One that is kept already, or broken, stays as it is. */
export async function keepUpTo({ book, clock }: CaseRoom, one: Case, dueAt: number): Promise<void> {
  const now = clock.now();
  for (const made of await book.promises({ caseId: one.id, state: 'open' }, MOST)) {
    if (made.dueAt <= dueAt) await book.changePromise(made.id, (found) => keeping(found, now));
  }
}
