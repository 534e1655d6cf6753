/** Tells a WeChat user what was said: what came close together in one message, since the platform grants five for each of the user's. */
import type { Conversation } from '../../domain/conversation.js';
import type { Message } from '../../domain/message.js';
import type { Clock } from '../../ports/clock.js';
import type { WechatPlatform } from '../../ports/wechat-platform.js';
import type { ChannelSender } from '../channels/channel-delivery.js';
import { cutToBytes, isTold, plainText } from '../channels/plain-text.js';
import { gatherFor } from './granted.js';

/** The platform's limit of one text. */
const MOST_BYTES = 2048;
export function wechatSender(platform: WechatPlatform, clock: Clock): ChannelSender {
  return {
    channel: 'wechat',
    async send(thread, messages, conversation) {
      const told = messages.filter(isTold);
      const newest = told.at(-1);
      if (!newest) return { done: messages.length, then: { kind: 'sent' } };
      const wait = gatherFor(thread, newest, conversation) - (clock.now() - newest.at);
      if (wait > 0) return { done: 0, then: { kind: 'later', afterMs: wait } };
      for (const piece of cutToBytes(joined(told, conversation), MOST_BYTES)) {
        const answer = await platform.sendText(thread.externalId, piece);
        if (answer.kind === 'later') return { done: 0, then: answer };
        if (answer.kind === 'never') return { done: messages.length - 1, then: { kind: 'never', why: `code ${answer.code}` } };
      }
      return { done: messages.length, then: { kind: 'sent' } };
    },
  };
}

function joined(messages: readonly Message[], { locale }: Conversation): string {
  return messages.map((message, index) => plainText(message, locale, index === messages.length - 1)).join('\n\n');
}
