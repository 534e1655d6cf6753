/** What a language model made of a conversation, for staff and for its own later calls: never told the subscriber, never more than what was said. */
import type { Locale } from './locale.js';

export interface Summary {
  readonly text: string;
  /** All that was said up to here is in it. */
  readonly throughSeq: number;
  readonly at: number;
}

/** One for each language somebody reads it in. */
export type Summaries = Readonly<Partial<Record<Locale, Summary>>>;

/** A conversation is long from here on, whichever comes first; what was said, events not counted. */
const LONG = { messages: 12, characters: 1600 };
/** What has to be said beyond a summary before it is worth extending. */
const MORE = { messages: 4, characters: 600 };

export interface Said {
  readonly messages: number;
  readonly characters: number;
}

/** Whether a running summary is to be begun, or extended by what was said beyond it. */
export function isDue(known: Summary | null, beyond: Said): boolean {
  const enough = known === null ? LONG : MORE;
  return beyond.messages >= enough.messages || beyond.characters >= enough.characters;
}

/** Nothing is kept of words that were taken back: a summary that may hold them goes as well. */
export function withoutSaid(summaries: Summaries | undefined, seq: number): Summaries {
  return Object.fromEntries(Object.entries(summaries ?? {}).filter(([, { throughSeq }]) => throughSeq < seq));
}
