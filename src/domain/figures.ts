/** What is counted: each conversation in short, and each day as the sum of what happened on it. */
import type { Channel } from './conversation.js';
import type { ConversationId } from './ids.js';
import type { MoodLabel } from './reading.js';

/** Where the wish behind a conversation ended, as it stands now. `none`: nothing was asked. */
export const OUTCOMES = ['assistant', 'unanswered', 'person', 'none'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface ConversationDigest {
  readonly conversationId: ConversationId;
  readonly createdAt: number;
  /** Of the conversation when it was read. */
  readonly updatedAt: number;
  readonly channel: Channel;
  readonly outcome: Outcome;
  /** Messages of the subscriber, pressed buttons among them. */
  readonly questions: number;
  /** Of these: what the assistant did not understand, and where it asked back. */
  readonly fallbacks: number;
  readonly clarified: number;
  /** Answers said to be of no help. */
  readonly unhelpful: number;
  /** By intent of the assistant's replies. */
  readonly intents: Readonly<Record<string, number>>;
  readonly mood: MoodLabel;
  /** From the subscriber's first message to the assistant's first words. */
  readonly answerMs: number | null;
  /** When agents spoke after somebody else had, epoch ms; the first fifty times. */
  readonly agentAt: readonly number[];
  readonly rating: { readonly score: number; readonly of: 'assistant' | 'agent' } | null;
  readonly model: { readonly tokens: number; readonly costMicros: number };
}

/** How often a time fell into each step of a scale that grows by a twentieth from step to step. */
export type Spread = Readonly<Record<string, number>>;

export interface HandoffCounts {
  readonly asked: number;
  readonly accepted: number;
  readonly failed: number;
  readonly 'timed-out': number;
  readonly left: number;
  readonly open: number;
}

/** Counts of one day or of many: sums of sums. */
export interface DayFigures {
  readonly doors: Readonly<Record<string, number>>;
  readonly outcomes: Readonly<Record<Outcome, number>>;
  readonly questions: number;
  readonly fallbacks: number;
  readonly clarified: number;
  readonly unhelpful: number;
  readonly intents: Readonly<Record<string, number>>;
  readonly moods: Readonly<Record<MoodLabel, number>>;
  readonly ratings: Readonly<Record<'assistant' | 'agent', Readonly<Record<string, number>>>>;
  readonly handoffs: HandoffCounts;
  /** How many waits were shown a range first, and how many ended within it. */
  readonly ranges: { readonly shown: number; readonly within: number };
  readonly waits: Spread;
  readonly answers: Spread;
  readonly firstReplies: Spread;
  readonly handling: Spread;
  readonly model: { readonly tokens: number; readonly costMicros: number };
}

export interface CaseCount {
  readonly kind: string;
  readonly stage: string;
  readonly count: number;
}
