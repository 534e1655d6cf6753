/** Tells a WeChat user what was said: what came close together in one message, since the platform grants five for each of the user's. */
import type { Conversations } from '../../conversation/conversations.js';
import type { Conversation } from '../../domain/conversation.js';
import type { Message } from '../../domain/message.js';
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
export function wechatSender(platform: WechatPlatform, { conversations, clock }: { readonly conversations: Pick<Conversations, 'places'>; readonly clock: Clock }): ChannelSender {
  return {
    channel: 'wechat',
    async send(thread, messages, conversation) {
      const told = messages.filter(isTold).map((message) => asSeen(message, conversation));
      const newest = told.at(-1);
      if (!newest) return { done: messages.length, then: { kind: 'sent' } };
      const wait = gatherFor(thread, newest, conversation) - (clock.now() - newest.at);
      if (wait > 0) return { done: 0, then: { kind: 'later', afterMs: wait } };
      for (const piece of cutToBytes(joined(told, conversation, await placeWords(conversation, conversations)), MOST_BYTES)) {
        const answer = await platform.sendText(thread.externalId, piece);
        if (answer.kind === 'later') return { done: 0, then: answer };
        if (answer.kind === 'never') return { done: messages.length - 1, then: { kind: 'never', why: `code ${answer.code}` } };
      }
      return { done: messages.length, then: { kind: 'sent' } };
    },
  };
}

function joined(messages: readonly Message[], conversation: Conversation, place: string | null): string {
  const { locale } = conversation;
  const last = messages.at(-1);
  // A number can stand for one thing only.
  const survey = last && isSurveyDue(last, conversation) && (last.buttons ?? []).length === 0 ? [channelWords(locale).surveyByNumber] : [];
  return [...messages.map((message) => plainText(message, locale, message === last)), ...(place === null ? [] : [place]), ...survey].join('\n\n');
}
