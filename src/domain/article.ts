/** Knowledge in the operator's own words. Dates are "YYYY-MM-DD" in the operator's time zone; `validTo` is the last valid day. */
import type { Locale } from './locale.js';

export interface Article {
  readonly id: string;
  readonly locale: Locale;
  readonly title: string;
  readonly intents: readonly string[];
  /** Empty: for every plan, or everywhere. */
  readonly plans: readonly string[];
  readonly regions: readonly string[];
  readonly validFrom: string;
  readonly validTo: string | null;
  readonly successor: string | null;
  readonly keywords: readonly string[];
  /** How subscribers ask for it, in their words; found by, never shown. */
  readonly asked?: readonly string[];
  readonly body: string;
}

export interface Passage {
  readonly id: string;
  readonly articleId: string;
  readonly locale: Locale;
  readonly heading: string;
  readonly text: string;
}
