/** What of a conversation we could not answer, by whom it shows: the assistant itself, the subscriber, or the agent who had to come. Pure. */
import type { Conversation } from '../domain/conversation.js';
import type { FindingItem, Why } from '../domain/finding.js';
import type { IntentDefinition } from '../domain/intent.js';
import { UNHELPFUL } from '../domain/message.js';
import type { Message } from '../domain/message.js';
import { LOW_SCORE } from '../domain/rating.js';
import { isAskedBack, isNotUnderstood, isTurnedAway } from './digest.js';

export type Miss = Pick<FindingItem, 'source' | 'at' | 'why' | 'text'>;

/** A sign-in, a form and a code are no questions; nor is a word or a novel. */
const SHORTEST = 3;
const LONGEST = 200;

interface Asked {
  readonly message: Message;
  readonly reply: Message | null;
}

export function missesIn(conversation: Conversation, messages: readonly Message[], intents: ReadonlyMap<string, Pick<IntentDefinition, 'kind'>>): readonly Miss[] {
  const questions = questionsIn(messages);
  const found = new Map<string, Miss>();
  // What tells most comes first: one question is counted once.
  const add = (why: Why, asked: Asked | undefined): void => {
    if (asked === undefined) return;
    const { id, seq, at, text } = asked.message;
    const source = `${conversation.id}:${seq}`;
    if (id !== undefined && !found.has(source)) found.set(source, { source, at, why, text: text.trim() });
  };
  for (const message of messages) if (message.action?.id === UNHELPFUL) add('unhelpful', lastBefore(questions, message.seq));
  for (const asked of questions) {
    if (asked.reply && isNotUnderstood(asked.reply)) add('fallback', asked);
    else if (asked.reply && isTurnedAway(asked.reply)) add('turned-away', asked);
    else if (asked.reply && isAskedBack(asked.reply) && !wasChosen(asked.reply, messages)) add('asked-back', asked);
    else if (asked.reply && hadNoArticle(conversation, asked.reply)) add('no-article', asked);
  }
  const agentAt = messages.find(({ from }) => from === 'agent')?.seq;
  if (agentAt !== undefined) {
    const last = lastBefore(questions, agentAt);
    if (last?.reply && isForArticles(last.reply, intents)) add('handed-over', last);
  }
  const { rating } = conversation;
  if (rating !== null && rating.score <= LOW_SCORE && agentAt === undefined) add('low-rating', questions.at(-1));
  return [...found.values()];
}

/** Words typed to the assistant, each with the first thing it said to them. */
function questionsIn(messages: readonly Message[]): readonly Asked[] {
  return messages.flatMap((message, index) => {
    const { from, kind, text, action } = message;
    const size = text.trim().length;
    if (from !== 'subscriber' || kind !== 'text' || action !== undefined || size < SHORTEST || size > LONGEST || /^[\d\s•*-]+$/.test(text)) return [];
    const next = messages.slice(index + 1).find((one) => one.from !== 'system');
    return [{ message, reply: next?.from === 'bot' ? next : null }];
  });
}

function lastBefore(questions: readonly Asked[], seq: number): Asked | undefined {
  return questions.findLast(({ message }) => message.seq < seq);
}

/** Whoever chose one of what was offered got an answer. */
function wasChosen(reply: Message, messages: readonly Message[]): boolean {
  const next = messages.find(({ seq, from }) => seq > reply.seq && from === 'subscriber');
  return next?.action !== undefined && (reply.buttons ?? []).some(({ id }) => id === next.action?.id && id !== 'handoff');
}

/** Understood, but nothing in the articles fitted: what the dialogue remembers of that turn. */
function hadNoArticle({ memory }: Conversation, reply: Message): boolean {
  return memory.tried.some(({ outcome, intent, at }) => outcome === 'fallback' && intent === reply.intent && Math.abs(at - reply.at) < 5_000);
}

/** A question of knowledge, not an act on an account: an article would have saved the way to a person. */
function isForArticles({ intent, rule }: Message, intents: ReadonlyMap<string, Pick<IntentDefinition, 'kind'>>): boolean {
  if (rule === 'knowledge') return true;
  return intent !== undefined && intents.get(intent)?.kind === 'faq';
}
