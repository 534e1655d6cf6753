/** Asking how the service was on outside channels: when it is due, and the score that comes back as a tap or as words. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Conversation } from '../../domain/conversation.js';
import { isRefusal } from '../../domain/errors.js';
import type { Refusal } from '../../domain/errors.js';
import { LOCALES } from '../../domain/locale.js';
import type { Button, Message } from '../../domain/message.js';
import { isRated, serviceOf } from '../../domain/rating.js';
import type { Said } from './channel-intake.js';
import { channelWords } from '../../wording/channels/words.js';

/** After the last word of a person's service, and after goodbye to the assistant. */
export function isSurveyDue(message: Message, conversation: Conversation): boolean {
  return !isRated(conversation) && endsService(message, conversation);
}

function endsService({ seq, from, intent }: Message, { state, closed, lastSeq }: Conversation): boolean {
  if (seq !== lastSeq) return false;
  return state === 'closed' ? closed?.by !== 'assistant' : from === 'bot' && intent === 'goodbye';
}

export const RATE = 'rate';

/** Each names the service it is about: a button stays on the screen when others have begun. */
export function scoresFor(conversation: Conversation): readonly Button[] {
  const service = serviceOf(conversation);
  return channelWords(conversation.locale).stars.map((_, index) => ({ id: RATE, value: `${index + 1}|${service}`, label: labelOf(index + 1, conversation.locale) }));
}

const labelOf = (score: number, locale: Conversation['locale']): string => `${score} ${channelWords(locale).stars[score - 1] ?? ''}`;

export interface TappedScore {
  readonly score: number;
  /** Null on a button that does not say: nobody knows any more what it was about. */
  readonly service: number | null;
}

/** What a button of the survey brings back as its value; null when it is no score. */
export function tappedScore(value: string): TappedScore | null {
  const [, score, service] = /^([1-5])(?:\|(\d{1,9}))?$/.exec(value) ?? [];
  return score === undefined ? null : { score: Number(score), service: service === undefined ? null : Number(service) };
}

/** `again`: the channel sends again what was taken already. */
export type GivenScore = number | 'over' | 'again';

/** `id`: the channel's own, of what brought it. */
export function scoreOfTap({ score, service }: TappedScore, conversation: Conversation, id: string): GivenScore {
  if (conversation.rating?.saidAs === id) return 'again';
  return service === serviceOf(conversation) ? score : 'over';
}

const SCORE = /^([1-5])(?:\s*(?:分|星|points?|stars?))?\s*[.。!！]?$/i;
/** Beyond this more is said than a score. */
const LONGEST_SCORE = 20;

/**
 * Null unless it answers the survey: said right after it, with no choice that a mere number could stand for instead. Told again it is the
 * same score again. Where a tap comes back as its label, the label is of no other question.
 */
export async function scoreIn({ id, text }: Pick<Said, 'id' | 'text'>, conversation: Conversation, conversations: Pick<Conversations, 'messages'>): Promise<GivenScore | null> {
  if (conversation.rating?.saidAs === id) return 'again';
  const said = text.normalize('NFKC').trim();
  const labelled = [1, 2, 3, 4, 5].find((score) => LOCALES.some((locale) => said === labelOf(score, locale))) ?? null;
  const score = labelled ?? (said.length > LONGEST_SCORE ? undefined : SCORE.exec(said)?.[1]);
  if (score === undefined || conversation.lastSeq === 0) return null;
  const [last] = await conversations.messages(conversation.id, { limit: 1 });
  const isAsked = last !== undefined && endsService(last, conversation);
  if (labelled !== null) return isAsked ? labelled : 'over';
  return isAsked && (last.buttons ?? []).length === 0 ? Number(score) : null;
}

/** Keeps it, and resolves with what to say to it; null where that was said before. */
export async function takeScore(conversations: Pick<Conversations, 'rate'>, { id, locale }: Conversation, { score, saidAs }: { readonly score: GivenScore; readonly saidAs: string }): Promise<string | null | Refusal> {
  const words = channelWords(locale);
  if (score === 'over') return words.surveyOver;
  const kept = score === 'again' ? score : await conversations.rate(id, { score, comment: '', reasons: [], saidAs });
  if (isRefusal(kept)) return kept;
  return kept === 'again' ? null : words.surveyThanks;
}
