/** One entry of the record: who said what, when, in which place of the order. */
import type { Card } from './card.js';
import type { HandoffStep } from './handoff-steps.js';
import type { CaseId, ConversationId, MessageId, StaffId } from './ids.js';
import type { ShownPicture } from './picture.js';

/** The button below an answer from an article that did not help; pressed, the question is looked at by editors. */
export const UNHELPFUL = 'feedback:no';

/** What was sent without words of its own: `text` only names it, and is never read as if somebody had said it. */
export type Wordless = 'voice' | 'place' | 'too-large' | 'not-received' | 'other';

export type Speaker = 'subscriber' | 'bot' | 'agent' | 'system';
export type MessageKind = 'text' | 'card' | 'form' | 'attachment' | 'event';

/** `id` is what comes back when it is pressed; `handoff` always brings a person. */
export interface Button {
  readonly id: string;
  readonly label: string;
  readonly value?: string;
}

export interface Citation {
  readonly articleId: string;
  readonly title: string;
  /** Path on this server that opens the article, e.g. `/kb/recharge-ways?locale=en`. */
  readonly href: string;
  /** Of the article, those that the text stands on: shown in place of the words for them where pictures can be. */
  readonly pictures?: readonly ShownPicture[];
}

/** What a reply adds to the record before it has an id, a place and a time. `text` carries the whole meaning in words. */
export interface MessageDraft {
  /** Given only when pieces of the message were already shown under it. */
  readonly id?: string;
  readonly from: Speaker;
  readonly kind: MessageKind;
  readonly text: string;
  readonly clientId?: string;
  readonly buttons?: readonly Button[] | undefined;
  readonly card?: Card | undefined;
  /** Those of the words that the card does not say: what a page shows beside it. Without it a page chooses by itself. */
  readonly beside?: string | undefined;
  readonly citations?: readonly Citation[] | undefined;
  readonly intent?: string | undefined;
  /** True when a model wrote the text. */
  readonly ai?: boolean;
  /** Name of the rule of `dialogue/decide.ts` that led to this reply. */
  readonly rule?: string | undefined;
  /** What the assistant promised with these words, for the promises kept beside the record. */
  readonly promises?: readonly { readonly text: string; readonly dueAt: number; readonly caseId: CaseId }[] | undefined;
  readonly author?: { readonly staffId: StaffId; readonly name: string };
  readonly action?: { readonly id: string; readonly value?: string };
  /** What was said here is gone at the subscriber's wish; `text` says so. */
  readonly erased?: true;
  /** Below these words the subscriber's own page offers a copy of all that is kept of them, until then (epoch ms). */
  readonly copyUntil?: number | undefined;
  /** The step of a handoff that these words tell of, for channels whose hubs follow it. */
  readonly handoff?: HandoffStep;
  /** Kept for who reads the record; an outside channel is not told: they have it there already, or have no use for it. */
  readonly isRecordOnly?: true;
  readonly attachment?: { readonly id: string; readonly name: string; readonly mime: string; readonly bytes: number };
  readonly wordless?: Wordless;
}

/** How long a copy of one's data is offered once a one-time code was entered for it. */
export const COPY_OPEN_MS = 10 * 60_000;

/** `seq` counts up by one within a conversation, from 1, without gaps. `at` is epoch milliseconds. */
export interface Message extends MessageDraft {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly seq: number;
  readonly at: number;
}

type Whole = { -readonly [Key in keyof Required<Message>]: Message[Key] };

/** A draft in its place of the record. All messages are of one shape, and of a draft only what it has is looked at: drafts come in hundreds of shapes, and this runs for every message there is. */
export function placed(draft: MessageDraft, { id, conversationId, seq, at }: Pick<Message, 'id' | 'conversationId' | 'seq' | 'at'>): Message {
  const message: Whole = {
    id,
    conversationId,
    seq,
    at,
    from: draft.from,
    kind: draft.kind,
    text: draft.text,
    clientId: undefined,
    buttons: undefined,
    card: undefined,
    beside: undefined,
    citations: undefined,
    intent: undefined,
    ai: undefined,
    rule: undefined,
    promises: undefined,
    author: undefined,
    action: undefined,
    erased: undefined,
    copyUntil: undefined,
    handoff: undefined,
    isRecordOnly: undefined,
    attachment: undefined,
    wordless: undefined,
  };
  Object.assign(message, draft);
  message.id = id;
  message.conversationId = conversationId;
  message.seq = seq;
  message.at = at;
  return message as Message;
}

/** A note or whisper: seen by staff only, so it has no `seq` and can never leave a gap in the subscriber's order. */
export interface StaffNote {
  readonly id: MessageId;
  readonly conversationId: ConversationId;
  readonly kind: 'note' | 'whisper';
  readonly text: string;
  readonly at: number;
  readonly author: { readonly staffId: StaffId; readonly name: string };
}
