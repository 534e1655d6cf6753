/** Full text of passages in the store: words in, the passages that hold them out. Words are letters and digits only, lower case. */
import type { Locale } from '../domain/locale.js';

export interface SearchablePassage {
  readonly id: string;
  readonly articleId: string;
  readonly locale: Locale;
  /** Words of the article's title and keywords, of the passage's heading, and of its text. */
  readonly names: readonly string[];
  readonly heading: readonly string[];
  readonly body: readonly string[];
}

export interface PassageHit {
  readonly id: string;
  readonly articleId: string;
  /** Higher fits better; to be compared within one answer only. */
  readonly score: number;
}

export interface PassageQuery {
  readonly shelf: string;
  readonly locale: Locale;
  readonly words: readonly string[];
  readonly most: number;
}

/** A shelf holds the passages of one state of the content, named by what is in it: the same name is always the same content. */
export interface PassageSearch {
  has(shelf: string): Promise<boolean>;
  /** Whole or not at all; filling a shelf that is there changes nothing. Only the newest few shelves are kept. */
  /** Asked between its parts, and given up with an error where it is no longer wanted. */
  fill(shelf: string, passages: readonly SearchablePassage[], at: number, isWanted?: () => boolean): Promise<void>;
  /** Passages with any of the words, best first: rare words weigh more, names more than headings, headings more than text. */
  find(query: PassageQuery): Promise<readonly PassageHit[]>;
}
