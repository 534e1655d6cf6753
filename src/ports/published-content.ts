/** The revision in force: the only content the assistant ever sees. A new revision is one pointer swap. */
import type { Article, Passage } from '../domain/article.js';
import type { IntentDefinition } from '../domain/intent.js';
import type { Locale } from '../domain/locale.js';
import type { Reading } from '../domain/reading.js';

export interface ReadingContext {
  /** "YYYY-MM-DD" in the operator's time zone. */
  readonly today: string;
  readonly locale?: Locale;
  readonly previousMoods?: readonly number[];
}

export interface Revision {
  readonly number: number;
  readonly intents: ReadonlyMap<string, IntentDefinition>;
  /** By `id` + `.` + locale. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly passages: readonly Passage[];
  /** Understands one message with this revision's model. Pure, well under a millisecond. */
  read(text: string, context: ReadingContext): Reading;
}

export interface PublishedContent {
  current(): Revision;
}
