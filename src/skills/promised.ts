/** What a subscriber was promised and is not done yet, by whom and by when, as the page 「我的进度」 lists it. */
import type { CasesCard } from '../domain/card.js';
import type { PromiseMade } from '../domain/promise.js';
import type { Asked } from './account-skill.js';

const SHOWN = 5;

export interface Promised {
  readonly lines: readonly string[];
  readonly rows: CasesCard['rows'];
}

export function promised({ words: { cases }, now }: Pick<Asked, 'words' | 'now'>, made: readonly PromiseMade[]): Promised {
  if (made.length === 0) return { lines: [], rows: [] };
  const told = made.slice(0, SHOWN).map(({ text, by, dueAt }) => ({ text: text.replace(/[。.!！；;]+$/u, ''), by: by === 'assistant' ? null : by.name, due: dueAt, leftMs: dueAt - now }));
  return {
    lines: [cases.promises({ count: made.length }), ...told.map((one) => cases.promise(one))],
    rows: told.map((one) => ({ name: cases.promiseName, value: cases.promiseState[one.leftMs > 0 ? 'open' : 'late'], note: cases.promiseNote(one), dueAt: one.due })),
  };
}
