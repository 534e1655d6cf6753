/** What came up again and again: questions without an answer, and complaints, faults and claims for money back of one cause. Steps are pure. */
import type { ContentAuthor } from './content.js';
import { refuse } from './errors.js';
import type { Refusal } from './errors.js';
import type { ConversationId } from './ids.js';
import type { Locale } from './locale.js';

/** `question`: what we could not answer. `case`: complaints, faults and claims for money back, grouped by what is behind them. */
export const FINDING_KINDS = ['question', 'case'] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];
export const FINDING_STATES = ['open', 'done', 'ignored'] as const;
export type FindingState = (typeof FINDING_STATES)[number];

/** Why a question counts as one we could not answer; for cases their kind. */
export const WHYS = ['fallback', 'turned-away', 'asked-back', 'no-article', 'unhelpful', 'low-rating', 'handed-over', 'complaint', 'fault', 'refund'] as const;
export type Why = (typeof WHYS)[number];

/** What was done about it. `ref`: the id of an intent or article, a notice, or the rule in words. */
export interface Fix {
  readonly kind: 'intent' | 'article' | 'rule' | 'notice';
  readonly ref: string;
  readonly text: string;
  readonly at: number;
  readonly by: ContentAuthor;
  /** Version of the draft article as a language model wrote it: until it is edited, it is marked so. */
  readonly writtenByModel?: number;
}

export interface Finding {
  readonly id: string;
  readonly kind: FindingKind;
  readonly locale: Locale;
  readonly state: FindingState;
  /** What most stand for: texts as they were asked, without personal data; the first names the group. */
  readonly examples: readonly string[];
  readonly firstAt: number;
  readonly lastAt: number;
  readonly count: number;
  readonly decided: { readonly by: ContentAuthor; readonly at: number; readonly note: string } | null;
  readonly fixes: readonly Fix[];
  /** Groups that were put into this one by hand: whom they told is told. */
  readonly absorbed?: readonly string[];
  readonly version: number;
}

export interface FindingItem {
  /** Names the question or case, once. */
  readonly source: string;
  readonly at: number;
  readonly why: Why;
  readonly text: string;
  readonly conversationId: ConversationId;
  /** The district of the account, where it is known. */
  readonly area: string | null;
}

const MOST_EXAMPLES = 6;
export const MOST_FIXES = 20;

/** The group with one more of its kind; what was decided stands, so that repeats after a fix are seen. */
export function withItem(one: Finding, item: Pick<FindingItem, 'at' | 'text'>): Finding {
  const isKnown = one.examples.includes(item.text);
  return {
    ...one,
    examples: isKnown || one.examples.length >= MOST_EXAMPLES ? one.examples : [...one.examples, item.text],
    firstAt: Math.min(one.firstAt, item.at),
    lastAt: Math.max(one.lastAt, item.at),
    count: one.count + 1,
  };
}

/** Once the words of an item are erased: the group keeps its count, and `instead` when nothing else names it. */
export function withoutExample(one: Finding, text: string, instead: string): Finding {
  const left = one.examples.filter((example) => example !== text);
  return { ...one, examples: left.length > 0 ? left : [instead] };
}

export function decided(one: Finding, decision: { readonly state: FindingState; readonly note: string; readonly by: ContentAuthor; readonly at: number }): Finding | Refusal {
  const { state, note, by, at } = decision;
  if (one.state === state) return refuse('wrong-state', `it is ${state} already`);
  return { ...one, state, decided: { by, at, note } };
}

export function withFix(one: Finding, fix: Fix): Finding | Refusal {
  if (one.fixes.some(({ kind, ref }) => kind === fix.kind && ref === fix.ref)) return one;
  return one.fixes.length >= MOST_FIXES ? refuse('too-long', 'too many fixes') : { ...one, fixes: [...one.fixes, fix] };
}
