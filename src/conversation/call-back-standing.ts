/** The call-back that was promised and is still to come: when it does, that it is wanted at another time, or not any more. */
import type { Case } from '../domain/case.js';
import { nextOpening } from '../domain/business-hours.js';
import { dayOf } from '../domain/calendar.js';
import type { Conversation } from '../domain/conversation.js';
import { isRefusal } from '../domain/errors.js';
import { heardOnce } from '../domain/heard.js';
import type { Message } from '../domain/message.js';
import { conversationWords } from '../wording/conversation/words.js';
import { asksWhenCalled, declinesCall, mayMoveCall, movesCall, ownTime } from './choice-words.js';
import type { CallMoved } from './choice-words.js';
import { openCasesOf } from './open-cases.js';
import type { ConversationRoom } from './room.js';
import { asksOfWait } from './wait-asked.js';

type CallBack = Case & { readonly callAt: number };

export async function standingCallBack(room: ConversationRoom, conversation: Conversation): Promise<CallBack | null> {
  const now = room.clock.now();
  const isToCome = (one: Case): one is CallBack => one.kind === 'call-back' && one.callAt !== null && one.callAt > now;
  return (await openCasesOf(room, conversation)).find(isToCome) ?? null;
}

/** Who is to call: whoever the talk is for. */
export function groupOf(room: ConversationRoom, { memory }: Conversation): string {
  const intent = memory.topic?.intent;
  return (intent === undefined ? undefined : room.content.current().intents.get(intent)?.skillGroup) ?? 'general';
}

/** 「多久」 alone is of what was just answered. */
const NAMES_WAITING = /等|轮|排|人|\bwait|\bline\b|\bqueue\b|\bturn\b|\bany(?:one|body)\b|\bsome(?:one|body)\b/iu;

export const isOfCallBack = heardOnce((text) => (asksOfWait(text) && NAMES_WAITING.test(text)) || asksWhenCalled(text) || declinesCall(text) || mayMoveCall(text));

export interface CallBackTold {
  readonly text: string;
  /** The time is said next. */
  readonly asksTime?: true;
}

/** Null when it is about something else, or no call-back is to come. */
export async function callBackAsked(room: ConversationRoom, conversation: Conversation, { text, seq }: Message): Promise<CallBackTold | null> {
  const { form } = conversation.memory;
  const isTime = form?.kind === 'reach' && form.choice === 'time';
  const standing = isOfCallBack(text) || isTime ? await standingCallBack(room, conversation) : null;
  if (standing === null) return null;
  const { id: conversationId, identity, visitorId, locale } = conversation;
  const { number, callAt } = standing;
  const words = conversationWords(locale).nobody;
  const said = isTime ? ownTime(text, { now: room.clock.now(), near: callAt }) : null;
  const moved = said === null ? movesCall(text, { now: room.clock.now(), callAt }) : { at: said, namesCall: true };
  if (moved !== null) return moveCall(room, conversation, { standing, moved, text });
  if (!isOfCallBack(text)) return null;
  if (!declinesCall(text)) return { text: words.callBackStands(number, callAt) };
  // Nothing is ended by itself: whoever is to call reads what was said.
  if (standing.conversationId === conversationId) {
    await room.caseDesk.openFor({ kind: 'call-back', source: `${conversationId}/${seq}`, msisdn: identity?.msisdn ?? null, visitorId, conversationId, locale, title: text });
  }
  return { text: words.callBackDeclined(number) };
}

/** A visit may be moved as well, and is where one is talked of. */
const VISITS: ReadonlySet<string> = new Set(['broadband_fault', 'broadband_install']);
const AHEAD_MS = 31 * 24 * 3_600_000;

async function moveCall(room: ConversationRoom, conversation: Conversation, { standing, moved, text }: { standing: CallBack; moved: CallMoved; text: string }): Promise<CallBackTold | null> {
  const { memory: { topic }, locale } = conversation;
  const words = conversationWords(locale).nobody;
  const { id, number, callAt } = standing;
  if (!moved.namesCall && topic !== null && VISITS.has(topic.intent)) return null;
  if (moved.at === null) return { text: words.askCallTime(callAt), asksTime: true };
  const now = room.clock.now();
  const at = moved.at > now && moved.at < now + AHEAD_MS ? moved.at : null;
  const next = at === null ? null : nextOpening(room.settings.current('hours'), groupOf(room, conversation), at);
  if (at === null || next === null || dayOf(at) !== dayOf(next)) return { text: words.callBackKept({ at: callAt, next }), asksTime: true };
  const changed = await room.caseDesk.moveCall(id, { callAt: next, text });
  return { text: isRefusal(changed) ? words.callBackStands(number, callAt) : words.callBackMoved(number, next) };
}
