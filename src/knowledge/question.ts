/** What is looked up: the words, and what is known of who asks. */
import type { Msisdn } from '../domain/ids.js';
import type { Locale } from '../domain/locale.js';
import type { Entity, IntentScore } from '../domain/reading.js';

export interface Question {
  readonly text: string;
  readonly locale: Locale;
  readonly today: string;
  readonly ranking: readonly IntentScore[];
  readonly entities: readonly Entity[];
  readonly msisdn: Msisdn | null;
  /** The intent that is already decided: its own articles come first. Null when any article may answer. */
  readonly intent: string | null;
  readonly onPiece?: (text: string) => void;
}
