/** What is looked up: the words, and what is known of who asks. */
import type { Msisdn } from '../domain/ids.js';
import type { Locale } from '../domain/locale.js';
import type { Entity, IntentScore } from '../domain/reading.js';
import type { Revision } from '../ports/published-content.js';
import type { ModelTurn } from './model-turn.js';

export interface Question {
  readonly text: string;
  readonly locale: Locale;
  readonly today: string;
  /** What the message may want; an intent that is already decided stands first with its confidence. */
  readonly ranking: readonly IntentScore[];
  readonly entities: readonly Entity[];
  readonly msisdn: Msisdn | null;
  /** As the router judged the message: 0 surely ours, 1 surely not. */
  readonly outOfScope: number;
  /** An intent that is already decided: its own articles are worth naming whatever the words were. `isChosen`: by a button. */
  readonly decided?: { readonly intent: string; readonly isChosen: boolean } | undefined;
  /** What the turn was begun on, though another be published meanwhile; without it the one in force. */
  readonly revision?: Revision | undefined;
  /** The turn's language model; without it the answer is an extract. */
  readonly model?: ModelTurn | undefined;
}

/** A mobile number, in one piece or in groups, and any longer run of digits: whoever calls from it, no article is about it. */
const NUMBER = /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d(?:[ -]?\d{4}){2}(?!\d)|(?<!\d)\d{12,}(?!\d)/gu;

/** What is looked up: a number in a question is no evidence. */
export function withoutNumbers(text: string): string {
  return text.replace(NUMBER, ' ');
}
