/** A conversation as plain text for a language model: who said what, the last of it, without buttons and events. */
import type { Conversation } from '../domain/conversation.js';
import type { Message } from '../domain/message.js';
import { isRecalled } from '../domain/working-together.js';
import type { ConversationRoom } from './room.js';

const MESSAGES = 60;
const CHARS = 6000;

export interface Talk {
  readonly text: string;
  /** What the subscriber wrote, oldest first. */
  readonly questions: readonly string[];
}

export async function talkOf(room: Pick<ConversationRoom, 'log'>, conversation: Conversation): Promise<Talk> {
  return talkIn(conversation, await room.log.messages(conversation.id, { limit: MESSAGES }));
}

export function talkIn(conversation: Conversation, messages: readonly Message[]): Talk {
  const said = messages.filter((message) => message.from !== 'system' && !message.action && message.kind !== 'attachment' && !isRecalled(conversation, message.seq));
  const lines = said.map(({ from, text }) => `${SPEAKERS[from]}: ${text}`);
  return { text: lines.join('\n').slice(-CHARS), questions: said.filter(({ from }) => from === 'subscriber').map(({ text }) => text) };
}

const SPEAKERS: Readonly<Record<Message['from'], string>> = { subscriber: 'Customer', bot: 'Assistant', agent: 'Agent', system: 'System' };
