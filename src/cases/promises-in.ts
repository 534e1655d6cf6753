/** Finds what somebody promised: a commitment of ours with a time, and no question, condition, hedge, report or advice. Pure. */
import { dueIn } from './promise-times.js';

export interface PromiseFound {
  /** The words as they were said. */
  readonly text: string;
  /** Epoch ms. */
  readonly dueAt: number;
}

const SENTENCE = /[^。！!？?；;\n]+?(?:[。！!？?；;\n]|\.(?=\s|$)|$)/gu;

/** What we do for a subscriber. */
const ZH_DEED = /回复|答复|回电|回访|回话|致电|联系|打(?:电话|给|过去)|退(?:款|费|还|回|给)|返还|到账|赔付|补偿|处理|解决|修(?:好|复|完|通)|恢复|抢修|上门|安排|完成|办(?:好|结|完|妥)|核实|核查|查(?:清|好|明)|发(?:给|送|到)|寄|开通|给您(?:结果|一个|个|说法|消息)|有结果|搞定|跟进|反馈|告(?:诉|知)您|通知您/u;
const ZH_QUESTION = /[？?]|(?:吗|呢|么|没)[。！!~～]*$|是否|是不是|能不能|可不可以|要不要|什么时候|几点/u;
/** Advice to the subscriber, a condition, a hedge, or a plain no. */
const ZH_NOT_OURS = /^(?:如果|如您|若|要是|假如|万一|除非)|(?:请|麻烦|建议|烦请)您?(?!稍|放心|等|耐心)|您(?:可以|可|需要|需|应该|应|要|得|只要|自己|有没有|之前|昨)|尽量|尽可能|争取|不一定|不保证|无法保证|不能保证|没法保证|不敢保证|保证不了|可能|也许|大概率|预计不|不会|无法|不能(?!让)|没办法|一般|通常|正常情况|原则上|规定|用户/u;
/** Done already: a report, not a promise. */
const ZH_DONE = /(?:已经?|刚刚?|刚才)(?:为您|给您|帮您)?(?:在|于)?[^，,]{0,10}(?:回复|答复|联系|退|返还|到账|处理|解决|修|恢复|完成|办|发|寄|开通)|(?:退|返还|到账|处理|解决|修好|恢复|完成|开通|联系|回复)了|过了|昨天|上周|上个月/u;

const EN_OURS = /\b(?:i|we|they|someone|somebody|(?:a|an|our|my|the)\s+(?:\w+\s+){0,2}(?:engineer|technician|colleague|colleagues|manager|supervisor|specialist|team|agent))(?:'ll|\s+will|\s+shall|\s+(?:am|are|is)\s+going\s+to)\b|\b(?:you|it|this|that|they|(?:the|your)\s+(?:\w+\s+){0,3}\w+)(?:'ll|\s+will|\s+shall)\b|\b(?:i|we)\s+(?:promise|guarantee)\b|\b(?:expect)\s+(?:a|our|my)\b|^(?:\W*)(?:refunded|credited|fixed|repaired|done)\s+(?:by|within|today|tomorrow)\b/iu;
const EN_DEED = /\b(?:call|ring|phone|reply|answer|respond|get back|contact|reach|write|email|text|message|refund(?:ed)?|credit(?:ed)?|repay|repaid|pay|paid|return(?:ed)?|fix(?:ed)?|repair(?:ed)?|restore[d]?|resolve[d]?|solve[d]?|sort(?:ed)?|handle[d]?|look into|visit|come|send|sent|hear from|have (?:a|an|the|your|it)|receive|arrive|be (?:with|there|back|done|ready|called|contacted|working|completed)|done|finish|update|let you know|check|follow up)\b/iu;
const EN_QUESTION = /\?\s*$|^\s*(?:can|could|will|would|shall|do|does|did|is|are|when|how|what|may)\b/iu;
const EN_NOT_OURS = /\b(?:if|unless|try to|trying to|hope|hopefully|may|might|maybe|perhaps|probably|usually|normally|typically|generally|cannot|can'?t|can not|won'?t|will not|unable|no guarantee|not sure|please|you (?:can|could|should|must|need|have to|may))\b|\byou(?:'ll| will) (?:need|have to|be charged|be billed)\b/iu;
const EN_DONE = /\b(?:was|were|has been|have been|had been|already|just now|yesterday|last week)\b|\b(?:i|we)(?:'ve| have)\b/iu;

/** Every promise of one message, in order. `now` is when it was said. */
export function promisesIn(text: string, now: number): readonly PromiseFound[] {
  const sentences = text.match(SENTENCE) ?? [];
  return sentences.flatMap((sentence) => promisesOf(sentence.trim(), now));
}

/** A sentence with two times and two deeds is two promises: 「24 小时内回复您，3 天内修好」. */
function promisesOf(sentence: string, now: number): readonly PromiseFound[] {
  const isPromising = /\p{Script=Han}/u.test(sentence) ? isChinesePromise : isEnglishPromise;
  const clauses = sentence.split(/[,，]/u).map((clause) => clause.trim());
  const timed = clauses.filter((clause) => dueIn(plain(clause), now) !== null);
  const standing = timed.filter((clause) => isPromising(plain(clause)));
  if (standing.length > 1) return standing.map((clause) => found(clause, now));
  return timed.length > 0 && isPromising(plain(sentence)) ? [found(sentence, now)] : [];
}

function found(text: string, now: number): PromiseFound {
  return { text, dueAt: dueIn(plain(text), now) ?? now };
}

const plain = (text: string): string => text.normalize('NFKC');

function isChinesePromise(sentence: string): boolean {
  return ZH_DEED.test(sentence) && !ZH_QUESTION.test(sentence) && !ZH_NOT_OURS.test(sentence) && !ZH_DONE.test(sentence);
}

function isEnglishPromise(sentence: string): boolean {
  if (!EN_OURS.test(sentence) || !EN_DEED.test(sentence)) return false;
  return !EN_QUESTION.test(sentence) && !EN_NOT_OURS.test(sentence) && !EN_DONE.test(sentence);
}
