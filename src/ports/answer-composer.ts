/** Turns found passages into an answer: in extracts without a model, in generated and guarded words with one. */
import type { Passage } from '../domain/article.js';
import type { Locale } from '../domain/locale.js';

export interface ComposedAnswer {
  readonly text: string;
  readonly passageIds: readonly string[];
  readonly isGenerated: boolean;
}

export interface AnswerComposer {
  /** Null when the passages do not answer the question. `onPiece` gets text that may already be shown. */
  compose(question: string, passages: readonly Passage[], options: { locale: Locale; onPiece?: (text: string) => void }): Promise<ComposedAnswer | null>;
}
