/** What the assistant understood of one message: language, intents with confidence, entities, mood, and whether a person is asked for. */
import type { Asked } from './asked.js';
import type { Locale } from './locale.js';

/** `confidence` is calibrated: of readings that say 0.8, four in five are right. */
export interface IntentScore {
  readonly intent: string;
  readonly confidence: number;
}

/** `value` is the normal form: month "2026-10", date "2026-11-21", amount in fen, data in MB, msisdn digits, ISO country, catalogue id. */
export type Entity = { readonly start: number; readonly end: number; readonly text: string } & (
  | { readonly kind: 'month' | 'date' | 'msisdn' | 'city' | 'country' | 'plan' | 'product'; readonly value: string }
  | { readonly kind: 'amount' | 'data'; readonly value: number }
);
export type EntityKind = Entity['kind'];

export type MoodLabel = 'calm' | 'unhappy' | 'angry';

/** `score` runs from 0 (calm) to 1; `cues` are the words or rules that moved it, for people who tune it. */
export interface Mood {
  readonly score: number;
  readonly label: MoodLabel;
  readonly cues: readonly string[];
}

/** One need found in a message that may hold several; `start`/`end` index the original text. */
export interface Need {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly ranking: readonly IntentScore[];
  readonly isAccepted: boolean;
}

export interface Reading {
  readonly text: string;
  readonly locale: Locale;
  /** Best first, at most ten; of the whole message. */
  readonly ranking: readonly IntentScore[];
  /** The best intent is above its own tuned threshold and the message is not out of scope. */
  readonly isAccepted: boolean;
  /** 0 (surely ours) to 1 (surely none of our business), judged by its own score. */
  readonly outOfScope: number;
  readonly entities: readonly Entity[];
  readonly mood: Mood;
  readonly asksForPerson: boolean;
  /** What is asked on in few words, of whatever was told just before. */
  readonly asked: Asked;
  /** Two or more when the message holds several needs, the more urgent first; empty otherwise. */
  readonly needs: readonly Need[];
  /** 「不是这个月,是上个月」「我问的是流量」: the message corrects what was said before. */
  readonly correction: 'slot' | 'intent' | null;
}
