/** What is wrong with a text of the content: where, and why, in the languages editors read. */
import type { Locale } from '../domain/locale.js';
import { contentWords } from '../wording/content/words.js';
import type { ContentWording } from '../wording/content/words.js';

export interface ContentProblem {
  readonly file: string;
  /** From 1; of a table, the row. */
  readonly line: number;
  /** Of a table: what its head says, or the letter of a column without one. */
  readonly column?: string;
  /** In English, as on a command line. */
  readonly text: string;
  readonly zh: string;
}

export interface ProblemPlace {
  readonly file: string;
  readonly line: number;
  readonly column?: string;
}

export function problemAt(place: ProblemPlace, say: (faults: ContentWording['faults']) => string, field = ''): ContentProblem {
  const before = field === '' ? '' : `${field}: `;
  return { ...place, text: before + say(contentWords('en').faults), zh: before + say(contentWords('zh-CN').faults) };
}

/** As it is shown to one reader. */
export function problemIn(locale: Locale, { zh, text, ...place }: ContentProblem): object {
  return { ...place, text: locale === 'en' ? text : zh };
}
