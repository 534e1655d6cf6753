/** What the agent will be told, shown to the subscriber first: who waits may correct it, and the agent gets their own words. */
import { HEADLINE_CHARS } from '../domain/conversation.js';
import type { Conversation, Waiting } from '../domain/conversation.js';
import type { FormInProgress, Tried } from '../domain/dialogue-memory.js';
import { isGivingUp } from '../domain/giving-up.js';
import { maskMsisdn } from '../domain/ids.js';
import type { Message, MessageDraft } from '../domain/message.js';
import { shortened, startOf } from '../domain/text-ends.js';
import { conversationWords } from '../wording/conversation/words.js';
import type { ConversationRoom } from './room.js';

export type BriefForm = Extract<FormInProgress, { kind: 'brief' }>;

const TRIED_SHOWN = 3;
const OWN_WORDS_CHARS = 500;

/** Null when nothing is known yet that could be told wrong. */
export function toldToAgent(room: ConversationRoom, conversation: Conversation, waiting: Waiting): MessageDraft | null {
  const { memory, identity } = conversation;
  if (memory.topic === null && memory.tried.length === 0 && identity === null && waiting.ownWords === undefined) return null;
  const { telling, buttons } = conversationWords(conversation.locale);
  const rows = rowsOf(room, conversation, waiting);
  const text = [telling.title, ...rows.map(({ name, value }) => telling.row(name, value))].join('\n');
  const card = { type: 'facts', asOf: room.clock.now(), title: telling.title, rows } as const;
  return { from: 'bot', kind: 'card', text, card, buttons: [{ id: 'brief:correct', label: buttons.correctBrief }] };
}

function rowsOf(room: ConversationRoom, { memory, identity, locale }: Conversation, waiting: Waiting): { name: string; value: string }[] {
  const { telling, brief } = conversationWords(locale);
  const nameOf = (intent: string) => room.content.current().intents.get(intent)?.names[locale] ?? brief.noIntent;
  const tried = lastOfEach(memory.tried).slice(-TRIED_SHOWN).map((one) => telling.tried(nameOf(one.intent), brief.outcomes[one.outcome]));
  const need = memory.topic === null ? '' : nameOf(memory.topic.intent);
  const wish = waiting.ownWords ?? waiting.headline;
  return [
    ...(need === '' || waiting.ownWords !== undefined ? [] : [{ name: telling.need, value: need }]),
    { name: telling.who, value: identity ? telling.verified(maskMsisdn(identity.msisdn)) : telling.unverified },
    ...(tried.length === 0 ? [] : [{ name: telling.steps, value: tried.join(telling.joint) }]),
    ...(wish === '' || wish === need ? [] : [{ name: waiting.ownWords === undefined ? telling.wish : telling.ownWords, value: wish }]),
  ];
}

/** How each ended: that a sign-in was asked for on the way says nothing once it was answered. */
function lastOfEach(tried: readonly Tried[]): Tried[] {
  return tried.filter(({ intent }, at) => !tried.slice(at + 1).some((later) => later.intent === intent));
}

/** What was tapped or said about the brief, with the words that replace the wish; null when the message is for the assistant. */
export interface Correction {
  readonly messages: readonly MessageDraft[];
  readonly form: BriefForm | null;
  readonly ownWords: string | null;
}

export function correcting(room: ConversationRoom, conversation: Conversation, message: Message): Correction | null {
  const { waiting, memory, locale } = conversation;
  const words = conversationWords(locale).telling;
  if (message.action?.id === 'brief:correct') {
    if (!waiting) return { messages: [said(words.notWaiting)], form: null, ownWords: null };
    return { messages: [said(words.ask)], form: { kind: 'brief' }, ownWords: null };
  }
  if (memory.form?.kind !== 'brief' || message.action || message.attachment || !waiting) return null;
  const text = message.text.trim();
  if (isGivingUp(text)) return { messages: [said(words.kept)], form: null, ownWords: null };
  const shown = toldToAgent(room, conversation, inOwnWords(waiting, text));
  return { messages: [said(words.corrected), ...(shown ? [shown] : [])], form: null, ownWords: text };
}

/** The conversation with what its subscriber wants told; unchanged once it left the line. */
export function corrected(conversation: Conversation, ownWords: string | null | undefined): Conversation {
  return ownWords && conversation.waiting ? { ...conversation, waiting: inOwnWords(conversation.waiting, ownWords) } : conversation;
}

function inOwnWords(waiting: Waiting, text: string): Waiting {
  return { ...waiting, headline: shortened(text, HEADLINE_CHARS), ownWords: startOf(text, OWN_WORDS_CHARS) };
}

function said(text: string): MessageDraft {
  return { from: 'bot', kind: 'text', text };
}
