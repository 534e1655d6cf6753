/** Messages for channels that know only text: buttons become numbers, and a number that comes back becomes the button. Pure. */
import type { Conversation } from '../../domain/conversation.js';
import type { Locale } from '../../domain/locale.js';
import type { Button, Message } from '../../domain/message.js';
import { isRecalled } from '../../domain/working-together.js';
import { MAX_TEXT } from '../../protocol/texts.js';
import { channelWords } from '../../wording/channels/words.js';
import { conversationWords } from '../../wording/conversation/words.js';

/** What the subscriber said needs no telling, and what is only for the record is not for them. */
export function isTold({ from, text, isRecordOnly }: Message): boolean {
  return from !== 'subscriber' && !isRecordOnly && text.trim() !== '';
}

/** What was taken back since is told as gone. */
export function asSeen(message: Message, conversation: Conversation): Message {
  if (!isRecalled(conversation, message.seq)) return message;
  const { id, conversationId, seq, at } = message;
  return { id, conversationId, seq, at, from: 'system', kind: 'event', text: conversationWords(conversation.locale).recalled };
}

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** What came in as it may be stored. */
export function fitText(text: string): string {
  return text.slice(0, MAX_TEXT).toWellFormed().replace(CONTROLS, '').trim();
}

/** `withChoices` only for what is said last: numbers of an older question would mislead. */
export function plainText(message: Message, locale: Locale, withChoices: boolean): string {
  const words = channelWords(locale);
  const said = message.from === 'agent' ? words.agentSays(message.author?.name ?? words.agentUnnamed, message.text) : withoutMarks(message.text, locale);
  // An answer from articles names them itself.
  const titles = (message.citations ?? []).flatMap(({ title }) => (said.includes(title) ? [] : [`《${title}》`])).join('');
  const source = titles === '' ? [] : [words.sources(titles)];
  const buttons = withChoices ? (message.buttons ?? []) : [];
  const choices = buttons.length === 0 ? [] : ['', words.chooseByNumber, ...buttons.map(({ label }, index) => `${index + 1}. ${label}`)];
  return [said, ...source, ...choices].join('\n');
}

const LINK = /\[([^[\]\n]+)\]\(([^()\s]+)\)/g;
const BOLD = /(?<!\*)\*\*([^*\n]+)\*\*/g;

/** Editors write their answers for pages; here a link is its words and where it leads, which an article does nowhere. */
function withoutMarks(text: string, locale: Locale): string {
  const { leadsTo } = channelWords(locale);
  return text.replace(LINK, (_whole, words: string, target: string) => (target.startsWith('kb:') || target === words ? words : leadsTo(words, target))).replace(BOLD, '$1');
}

/** The button a number stands for: of the last thing that was said, if that had buttons. `messages` in order. */
export function choiceOf(text: string, messages: readonly Message[]): Button | null {
  const number = /^\s*[(（]?([1-9])[)）.。、]?\s*$/.exec(text.normalize('NFKC'))?.[1];
  if (number === undefined) return null;
  const last = messages.filter(isTold).at(-1);
  return last?.buttons?.[Number(number) - 1] ?? null;
}

/** Channels that turn a tap into words send the label back; it is a button's only if it is exactly that. */
export function labelled(text: string, messages: readonly Message[]): Button | null {
  const said = text.trim();
  const last = messages.filter(isTold).at(-1);
  return last?.buttons?.find(({ label }) => label === said) ?? null;
}

/** Cuts at line ends, then anywhere but within a character, so that no piece is longer than `bytes` of UTF-8. */
export function cutToBytes(text: string, bytes: number): readonly string[] {
  const pieces: string[] = [];
  let piece = '';
  let size = 0;
  const close = (): void => {
    if (piece.trim() !== '') pieces.push(piece.trimEnd());
    piece = '';
    size = 0;
  };
  for (const line of text.split(/(?<=\n)/)) {
    const length = Buffer.byteLength(line);
    if (size + length > bytes) close();
    for (const character of length > bytes ? line : [line]) {
      const own = Buffer.byteLength(character);
      if (size + own > bytes) close();
      piece += character;
      size += own;
    }
  }
  close();
  return pieces;
}
