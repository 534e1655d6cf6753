/** Turns found passages into an answer without a model: in extracts. */
import type { Passage } from '../domain/article.js';
import type { Locale } from '../domain/locale.js';

export interface ComposedAnswer {
  readonly text: string;
  readonly passageIds: readonly string[];
  readonly isGenerated: boolean;
}

export interface AnswerComposer {
  /** Null when the passages do not answer the question. */
  compose(question: string, passages: readonly Passage[], options: { locale: Locale }): Promise<ComposedAnswer | null>;
}
