/** One conversation in short: how it went, and what of it is counted. Pure. */
import type { Conversation } from '../domain/conversation.js';
import type { ConversationDigest, Outcome } from '../domain/figures.js';
import { UNHELPFUL } from '../domain/message.js';
import type { Message } from '../domain/message.js';
import type { MoodLabel } from '../domain/reading.js';
import { isRecalled } from '../domain/working-together.js';

/** Rules of `dialogue/decide.ts` that leave the subscriber without an answer, and those that ask back. */
const NOT_UNDERSTOOD: ReadonlySet<string> = new Set(['fallback']);
const ASKED_BACK: ReadonlySet<string> = new Set(['two-close-intents', 'bare-word']);
const UNHAPPY_FROM = 0.5;
const ANGRY_FROM = 0.8;

export function isNotUnderstood({ rule }: Pick<Message, 'rule'>): boolean {
  return rule !== undefined && NOT_UNDERSTOOD.has(rule);
}

/** Politely turned away: none of our business, or a service nobody has told the assistant of. */
export function isTurnedAway({ rule, intent }: Pick<Message, 'rule' | 'intent'>): boolean {
  return rule === 'out-of-scope' && intent === 'out_of_scope';
}

export function isAskedBack({ rule }: Pick<Message, 'rule'>): boolean {
  return rule !== undefined && ASKED_BACK.has(rule);
}

export function digestOf(conversation: Conversation, messages: readonly Message[], model: ConversationDigest['model']): ConversationDigest {
  const replies = repliesIn(messages);
  const asked = messages.filter(({ from }) => from === 'subscriber');
  const { id, createdAt, updatedAt, channel, rating } = conversation;
  const hasAgent = messages.some(({ from }) => from === 'agent');
  return {
    ...{ conversationId: id, createdAt, updatedAt, channel, model },
    outcome: outcomeOf(conversation, messages, replies),
    questions: asked.length,
    fallbacks: replies.filter(isNotUnderstood).length,
    clarified: replies.filter(isAskedBack).length,
    unhelpful: asked.filter(({ action }) => action?.id === UNHELPFUL).length,
    intents: intentsOf(replies),
    mood: moodOf(conversation.memory.moods),
    answerMs: answerMsOf(messages),
    agentAt: agentTimes(messages.filter(({ seq }) => !isRecalled(conversation, seq))),
    rating: rating === null ? null : { score: rating.score, of: hasAgent ? 'agent' : 'assistant' },
  };
}

/** The first word of the assistant after each message of the subscriber. */
function repliesIn(messages: readonly Message[]): readonly Message[] {
  const replies: Message[] = [];
  let isOwed = false;
  for (const message of messages) {
    if (message.from === 'subscriber') isOwed = true;
    if (message.from === 'bot' && isOwed) {
      replies.push(message);
      isOwed = false;
    }
  }
  return replies;
}

function outcomeOf({ state, waiting }: Conversation, messages: readonly Message[], replies: readonly Message[]): Outcome {
  if (state === 'queued' || state === 'live' || waiting !== null || messages.some(({ from }) => from === 'agent')) return 'person';
  if (!messages.some(({ from }) => from === 'subscriber')) return 'none';
  // Who asked for a person and left the line, or found nobody there, was not served by the assistant either.
  if (messages.some(({ action, from }) => from === 'subscriber' && (action?.id === 'handoff' || action?.id === 'line:leave'))) return 'person';
  const last = replies.at(-1);
  if (last && (last.rule === 'asks-for-person' || last.rule === 'unhappy')) return 'person';
  return last === undefined || isNotUnderstood(last) || isTurnedAway(last) || messages.findLast(({ from }) => from === 'subscriber')?.action?.id === UNHELPFUL ? 'unanswered' : 'assistant';
}

function intentsOf(replies: readonly Message[]): Record<string, number> {
  const intents: Record<string, number> = {};
  for (const { intent } of replies) if (intent !== undefined) intents[intent] = (intents[intent] ?? 0) + 1;
  return intents;
}

function moodOf(moods: readonly number[]): MoodLabel {
  const worst = Math.max(0, ...moods);
  return worst >= ANGRY_FROM ? 'angry' : worst >= UNHAPPY_FROM ? 'unhappy' : 'calm';
}

function answerMsOf(messages: readonly Message[]): number | null {
  const first = messages.find(({ from }) => from === 'subscriber');
  const answer = first && messages.find(({ from, seq }) => from === 'bot' && seq > first.seq);
  return first && answer ? answer.at - first.at : null;
}

const MOST_TIMES = 50;

/** When agents spoke after somebody else had; what they took back answered nothing. */
function agentTimes(messages: readonly Message[]): readonly number[] {
  return messages.filter(({ from }, index) => from === 'agent' && messages[index - 1]?.from !== 'agent').slice(0, MOST_TIMES).map(({ at }) => at);
}
