/** What was said as it is handed out to its subscriber in a file: what an agent took back is gone from it as from the chat, all but its place. */
import type { Conversation } from '../domain/conversation.js';
import type { Message } from '../domain/message.js';
import { isRecalled } from '../domain/working-together.js';
import { conversationWords } from '../wording/conversation/words.js';

export function handedOut(conversation: Conversation, messages: readonly Message[]): readonly Message[] {
  const { recalled } = conversationWords(conversation.locale);
  return messages.map((message) => (isRecalled(conversation, message.seq) ? withoutWords(message, recalled) : message));
}

function withoutWords({ card: _card, beside: _beside, citations: _citations, attachment: _attachment, ...rest }: Message, text: string): Message {
  return { ...rest, text };
}
