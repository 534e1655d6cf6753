/** WeChat grants five messages for each of the user's: the last of them is kept for what comes together in a while. Pure. */
import type { Conversation } from '../../domain/conversation.js';
import type { Message } from '../../domain/message.js';
import type { ChannelThread } from '../../ports/channel-threads.js';

export const GRANTED = 5;
const GATHER_MS = 15_000;

/** What was told since the user's last message is at most what was used. */
export function usedOf({ deliveredSeq }: ChannelThread, { subscriberSeq }: Conversation): number {
  return deliveredSeq - subscriberSeq;
}

export function gatherFor(thread: ChannelThread, newest: Message, conversation: Conversation): number {
  return usedOf(thread, conversation) >= GRANTED - 1 && newest.seq > conversation.subscriberSeq ? GATHER_MS : 0;
}
