/** Said once of one's own accord to whoever is signed in: where an open case stands, before anything else; and to an elder that letters can be larger. */
import type { Case } from '../domain/case.js';
import { caseInWords } from '../domain/case.js';
import type { Conversation } from '../domain/conversation.js';
import type { Button, MessageDraft } from '../domain/message.js';
import type { Reply } from '../domain/reply.js';
import { caseName, nextStep } from '../wording/case-words.js';
import { wordingFor } from '../wording/wording.js';
import { solvedButtons } from './case-talk.js';
import { nextButton } from '../skills/buttons.js';
import { conversationWords } from '../wording/conversation/words.js';
import { openCasesOf } from './open-cases.js';
import type { ConversationRoom } from './room.js';

const ASKS_FOR_CASES = 'ticket_progress';

export async function withFirstWords(room: ConversationRoom, conversation: Conversation, reply: Reply): Promise<Reply> {
  if (conversation.memory.hasToldCases === true || conversation.identity === null) return reply;
  const memory = { ...reply.memory, hasToldCases: true };
  if (reply.messages.length === 0) return { ...reply, memory };
  const [earlier, mayWishLarge] = await Promise.all([openCaseBefore(room, conversation, reply), mayWishLargeType(room, conversation, reply)]);
  const locale = reply.locale ?? conversation.locale;
  const offer = mayWishLarge ? [largeTypeOffer(locale)] : [];
  const offered = [...(memory.offered ?? []), ...offer.flatMap(({ buttons }) => buttons)];
  const messages = [...(earlier ? [greetingOf(earlier, locale)] : []), ...reply.messages, ...offer];
  return { ...reply, memory: offer.length === 0 ? memory : { ...memory, offered }, messages };
}

async function openCaseBefore(room: ConversationRoom, conversation: Conversation, { memory, messages }: Reply): Promise<Case | undefined> {
  if (memory.topic?.intent === ASKS_FOR_CASES) return undefined;
  // What was opened with this very reply needs no reminder.
  const told = new Set(messages.flatMap(({ promises = [] }) => promises.map(({ caseId }) => caseId)));
  return (await openCasesOf(room, conversation)).find((one) => !told.has(one.id));
}

/** Only where there is a page of ours to be larger, and nothing waits for an answer. */
async function mayWishLargeType(room: ConversationRoom, { channel, identity, isElderMode, state }: Conversation, reply: Reply): Promise<boolean> {
  const isOnPage = channel === 'web' || channel === 'wechat-page';
  if (!isOnPage || identity === null || isElderMode || state !== 'bot' || reply.isElderMode !== null || reply.handoff !== null || reply.memory.form !== null) return false;
  return room.business.profile(identity.msisdn).then(({ isElder }) => isElder, () => false);
}

function largeTypeOffer(locale: Conversation['locale']): MessageDraft & { readonly buttons: readonly Button[] } {
  const { largeType } = conversationWords(locale);
  return { from: 'bot', kind: 'text', text: largeType.offer, buttons: [nextButton('elder_mode', largeType.button)], rule: 'large-type' };
}

function greetingOf(one: Case, locale: Conversation['locale']): MessageDraft {
  const words = wordingFor(locale);
  const { cases } = words;
  const named = { kind: caseName(words, one), number: one.number };
  if (one.stage === 'asked') return { from: 'bot', kind: 'text', text: cases.greetingAsked(named), buttons: solvedButtons(one, locale), rule: 'open-case' };
  return { from: 'bot', kind: 'text', text: cases.greeting({ ...named, stage: cases.stage[one.stage], next: nextStep(words, caseInWords(one)) }), rule: 'open-case' };
}
