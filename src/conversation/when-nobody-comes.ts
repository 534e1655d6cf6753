/** When no agent can come: said at once, with a choice of a call-back at a stated time, a message, or the assistant. */
import { dueWithin, isOpen, nextOpening } from '../domain/business-hours.js';
import { dayOf } from '../domain/calendar.js';
import { newCase } from '../domain/case-steps.js';
import { PRIORITY } from '../domain/conversation.js';
import type { Conversation, Waiting } from '../domain/conversation.js';
import { leavingLine, waitsSince } from '../domain/conversation-steps.js';
import type { FormInProgress } from '../domain/dialogue-memory.js';
import { isRefusal } from '../domain/errors.js';
import { isGivingUp } from '../domain/giving-up.js';
import { caseId, maskMsisdn, parseMsisdn } from '../domain/ids.js';
import type { Locale } from '../domain/locale.js';
import type { Button, Message, MessageDraft } from '../domain/message.js';
import type { HandoffEntry } from '../ports/handoff-book.js';
import { conversationWords } from '../wording/conversation/words.js';
import { askedOf } from './handoff-ledger.js';
import { callBackAsked, groupOf, standingCallBack } from './call-back-standing.js';
import { choiceSaid, ownTime, saysMessage } from './choice-words.js';
import type { ConversationRoom } from './room.js';

export interface NobodyComes {
  readonly reason: 'closed' | 'full' | 'timed-out' | 'failed';
  /** When a call-back can be promised; null when no opening is in sight. */
  readonly callAt: number | null;
}

export interface ChoiceOption {
  readonly id: string;
  readonly label: string;
  readonly at?: number;
}

export type ReachForm = Extract<FormInProgress, { kind: 'reach' }>;

const HOUR_MS = 3_600_000;
const AHEAD_MS = 31 * 24 * HOUR_MS;

/** Null when the line takes them. What is urgent is never turned away for want of room. */
export async function whyNobody(room: ConversationRoom, { skillGroup, priority, hub }: Waiting): Promise<NobodyComes | null> {
  // An outside hub has hours and lines of its own.
  if (hub) return null;
  const now = room.clock.now();
  if (!isOpen(room.settings.current('hours'), skillGroup, now)) return { reason: 'closed', callAt: callTime(room, skillGroup, now) };
  const { lineCap } = room.settings.current('line');
  if (lineCap === 0 || priority === PRIORITY.urgent) return null;
  return (await room.waitingLine.queued()).length < lineCap ? null : { reason: 'full', callAt: callTime(room, skillGroup, now + HOUR_MS) };
}

function callTime({ settings }: ConversationRoom, group: string, from: number): number | null {
  return nextOpening(settings.current('hours'), group, from);
}

/** When somebody could be there after all, for a wish that came to nothing elsewhere. */
export function nobodyFrom(room: ConversationRoom, { waiting }: Conversation, reason: 'failed' | 'timed-out'): NobodyComes {
  return { reason, callAt: callTime(room, waiting?.skillGroup ?? 'general', room.clock.now() + HOUR_MS) };
}

export function optionsFor(locale: Locale, { callAt }: NobodyComes): readonly ChoiceOption[] {
  const { nobody } = conversationWords(locale);
  const callBack = callAt === null ? [] : [{ id: 'person:callback', label: nobody.callBack(callAt), at: callAt }];
  return [...callBack, { id: 'person:message', label: nobody.message }, { id: 'person:assistant', label: nobody.assistant }];
}

export function choiceMessage(locale: Locale, nobody: NobodyComes): MessageDraft {
  const words = conversationWords(locale).nobody;
  const buttons: Button[] = optionsFor(locale, nobody).map(({ id, label, at }) => ({ id, label, ...(at === undefined ? {} : { value: String(at) }) }));
  const text = nobody.reason === 'closed' ? words.closed(nobody.callAt) : nobody.reason === 'full' ? words.full : nobody.reason === 'failed' ? words.failed : words.waitedTooLong;
  return { from: 'system', kind: 'text', text, buttons };
}

/** What is said next may choose in words. */
export function askedToChoose(conversation: Conversation, { callAt }: NobodyComes): Conversation {
  const { memory } = conversation;
  return memory.form === null ? { ...conversation, memory: { ...memory, form: { kind: 'reach', choice: 'offered', callAt } } } : conversation;
}

/** Kept as a handoff that failed, so that nobody's wish for a person is uncounted. */
export function refusedHandoff(conversation: Conversation, waiting: Waiting, nobody: NobodyComes): HandoffEntry {
  const end = { endedAt: waiting.since, ending: 'failed' as const, detail: nobody.reason, endedBy: null };
  return { kind: 'end', asked: askedOf(conversation, waiting), end };
}

/** Who is there at this moment, worked out once for each group: a thousand may be asked about in one sweep. */
export function openNow(room: ConversationRoom): (group: string) => boolean {
  const hours = room.settings.current('hours');
  const now = room.clock.now();
  const known = new Map<string, boolean>();
  return (group) => {
    const answer = known.get(group) ?? isOpen(hours, group, now);
    known.set(group, answer);
    return answer;
  };
}

/** Out of the line with the choice: nobody came within the longest wait, or the group went home. */
export async function giveUpWaiting(room: ConversationRoom, conversation: Conversation, isOpenNow: (group: string) => boolean): Promise<boolean> {
  const { waiting, offer, id } = conversation;
  const now = room.clock.now();
  if (!waiting || offer) return false;
  const limitMs = room.settings.current('line').longestWaitMinutes * 60_000;
  const isOver = limitMs > 0 && now - waitsSince(waiting) >= limitMs;
  const isShut = !isOpenNow(waiting.skillGroup);
  if (!isOver && !isShut) return false;
  const nobody: NobodyComes = { reason: isShut ? 'closed' : 'timed-out', callAt: callTime(room, waiting.skillGroup, isShut ? now : now + HOUR_MS) };
  const ending = { ending: isShut ? ('failed' as const) : ('timed-out' as const), detail: nobody.reason };
  const changed = await room.record.change(
    {
      id,
      step: (current) => {
        if (current.offer || current.waiting?.since !== waiting.since || current.waiting.backSince !== waiting.backSince) return { refused: 'gone' };
        const left = leavingLine(current);
        return isRefusal(left) ? left : { conversation: askedToChoose(left, nobody), additions: [choiceMessage(current.locale, nobody)], result: null };
      },
    },
    { ending },
  );
  return !isRefusal(changed);
}

export interface Reached {
  readonly messages: readonly MessageDraft[];
  readonly form: ReachForm | null;
}

/** A choice that was tapped, or what it then asked for; null when the message is for the assistant. */
export async function reaching(room: ConversationRoom, conversation: Conversation, message: Message): Promise<Reached | null> {
  switch (message.action?.id) {
    case 'person:callback':
      return callBack(room, conversation, { message, wished: Number(message.action.value) });
    case 'person:message':
      return forMessage(conversation);
    case 'person:assistant':
      return { messages: [said(conversationWords(conversation.locale).nobody.assistantHere)], form: null };
    default:
      return message.action ? null : ((await formAnswer(room, conversation, message)) ?? inWords(room, conversation, message));
  }
}

function forMessage({ locale }: Conversation): Reached {
  return { messages: [said(conversationWords(locale).nobody.askMessage)], form: { kind: 'reach', choice: 'message', callAt: null } };
}

/** The choice in words; of a call-back that stands already, when it comes and that it is not wanted any more. */
async function inWords(room: ConversationRoom, conversation: Conversation, message: Message): Promise<Reached | null> {
  const { memory, state, locale } = conversation;
  const { form } = memory;
  if (state !== 'bot' || message.attachment || message.wordless || (form !== null && form.kind !== 'reach')) return null;
  const asked = await callBackAsked(room, conversation, message);
  if (asked) return { messages: [said(asked.text)], form: asked.asksTime ? { kind: 'reach', choice: 'time', callAt: null } : null };
  const now = room.clock.now();
  const callAt = form?.choice === 'offered' ? form.callAt : null;
  const choice = form?.choice === 'offered' ? choiceSaid(message.text, { callAt, now }) : form === null && saysMessage(message.text) ? 'message' : null;
  const own = form?.choice === 'offered' && choice === null && callAt !== null ? ownTime(message.text, { now }) : null;
  if (own !== null) return atOwnTime(room, conversation, { message, own, form });
  if (choice === 'call-back') return callBack(room, conversation, { message, wished: callAt ?? Number.NaN });
  if (choice === 'message') return forMessage(conversation);
  return choice === null ? null : { messages: [said(conversationWords(locale).nobody.assistantHere)], form: null };
}

/** Another time than the one on offer: then, when somebody is there on that day; else the choice once more. */
async function atOwnTime(room: ConversationRoom, conversation: Conversation, { message, own, form }: { message: Message; own: number; form: ReachForm | null }): Promise<Reached> {
  const callAt = promisable(room, conversation, own);
  if (callAt !== null && own > room.clock.now() && dayOf(own) === dayOf(callAt)) return callBack(room, conversation, { message, wished: callAt });
  const nextAt = callAt ?? form?.callAt ?? null;
  const choice = choiceMessage(conversation.locale, { reason: 'closed', callAt: nextAt });
  return { messages: [{ ...choice, from: 'bot', text: conversationWords(conversation.locale).nobody.noCallThen(nextAt) }], form: form && { ...form, callAt: nextAt } };
}

/** Asked for twice it is one call all the same. */
async function callBack(room: ConversationRoom, conversation: Conversation, { message, wished }: { message: Message; wished: number }): Promise<Reached> {
  const words = conversationWords(conversation.locale).nobody;
  const standing = await standingCallBack(room, conversation);
  if (standing) return { messages: [said(words.callBackStands(standing.number, standing.callAt))], form: null };
  const callAt = promisable(room, conversation, wished);
  if (callAt === null) return { messages: [said(words.noCallTime)], form: null };
  if (!conversation.identity) return { messages: [said(words.askNumber)], form: { kind: 'reach', choice: 'call-back', callAt } };
  return promised(room, conversation, { message, callAt, contact: null });
}

/** The time on the button when somebody of the group asked for will be there then, else the next time somebody is. */
function promisable(room: ConversationRoom, conversation: Conversation, wished: number): number | null {
  const now = room.clock.now();
  const isFit = Number.isSafeInteger(wished) && wished > now && wished < now + AHEAD_MS;
  return callTime(room, groupOf(room, conversation), isFit ? wished : now);
}

const NUMBERS = /(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d{4}){2}/u;

async function formAnswer(room: ConversationRoom, conversation: Conversation, message: Message): Promise<Reached | null> {
  const { form } = conversation.memory;
  if (form?.kind !== 'reach' || form.choice === 'offered' || form.choice === 'time') return null;
  const words = conversationWords(conversation.locale).nobody;
  const text = message.text.normalize('NFKC').trim();
  if (isGivingUp(text)) return { messages: [said(words.assistantHere)], form: null };
  if (form.choice === 'message') {
    const stored = await openCase(room, conversation, { message, kind: 'message', title: text, callAt: null });
    return { messages: [said(words.messageTaken(stored.number, stored.close.dueAt))], form: null };
  }
  const contact = parseMsisdn(NUMBERS.exec(text)?.[0] ?? '');
  return contact === null || form.callAt === null ? null : promised(room, conversation, { message, callAt: form.callAt, contact });
}

async function promised(room: ConversationRoom, conversation: Conversation, wish: { message: Message; callAt: number; contact: string | null }): Promise<Reached> {
  const words = conversationWords(conversation.locale).nobody;
  const { message, callAt, contact } = wish;
  const matter = conversation.memory.recent.at(-1) ?? '';
  const stored = await openCase(room, conversation, { message, kind: 'call-back', title: words.callBackTitle(contact === null ? null : maskMsisdn(contact), matter), callAt });
  return { messages: [said(words.callBackTaken(stored.number, callAt))], form: null };
}

function openCase(room: ConversationRoom, conversation: Conversation, wish: { message: Message; kind: 'call-back' | 'message'; title: string; callAt: number | null }) {
  const { id, visitorId, identity, locale } = conversation;
  const { message, kind, title, callAt } = wish;
  const now = room.clock.now();
  const rules = room.settings.current('cases');
  // A message is answered by people: not at an hour of the night when none of them is there.
  const closeBy = kind === 'message' ? { closeBy: dueWithin(room.settings.current('hours'), groupOf(room, conversation), { from: now, ms: rules.messageHours * HOUR_MS }) } : {};
  const opening = { kind, source: `${id}/${message.seq}`, msisdn: identity?.msisdn ?? null, visitorId, conversationId: id, locale, title, by: 'subscriber' as const };
  const one = newCase(caseId(room.ids.next()), { ...opening, ...closeBy, ...(callAt === null ? {} : { callAt }) }, { now, rules });
  return room.cases.open(one);
}

function said(text: string): MessageDraft {
  return { from: 'bot', kind: 'text', text };
}
