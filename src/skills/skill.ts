/** What a skill is: one thing the assistant does for a subscriber's account. */
import type { ConfirmableChange } from '../domain/account.js';
import type { CardTold, Choice } from '../domain/dialogue-memory.js';
import type { HandoffReason } from '../domain/conversation.js';
import type { ConversationId, Msisdn } from '../domain/ids.js';
import type { Locale } from '../domain/locale.js';
import type { MessageDraft } from '../domain/message.js';
import type { Entity } from '../domain/reading.js';

export interface SkillRequest {
  readonly intent: string;
  readonly text: string;
  readonly locale: Locale;
  readonly entities: readonly Entity[];
  /**
   * Slots of the topic under way, e.g. `month`, so that 「那再上个月呢」 has something to go back from. A button's value
   * `plan=smooth-59` arrives here as `{ plan: 'smooth-59' }`; words of the message itself go first.
   */
  readonly slots: Readonly<Record<string, string>>;
  /** The verified subscriber; null while nobody is verified. Never taken from text. */
  readonly msisdn: Msisdn | null;
  readonly conversationId: ConversationId;
  readonly isSteppedUp: boolean;
  /** Epoch ms, and the operator's date "YYYY-MM-DD". */
  readonly now: number;
  readonly today: string;
  /** Same for every try of the same turn, so that an order happens once; at a commit, the token of the card that was confirmed. */
  readonly orderKey: string;
  /** Resolves once the message is in the record. Reading may begin before; whoever changes something in the world waits for it. */
  readonly recorded: () => Promise<void>;
}

/**
 * Buttons under an answer: `intent:<id>` asks for that, with a value `slot=value` to fill in; `handoff` brings a person. `choices` is the list it
 * shows, in its order, to be picked from in words. `told` is what a card says of itself, for whoever asks about it. `isUndone`: the tap came too late, and nothing was changed.
 */
export type SkillAnswer =
  | { readonly kind: 'answered'; readonly messages: readonly MessageDraft[]; readonly slots: Readonly<Record<string, string>>; readonly choices?: readonly Choice[] | undefined; readonly isUndone?: true | undefined }
  | { readonly kind: 'needs-verification'; readonly level: 'basic' | 'step-up' }
  | { readonly kind: 'asks'; readonly slot: string; readonly message: MessageDraft; readonly slots: Readonly<Record<string, string>>; readonly choices?: readonly Choice[] }
  | { readonly kind: 'confirms'; readonly change: ConfirmableChange; readonly message: MessageDraft; readonly told: CardTold; readonly slots: Readonly<Record<string, string>> }
  | { readonly kind: 'hands-off'; readonly reason: HandoffReason; readonly messages: readonly MessageDraft[] }
  /** The business system did not answer; the message says so plainly and offers a person. */
  | { readonly kind: 'failed'; readonly messages: readonly MessageDraft[] };

export interface Skill {
  /** Kebab-case of the intent, e.g. `bill-query`. */
  readonly id: string;
  run(request: SkillRequest): Promise<SkillAnswer>;
  /** After the tap on `confirm`; absent for skills that only read. */
  commit?(request: SkillRequest, change: ConfirmableChange): Promise<SkillAnswer>;
}
