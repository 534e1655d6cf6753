/**
 * Every wish for a person, from being asked for to how it ended. Written by the change of the record that begins or ends it
 * (`Step.handoff`), in the same transaction.
 *
 * Promises: one row for each conversation and time of asking, however often it is begun; the first range shown stays; the
 * first ending stands until the handoff is taken up again. What resolves is durable.
 */
import type { HandoffReason } from '../domain/conversation.js';
import type { ConversationId } from '../domain/ids.js';

export const HANDOFF_ENDINGS = ['accepted', 'failed', 'timed-out', 'left'] as const;
export type HandoffEnding = (typeof HANDOFF_ENDINGS)[number];

export interface HandoffKey {
  readonly conversationId: ConversationId;
  /** Epoch ms: `waiting.since`, which stays through transfers and returns. */
  readonly askedAt: number;
}

export interface HandoffAsked extends HandoffKey {
  readonly reason: HandoffReason;
  readonly skillGroup: string;
  readonly priority: number;
}

/** Seconds; `position` and range as the subscriber saw them first. */
export interface FirstRange {
  readonly position: number;
  readonly low: number;
  readonly likely: number;
  readonly high: number;
}

export interface HandoffEnd {
  readonly endedAt: number;
  readonly ending: HandoffEnding;
  /** Why it failed or who left, in a word for programs. */
  readonly detail: string;
  /** The agent who accepted. */
  readonly endedBy: string | null;
}

/** Begun once; begun again it is open again. An ending is kept though its beginning is not there. */
export type HandoffEntry = { readonly kind: 'begin'; readonly asked: HandoffAsked } | { readonly kind: 'end'; readonly asked: HandoffAsked; readonly end: HandoffEnd };

export interface Handoff extends HandoffAsked {
  readonly id: string;
  readonly first: FirstRange | null;
  readonly end: HandoffEnd | null;
}

export interface HandoffBook {
  showFirst(key: HandoffKey, first: FirstRange): Promise<void>;
  find(key: HandoffKey): Promise<Handoff | null>;
  /** Asked for in [from, to), oldest first. */
  between(from: number, to: number): Promise<readonly Handoff[]>;
  /** Of those asked for since then: how long they waited together until now, and how many of them gave up. */
  leaving(since: number, now: number): Promise<{ readonly waitedMs: number; readonly left: number }>;
  /** Not ended, oldest first. */
  open(limit: number): Promise<readonly Handoff[]>;
}
