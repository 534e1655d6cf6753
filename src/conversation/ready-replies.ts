/** Which replies kept ready fit a question: those that share its words, and need nothing filled in. Pure. */
import type { CannedReply } from '../domain/canned-reply.js';
import type { Locale } from '../domain/locale.js';
import type { ReplyDraft } from '../knowledge/reply-drafts.js';
import { questionTerms, termsOf } from '../knowledge/terms.js';

/** Of the words of the question, at least this part is in it. */
const LEAST_SHARED = 0.3;
const MOST = 2;

export function readyReplies(question: string, replies: readonly CannedReply[], locale: Locale): readonly ReplyDraft[] {
  const asked = questionTerms(question);
  const shared = (text: string): number => {
    const own = new Set(termsOf(text));
    return asked.filter((term) => own.has(term)).length / Math.max(1, asked.length);
  };
  const other = locale === 'en' ? 'zh-CN' : 'en';
  return replies
    .map(({ title, text }) => ({ title, text: text[locale].trim() === '' ? text[other] : text[locale] }))
    .filter(({ text }) => !text.includes('{{'))
    .map((reply) => ({ ...reply, share: shared(`${reply.title} ${reply.text}`) }))
    .filter(({ share }) => share >= LEAST_SHARED)
    .sort((one, next) => next.share - one.share)
    .slice(0, MOST)
    .map(({ title, text }) => ({ text, source: 'canned', title }));
}
