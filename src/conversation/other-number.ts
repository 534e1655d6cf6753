/** Another number is another conversation: what was said here stays with the number it was said for, and the new one begins with a code of its own. */
import type { Conversation } from '../domain/conversation.js';
import { answering, closing } from '../domain/conversation-steps.js';
import { isRefusal } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import { maskMsisdn } from '../domain/ids.js';
import type { Message, MessageDraft } from '../domain/message.js';
import { conversationWords } from '../wording/conversation/words.js';
import type { ConversationRoom } from './room.js';
import { whatNext } from './sign-in.js';
import { numberIn, wantsOtherNumber } from './sign-in-words.js';

const SWITCH = 'number:switch';

type Said = Pick<Message, 'text' | 'action' | 'attachment' | 'wordless'>;

/** Somebody is signed in and wants to be somebody else. */
export function isAboutNumber({ identity, state }: Conversation, { text, action, attachment, wordless }: Said): boolean {
  if (identity === null || state !== 'bot' || attachment || wordless) return false;
  return action ? action.id === SWITCH || action.id === 'verify.other' : wantsOtherNumber(text);
}

/** Only a page of ours can begin anew, and a number that the site itself signed in goes with the site. */
function canSwitch({ channel, identity }: Conversation): boolean {
  return (channel === 'web' || channel === 'wechat-page') && identity?.via === 'one-time-code';
}

export interface NumberTalk {
  readonly messages: readonly MessageDraft[];
  /** The conversation is over with this answer. */
  readonly isLeaving: boolean;
}

/** What is said of it; null when it is not about that. */
export function otherNumber(conversation: Conversation, message: Said): NumberTalk | null {
  const { identity, locale } = conversation;
  if (identity === null || !isAboutNumber(conversation, message)) return null;
  const { other, isYou } = conversationWords(locale).verify;
  const masked = maskMsisdn(identity.msisdn);
  const told: MessageDraft = { from: 'bot', kind: 'text', text: '' };
  if (!message.action && numberIn(message.text) === identity.msisdn) return { messages: [{ ...told, text: isYou(masked), buttons: whatNext(locale) }], isLeaving: false };
  if (!canSwitch(conversation)) return { messages: [{ ...told, text: other.elsewhere(masked) }], isLeaving: false };
  if (message.action?.id === SWITCH) return { messages: [{ ...told, text: other.leaving }], isLeaving: true };
  return { messages: [{ ...told, text: other.ask(masked), buttons: [{ id: SWITCH, label: other.switch }] }], isLeaving: false };
}

/** One change: the last words, the end, and that nobody comes back. Then its pages come round with their old pass and are given a new conversation. */
export async function leave(room: ConversationRoom, begun: Conversation, message: Message, messages: readonly MessageDraft[]): Promise<void> {
  const changed = await room.record.change({
    id: begun.id,
    step: (current) => {
      const left = leaving(current, { epoch: begun.epoch, seq: message.seq, at: room.clock.now() });
      return isRefusal(left) ? left : { conversation: left, additions: messages, result: null };
    },
  });
  if (!isRefusal(changed)) room.bus.publish({ type: 'conversation.left', conversationId: begun.id });
}

function leaving(current: Conversation, { epoch, seq, at }: { epoch: number; seq: number; at: number }): Conversation | Refusal {
  const answered = answering(current, { epoch, seq, memory: { ...current.memory, form: null } });
  const closed = isRefusal(answered) ? answered : closing(answered, { at, by: 'subscriber', disposition: 'ended-by-subscriber', summary: '' });
  return isRefusal(closed) ? closed : { ...closed, isLeft: true };
}
