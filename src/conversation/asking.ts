/** What every turn has in common, whenever it is taken: what the assistant is given, and how its reply changes the conversation. */
import { dayOf } from '../domain/calendar.js';
import type { Conversation } from '../domain/conversation.js';
import { answering } from '../domain/conversation-steps.js';
import { EMPTY_MEMORY } from '../domain/dialogue-memory.js';
import { isErased } from '../domain/erasing.js';
import { isRefusal } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { Fact } from '../domain/facts.js';
import type { Message } from '../domain/message.js';
import type { Reply } from '../domain/reply.js';
import type { AssistantTurn } from '../dialogue/turn.js';
import type { ConversationRoom } from './room.js';

export interface Asked extends Pick<AssistantTurn, 'message' | 'decidedIntent' | 'recorded'> {
  /** Told the pieces of an answer in the making. */
  readonly tell: (fact: Fact) => void;
}

export function turnGiven({ clock, generations }: ConversationRoom, conversation: Conversation, asked: Asked): AssistantTurn {
  const now = clock.now();
  const { id: conversationId } = conversation;
  const { message, decidedIntent, recorded, tell } = asked;
  return {
    conversation,
    message,
    decidedIntent,
    now,
    today: dayOf(now),
    onPiece: (messageId, text) => tell({ type: 'message.delta', conversationId, messageId: messageId as Message['id'], text }),
    onCancel: (messageId) => tell({ type: 'message.cancelled', conversationId, messageId: messageId as Message['id'] }),
    recorded,
    generation: generations ? () => generations.begin(conversationId) : undefined,
  };
}

/** The conversation once the reply is in it. Refused when somebody else took it meanwhile. */
export function answeredBy(reply: Reply, current: Conversation, turn: { readonly epoch: number; readonly seq: number }): Conversation | Refusal {
  const memory = isErased(current, turn.seq) ? EMPTY_MEMORY : reply.memory;
  const answered = answering(current, { epoch: turn.epoch, seq: turn.seq, memory });
  if (isRefusal(answered)) return answered;
  if (reply.locale === null && reply.isElderMode === null) return answered;
  return { ...answered, locale: reply.locale ?? current.locale, isElderMode: reply.isElderMode ?? current.isElderMode };
}
