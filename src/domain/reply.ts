/** What one turn of the assistant produced: words to add, memory to keep, and what it wants done that it may not do itself. */
import type { HandoffReason, Priority } from './conversation.js';
import type { DialogueMemory } from './dialogue-memory.js';
import type { Locale } from './locale.js';
import type { MessageDraft } from './message.js';
import type { SkillGroup } from './staff.js';

/** How it is said that a person is fetched. */
export interface Announcing {
  readonly now: string;
  /** While nobody who could come is online. */
  readonly later: string;
  /** What of it holds when nobody is fetched at all. */
  readonly alone: string;
}

export interface HandoffWish {
  readonly reason: HandoffReason;
  readonly skillGroup: SkillGroup;
  readonly priority: Priority;
  readonly headline: string;
  /** Of a message of the reply, where one says it. */
  readonly announcing?: Announcing;
}

/** The answer needs a verified subscriber; the conversation signs them in and then asks again with `pendingText`. */
export interface VerificationWish {
  readonly level: 'basic' | 'step-up';
  readonly pendingText: string;
  readonly pendingIntent: string | null;
}

export interface Reply {
  readonly messages: readonly MessageDraft[];
  readonly memory: DialogueMemory;
  readonly handoff: HandoffWish | null;
  readonly verification: VerificationWish | null;
  /** Set when the message asked for another language or the elder mode. */
  readonly locale: Locale | null;
  readonly isElderMode: boolean | null;
  /** The subscriber said goodbye: the satisfaction question follows. */
  readonly asksForRating: boolean;
  /** Which rule decided, where the assistant did: a sign-in that is waited for says nothing yet. */
  readonly rule?: string;
}
