/** Whoever comes back with an open case is told once where it stands, before anything else. */
import type { Case } from '../domain/case.js';
import { caseInWords } from '../domain/case.js';
import type { Conversation } from '../domain/conversation.js';
import type { MessageDraft } from '../domain/message.js';
import type { Reply } from '../domain/reply.js';
import { nextStep } from '../wording/case-words.js';
import { wordingFor } from '../wording/wording.js';
import { solvedButtons } from './case-talk.js';
import { openCasesOf } from './open-cases.js';
import type { ConversationRoom } from './room.js';

const ASKS_FOR_CASES = 'ticket_progress';

export async function withCaseGreeting(room: ConversationRoom, conversation: Conversation, reply: Reply): Promise<Reply> {
  if (conversation.memory.hasToldCases === true || conversation.identity === null) return reply;
  const memory = { ...reply.memory, hasToldCases: true };
  if (reply.memory.topic?.intent === ASKS_FOR_CASES || reply.messages.length === 0) return { ...reply, memory };
  // What was opened with this very reply needs no reminder.
  const told = new Set(reply.messages.flatMap(({ promises = [] }) => promises.map(({ caseId }) => caseId)));
  const earlier = (await openCasesOf(room, conversation)).find((one) => !told.has(one.id));
  if (earlier === undefined) return { ...reply, memory };
  return { ...reply, memory, messages: [greetingOf(earlier, reply.locale ?? conversation.locale), ...reply.messages] };
}

function greetingOf(one: Case, locale: Conversation['locale']): MessageDraft {
  const words = wordingFor(locale);
  const { cases } = words;
  const named = { kind: cases.kind[one.kind], number: one.number };
  if (one.stage === 'asked') return { from: 'bot', kind: 'text', text: cases.greetingAsked(named), buttons: solvedButtons(one, locale), rule: 'open-case' };
  return { from: 'bot', kind: 'text', text: cases.greeting({ ...named, stage: cases.stage[one.stage], next: nextStep(words, caseInWords(one)) }), rule: 'open-case' };
}
