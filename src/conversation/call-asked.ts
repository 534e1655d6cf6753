/** 「能不能打电话给我」, "can you call me instead", of somebody in the line: a call-back at a time, while the place is kept. */
import type { Conversation } from '../domain/conversation.js';
import type { Message, MessageDraft } from '../domain/message.js';
import { conversationWords } from '../wording/conversation/words.js';
import { asksForCall } from './choice-words.js';
import type { ConversationRoom } from './room.js';
import { nobodyFrom, optionsFor } from './when-nobody-comes.js';

/** Null when it is about something else, when nobody waits, or when no time can be named. */
export function callOffered(room: ConversationRoom, conversation: Conversation, { text, action, attachment, wordless }: Message): MessageDraft | null {
  const { state, waiting, locale } = conversation;
  if (state !== 'queued' || !waiting || waiting.hub || action || attachment || wordless || !asksForCall(text)) return null;
  const options = optionsFor(locale, nobodyFrom(room, conversation, 'timed-out')).filter(({ id }) => id === 'person:callback');
  if (options.length === 0) return null;
  const buttons = options.map(({ id, label, at }) => ({ id, label, ...(at === undefined ? {} : { value: String(at) }) }));
  const { callInstead, leave } = conversationWords(locale).waitAsked;
  return { from: 'bot', kind: 'text', text: callInstead, buttons: [...buttons, { id: 'line:leave', label: leave }] };
}
