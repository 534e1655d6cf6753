/** The transcript: who said what and when, as text, JSON or a page that can be printed. */
import { minuteOf } from '../domain/calendar.js';
import type { Conversation } from '../domain/conversation.js';
import type { Locale } from '../domain/locale.js';
import type { Message } from '../domain/message.js';
import { conversationWords } from '../wording/conversation/words.js';
import { escapeHtml } from './escape-html.js';
import { handedOut } from './handed-out.js';
import type { ConversationRoom } from './room.js';
import { wholeRecord } from './whole-record.js';

export type TranscriptFormat = 'text' | 'json' | 'html';

export interface Transcript {
  readonly mime: string;
  readonly fileName: string;
  readonly body: string;
}

export async function makeTranscript(room: ConversationRoom, conversation: Conversation, format: TranscriptFormat): Promise<Transcript> {
  const messages = handedOut(conversation, await wholeRecord(room, conversation.id));
  const fileName = `jiebang-${conversation.id}.${format === 'text' ? 'txt' : format}`;
  const exportedAt = room.clock.now();
  switch (format) {
    case 'json':
      return { mime: 'application/json; charset=utf-8', fileName, body: asJson(conversation, messages, exportedAt) };
    case 'html':
      return { mime: 'text/html; charset=utf-8', fileName, body: asHtml(conversation, messages, exportedAt) };
    case 'text':
      return { mime: 'text/plain; charset=utf-8', fileName, body: asText(conversation, messages, exportedAt) };
  }
}

function speaker(message: Message, locale: Locale): string {
  const words = conversationWords(locale).transcript;
  const name = message.author ? `${words.speakers.agent} ${message.author.name}` : words.speakers[message.from];
  return message.ai ? `${name} (${words.generated})` : name;
}

function asText(conversation: Conversation, messages: readonly Message[], exportedAt: number): string {
  const { locale } = conversation;
  const words = conversationWords(locale).transcript;
  const head = [words.title, `${words.conversation}: ${conversation.id}`, `${words.exported}: ${minuteOf(exportedAt)}`, ''];
  const lines = messages.map((message) => `[${minuteOf(message.at)}] ${speaker(message, locale)}: ${message.text}`);
  return `${[...head, ...lines].join('\n')}\n`;
}

function asJson(conversation: Conversation, messages: readonly Message[], exportedAt: number): string {
  const entries = messages.map(({ id, seq, from, kind, text, at, card, citations, ai, author }) => ({
    id,
    seq,
    from,
    kind,
    text,
    at: new Date(at).toISOString(),
    ...(author ? { agentName: author.name } : {}),
    ...(card ? { card } : {}),
    ...(citations ? { citations } : {}),
    ...(ai ? { ai } : {}),
  }));
  return JSON.stringify({ conversationId: conversation.id, exportedAt: new Date(exportedAt).toISOString(), messages: entries }, null, 2);
}

function asHtml(conversation: Conversation, messages: readonly Message[], exportedAt: number): string {
  const { locale } = conversation;
  const words = conversationWords(locale).transcript;
  const rows = messages
    .map(
      (message) =>
        `<article class="${message.from}"><header><b>${escapeHtml(speaker(message, locale))}</b> <time>${minuteOf(message.at)}</time></header><p>${escapeHtml(message.text)}</p></article>`,
    )
    .join('\n');
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${words.title}</title>
<style>body{font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem;color:#1b1f24;background:#fff}
article{border-left:4px solid #c8d0d9;padding:.25rem 1rem;margin:1rem 0}article.subscriber{border-color:#1a73e8}article.agent{border-color:#0a7f4f}
p{margin:.25rem 0;white-space:pre-wrap;overflow-wrap:anywhere}time{color:#59636e;font-size:.875rem}</style></head>
<body><h1>${words.title}</h1><p>${words.conversation}: ${escapeHtml(conversation.id)}<br>${words.exported}: ${minuteOf(exportedAt)}</p>
${rows}
</body></html>
`;
}
