/** What the assistant is given to take one turn, and what anything that takes turns must offer. */
import type { Conversation } from '../domain/conversation.js';
import type { Message } from '../domain/message.js';
import type { Reply } from '../domain/reply.js';
import type { Generation } from '../knowledge/model-turn.js';

export interface AssistantTurn {
  readonly conversation: Conversation;
  /** The message to answer; after a sign-in, the question that had waited for it. */
  readonly message: Message;
  /** Set when the sign-in continues a question whose intent was already decided. */
  readonly decidedIntent: string | null;
  /** Epoch ms, and the operator's date "YYYY-MM-DD". */
  readonly now: number;
  readonly today: string;
  /** Shows a piece of a message still being written; the final draft carries the same `messageId` as its `id`. */
  readonly onPiece: (messageId: string, text: string) => void;
  readonly onCancel: (messageId: string) => void;
  /** Resolves once the message is in the record; absent when it already is. Nothing in the world is changed before. */
  readonly recorded?: (() => Promise<void>) | undefined;
  /** Tells of an answer being generated, so that it can be stopped from outside; absent without a language model. */
  readonly generation?: (() => Generation) | undefined;
}

export interface TakesTurns {
  /** Never rejects for reasons of the outside world: a system that is down becomes a sentence that says so. */
  respond(turn: AssistantTurn): Promise<Reply>;
}
