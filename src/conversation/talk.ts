/** A conversation as plain text for a language model: who said what, without buttons and events; of a long one its summary and the last of it. */
import type { Conversation } from '../domain/conversation.js';
import type { Message } from '../domain/message.js';
import { endOf } from '../domain/text-ends.js';
import { isRecalled } from '../domain/working-together.js';
import type { ConversationRoom } from './room.js';

const MESSAGES = 60;
const CHARS = 6000;
/** Beside a summary: what was said last is needed in its own words. */
const LAST_LINES = 4;

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
  const summary = conversation.summaries?.[conversation.locale];
  const spoken = summary ? said.filter(({ seq }, at) => seq > summary.throughSeq || at >= said.length - LAST_LINES) : said;
  const lines = spoken.map(({ from, text }) => `${SPEAKERS[from]}: ${text}`);
  const before = summary ? `(What was said before, in short: ${summary.text})\n` : '';
  return { text: before + endOf(lines.join('\n'), CHARS), questions: said.filter(({ from }) => from === 'subscriber').map(({ text }) => text) };
}

const SPEAKERS: Readonly<Record<Message['from'], string>> = { subscriber: 'Customer', bot: 'Assistant', agent: 'Agent', system: 'System' };
