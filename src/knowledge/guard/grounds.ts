/** What a generated text of this turn may stand on: cited passages, tool results, and what has been recorded. */
import type { Passage } from '../../domain/article.js';
import type { Locale } from '../../domain/locale.js';

/** Acts that a text may only speak of once they are in the record. `signed-in`: the number was verified. */
export type Recorded = 'handoff' | 'change' | 'ticket' | 'refund' | 'call-back' | 'code-sent' | 'payment' | 'signed-in';

export interface Grounds {
  readonly locale: Locale;
  /** "YYYY-MM-DD" in the operator's time zone: what "tomorrow" and "next month" are counted from. */
  readonly today: string;
  /** Cited or handed to the model in this turn. */
  readonly passages: readonly Passage[];
  /** What tools gave in this turn: text, or JSON whose keys end in their unit (`amountFen`, `usedMb`, `validMinutes`, `asOf`). */
  readonly toolResults: readonly unknown[];
  /** "jiebang.example", with port where it has one. */
  readonly allowedHosts: readonly string[];
  readonly recorded: ReadonlySet<Recorded>;
  /** The subscriber's own number, once verified. */
  readonly ownMsisdn: string | null;
  /** Names of plans and products there are; one that is named must stand in passages or tool results. */
  readonly names: readonly string[];
  /** Instructions given to the model and marks planted in them: none of it may come back. */
  readonly secrets: readonly string[];
}

/** Nothing to stand on: only a text without any claim passes. */
export const NO_GROUNDS: Grounds = {
  locale: 'zh-CN',
  today: '1970-01-01',
  passages: [],
  toolResults: [],
  allowedHosts: [],
  recorded: new Set(),
  ownMsisdn: null,
  names: [],
  secrets: [],
};
