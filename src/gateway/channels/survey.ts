/** Asking how the service was on outside channels: when it is due, and the score that comes back as words. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Conversation } from '../../domain/conversation.js';
import type { Message } from '../../domain/message.js';
import { isRated } from '../../domain/rating.js';

/** After the last word of a person's service, and after goodbye to the assistant. */
export function isSurveyDue(message: Message, conversation: Conversation): boolean {
  return !isRated(conversation) && endsService(message, conversation);
}

function endsService({ seq, from, intent }: Message, { state, closed, lastSeq }: Conversation): boolean {
  if (seq !== lastSeq) return false;
  return state === 'closed' ? closed?.by !== 'assistant' : from === 'bot' && intent === 'goodbye';
}

const SCORE = /^\s*([1-5])\s*(?:分|星|points?|stars?)?\s*[.。!！]?\s*$/i;

/** Null unless it answers the survey: said right after it, with no choice that the number could stand for instead. Told again it is the same score again. */
export async function scoreIn(text: string, conversation: Conversation, conversations: Pick<Conversations, 'messages'>): Promise<number | null> {
  const score = SCORE.exec(text.normalize('NFKC'))?.[1];
  if (score === undefined || conversation.lastSeq === 0) return null;
  const [last] = await conversations.messages(conversation.id, { limit: 1 });
  return last && endsService(last, conversation) && (last.buttons ?? []).length === 0 ? Number(score) : null;
}
