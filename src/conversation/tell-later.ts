/** Whoever could not be answered and says to be told once there is an answer: a number that is verified, or a channel that brings messages, is the contact. */
import type { Conversation } from '../domain/conversation.js';
import { parseMsisdn } from '../domain/ids.js';
import type { Msisdn } from '../domain/ids.js';
import type { Message } from '../domain/message.js';
import { NUMBER_IN_WORDS } from './sign-in-words.js';

const LONGEST = 60;
const TELL =
  /(?:告诉|通知|告知|联系|打给|回复|提醒)(?:我|一下|一声)|发(?:短信|消息)给我|给我(?:打|发|回)|打#|\b(?:let me know|tell me|notify me|text me|call me|contact me|message me)\b/iu;
const ONCE =
  /有(?:答案|结果|消息|货|眉目|回复|准信|说法)|(?:有|到货|到|上线|上架|出来|支持|开放|开通|知道|能办|能用|可以|清楚|查到)了|之后|以后|的话|回头|稍后|晚点|到时|#|\b(?:when|once|as soon as|if|later)\b/iu;
/** A question is answered, whatever it says besides. */
const ASKS = /怎么|如何|什么|多少|哪|为啥|吗|[?？]|\b(?:how|what|why|where|which)\b/iu;

type Said = Pick<Message, 'text' | 'action' | 'attachment' | 'wordless'>;

/** The assistant did not know, asked back, or only named what might be meant. */
export function wasUnanswered({ failedTurns, hasAskedBack, tried }: Conversation['memory']): boolean {
  const outcome = tried.at(-1)?.outcome;
  return failedTurns > 0 || hasAskedBack || outcome === 'clarified' || outcome === 'fallback';
}

/** `number`: the one that was left in the same words, if any. Null: no such wish. */
export function wishToBeTold({ state, memory }: Conversation, { text, action, attachment, wordless }: Said): { readonly number: Msisdn | null } | null {
  const isOpen = state === 'bot' && (memory.form === null || memory.form.kind === 'clarify') && wasUnanswered(memory);
  if (!isOpen || action || attachment || wordless || text.length > LONGEST) return null;
  const said = text.normalize('NFKC');
  const written = NUMBER_IN_WORDS.exec(said)?.[0] ?? null;
  const words = written === null ? said.replaceAll('#', ' ') : said.replace(written, '#');
  return TELL.test(words) && ONCE.test(words) && !ASKS.test(words) ? { number: written === null ? null : parseMsisdn(written) } : null;
}
