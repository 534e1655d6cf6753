/** The call-back that was promised and is still to come: when it does, and that it is not wanted any more. */
import type { Case } from '../domain/case.js';
import type { Conversation } from '../domain/conversation.js';
import { heardOnce } from '../domain/heard.js';
import type { Message, MessageDraft } from '../domain/message.js';
import { conversationWords } from '../wording/conversation/words.js';
import { asksWhenCalled, declinesCall } from './choice-words.js';
import { openCasesOf } from './open-cases.js';
import type { ConversationRoom } from './room.js';
import { asksOfWait } from './wait-asked.js';

type CallBack = Case & { readonly callAt: number };

export async function standingCallBack(room: ConversationRoom, conversation: Conversation): Promise<CallBack | null> {
  const now = room.clock.now();
  const isToCome = (one: Case): one is CallBack => one.kind === 'call-back' && one.callAt !== null && one.callAt > now;
  return (await openCasesOf(room, conversation)).find(isToCome) ?? null;
}

/** 「多久」 alone is of what was just answered. */
const NAMES_WAITING = /等|轮|排|人|\bwait|\bline\b|\bqueue\b|\bturn\b|\bany(?:one|body)\b|\bsome(?:one|body)\b/iu;

export const isOfCallBack = heardOnce((text) => (asksOfWait(text) && NAMES_WAITING.test(text)) || asksWhenCalled(text) || declinesCall(text));

/** Null when it is about something else, or no call-back is to come. */
export async function callBackAsked(room: ConversationRoom, conversation: Conversation, { text, seq }: Message): Promise<MessageDraft | null> {
  const standing = isOfCallBack(text) ? await standingCallBack(room, conversation) : null;
  if (standing === null) return null;
  const { id: conversationId, identity, visitorId, locale } = conversation;
  const { number, callAt } = standing;
  const words = conversationWords(locale).nobody;
  if (!declinesCall(text)) return said(words.callBackStands(number, callAt));
  // Nothing is ended by itself: whoever is to call reads what was said.
  if (standing.conversationId === conversationId) {
    await room.caseDesk.openFor({ kind: 'call-back', source: `${conversationId}/${seq}`, msisdn: identity?.msisdn ?? null, visitorId, conversationId, locale, title: text });
  }
  return said(words.callBackDeclined(number));
}

function said(text: string): MessageDraft {
  return { from: 'bot', kind: 'text', text };
}
