/** What a complaint, a fault or a claim for money back is about, in the words it was told in. Pure. */
import type { Case } from '../domain/case.js';
import type { Message } from '../domain/message.js';
import { startOf } from '../domain/text-ends.js';
import { isUnknown, namesNothing } from '../understanding/particulars.js';

/** What is gathered before a claim is passed on is asked under this intent. */
const CLAIM = 'refund_dispute';
const SHORTEST = 4;
const LONGEST = 200;
/** A month, an amount, a code: how much and when, not what. */
const FIGURES =
  /^(?:[\d\s•.,，。¥￥]*(?:(?:月份?|元|块钱?|yuan|rmb|cny|[毛角分的吧多左右])[\d\s毛角分的吧多左右]*)?|(?:上{1,3}个?|这个?|本|[一二三四五六七八九十]{1,3})月份?[的吧]?|(?:in |last |this |for )*(?:month|january|february|march|april|may|june|july|august|september|october|november|december)\W*)$/iu;

/** The subscriber's own words say more than a title made of the kind and a time; what an agent opened has the words the agent gave it. */
export function causeIn(one: Case, messages: readonly Message[]): string {
  const [opened] = one.history;
  const before = messages.filter(({ at }) => at <= one.createdAt);
  const isByAgent = typeof opened?.by === 'object';
  const words = isByAgent ? '' : one.kind === 'refund' ? claimIn(before) : (before.findLast((message) => isTyped(message) && message.text.trim().length >= SHORTEST)?.text ?? '');
  return startOf((words.trim() || one.title).trim(), LONGEST);
}

/** The claim as it was put and what was named when asked, without how much, when and 「不知道」; whatever was talked about before is another matter. */
function claimIn(before: readonly Message[]): string {
  const since = before.slice(before.findLastIndex(({ from, intent }) => from === 'bot' && intent !== CLAIM) + 1);
  const told = since.filter((message) => isTyped(message) && !isUnknown(message.text) && !namesNothing(message.text.toLowerCase()));
  return told.map(({ text }) => text.trim()).join(' ');
}

function isTyped({ from, kind, action, text }: Message): boolean {
  return from === 'subscriber' && kind === 'text' && action === undefined && !FIGURES.test(text.normalize('NFKC'));
}
