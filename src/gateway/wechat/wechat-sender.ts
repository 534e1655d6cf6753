/** Tells a WeChat user what was said: what came close together in one message, since the platform grants five for each of the user's. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Conversation } from '../../domain/conversation.js';
import type { ConversationId } from '../../domain/ids.js';
import type { Message } from '../../domain/message.js';
import { RecentlyUsed } from '../../domain/recently-used.js';
import type { Clock } from '../../ports/clock.js';
import type { WechatPlatform } from '../../ports/wechat-platform.js';
import type { ChannelSender } from '../channels/channel-delivery.js';
import { channelWords } from '../../wording/channels/words.js';
import { asSeen, cutToBytes, isTold, plainText } from '../channels/plain-text.js';
import { placeWords } from '../channels/place-words.js';
import { isSurveyDue } from '../channels/survey.js';
import { gatherFor } from './granted.js';

/** The platform's limit of one text. */
const MOST_BYTES = 2048;
const RESTS_KEPT = 10_000;

/** Of what took several pieces, those that are still to be told. */
interface Rest {
  readonly pieces: readonly string[];
  readonly throughSeq: number;
  readonly deliveredSeq: number;
  /** What all of them say: taken back or erased meanwhile, it is not gone on with. */
  readonly said: string;
}

export function wechatSender(platform: WechatPlatform, { conversations, clock }: { readonly conversations: Pick<Conversations, 'places'>; readonly clock: Clock }): ChannelSender {
  // What stopped half-way goes on from there; one that others went on with, or that is over, is not looked at again.
  const rests = new RecentlyUsed<ConversationId, Rest>(RESTS_KEPT);
  return {
    channel: 'wechat',
    async send(thread, messages, conversation) {
      const told = messages.filter(isTold).map((message) => asSeen(message, conversation));
      const newest = told.at(-1);
      if (!newest) return { done: messages.length, then: { kind: 'sent' } };
      const { conversationId: id, deliveredSeq } = thread;
      const rest = restOf(rests.get(id), deliveredSeq, told);
      const wait = gatherFor(thread, newest, conversation) - (clock.now() - newest.at);
      if (!rest && wait > 0) return { done: 0, then: { kind: 'later', afterMs: wait } };
      const pieces = rest?.pieces ?? cutToBytes(joined(told, conversation, await placeWords(conversation, conversations)), MOST_BYTES);
      const throughSeq = rest?.throughSeq ?? messages.at(-1)?.seq ?? 0;
      const done = messages.filter(({ seq }) => seq <= throughSeq).length;
      for (const [index, piece] of pieces.entries()) {
        const answer = await platform.sendText(thread.externalId, piece);
        if (answer.kind === 'later') {
          if (index > 0) rests.put(id, { pieces: pieces.slice(index), throughSeq, deliveredSeq, said: saidIn(told, throughSeq) });
          return { done: 0, then: answer };
        }
        if (answer.kind === 'never') return { done: done - 1, then: { kind: 'never', why: `code ${answer.code}` } };
      }
      rests.forget(id);
      return { done, then: { kind: 'sent' } };
    },
  };
}

function restOf(rest: Rest | undefined, deliveredSeq: number, told: readonly Message[]): Rest | null {
  return rest?.deliveredSeq === deliveredSeq && rest.said === saidIn(told, rest.throughSeq) ? rest : null;
}

const saidIn = (told: readonly Message[], throughSeq: number): string => told.flatMap(({ seq, text }) => (seq <= throughSeq ? [text] : [])).join('\n');

function joined(messages: readonly Message[], conversation: Conversation, place: string | null): string {
  const { locale } = conversation;
  const last = messages.at(-1);
  // A number can stand for one thing only.
  const survey = last && isSurveyDue(last, conversation) && (last.buttons ?? []).length === 0 ? [channelWords(locale).surveyByNumber] : [];
  return [...messages.map((message) => plainText(message, locale, message === last)), ...(place === null ? [] : [place]), ...survey].join('\n\n');
}
