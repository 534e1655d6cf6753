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
  /** Vector of this very text, when `readsEmbeddings`. */
  readonly embedding?: Float32Array | undefined;
}

export interface Revision {
  readonly number: number;
  readonly intents: ReadonlyMap<string, IntentDefinition>;
  /** By `id` + `.` + locale. Revisions whose articles are the same may have one and the same map, and then the same passages with it. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly passages: readonly Passage[];
  /** Its model was trained with vectors too and reads better when it is given one. */
  readonly readsEmbeddings: boolean;
  /** Understands one message with this revision's model. Pure, well under a millisecond. */
  read(text: string, context: ReadingContext): Reading;
  /** What the model sees of a text once typing errors, dialect and pinyin are put right. */
  tokens(text: string): { readonly canonical: string; readonly words: readonly string[] };
}

export interface PublishedContent {
  current(): Revision;
}
