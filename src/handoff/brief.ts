/** The brief an agent gets with a conversation: who, verified, what was asked, what was tried, what the account says. Pure. */
import type { Balance, PlanHolding, Profile, Usage } from '../domain/account.js';
import type { Brief, Conversation } from '../domain/conversation.js';
import type { MoodLabel } from '../domain/reading.js';
import type { Locale } from '../domain/locale.js';
import { yuan } from '../domain/money.js';

export interface BriefWords {
  readonly locale: Locale;
  intent(id: string): string;
  outcome(outcome: string): string;
  reason(reason: string): string;
  readonly fields: { readonly balance: string; readonly owed: string; readonly plan: string; readonly dataLeft: string; readonly city: string; readonly contract: string };
  readonly nothingTried: string;
}

/** Any part may be missing: an unverified subscriber, or a business system that did not answer. */
export interface BriefFacts {
  readonly profile: Profile | null;
  readonly balance: Balance | null;
  readonly usage: Usage | null;
  readonly plan: PlanHolding | null;
  readonly earlier: readonly Conversation[];
  readonly said: readonly string[];
  readonly moods: readonly MoodLabel[];
}

export function composeBrief(conversation: Conversation, facts: BriefFacts, words: BriefWords): Brief {
  const waiting = conversation.waiting;
  const isVerified = conversation.identity !== null;
  return {
    who: {
      msisdn: conversation.identity?.msisdn ?? null,
      name: facts.profile ? maskName(facts.profile.name) : null,
      tier: facts.profile?.tier ?? null,
      isElder: conversation.isElderMode || (facts.profile?.isElder ?? false),
    },
    verified: isVerified,
    reason: words.reason(waiting?.reason ?? 'asked'),
    mood: waiting?.mood ?? 'calm',
    moods: facts.moods,
    summary: facts.said.length > 0 ? facts.said.join(' / ') : (waiting?.headline ?? ''),
    ...madeOf(conversation, words.locale),
    ...(waiting?.ownWords === undefined ? {} : { ownWords: waiting.ownWords }),
    tried: conversation.memory.tried.map((tried) => ({
      intent: tried.intent,
      label: words.intent(tried.intent),
      outcome: words.outcome(tried.outcome),
      at: tried.at,
    })),
    account: isVerified ? accountRows(facts, words, conversation.locale) : [],
    earlier: facts.earlier.map((one) => ({
      conversationId: one.id,
      at: one.updatedAt,
      headline: [one.waiting?.headline, one.closed?.summary].find((text) => text !== undefined && text !== '') ?? (one.memory.topic ? words.intent(one.memory.topic.intent) : ''),
      disposition: one.closed?.disposition ?? null,
      state: one.state,
      ...(one.owner ? { agent: { staffId: one.owner.staffId, name: one.owner.name } } : {}),
    })),
  };
}

/** Better in the other language than not at all. */
function madeOf({ summaries, locale }: Conversation, wanted: Locale): Pick<Brief, 'modelSummary'> {
  const made = summaries?.[wanted] ?? summaries?.[locale];
  return made ? { modelSummary: { text: made.text, at: made.at } } : {};
}

function accountRows(facts: BriefFacts, words: BriefWords, theirs: Locale): Brief['account'] {
  const rows: { name: string; value: string; told?: string }[] = [];
  const { fields } = words;
  if (facts.plan) {
    const { [words.locale]: value, [theirs]: told } = facts.plan.plan.name;
    rows.push({ name: fields.plan, value, ...(told === value ? {} : { told }) });
  }
  if (facts.balance) rows.push({ name: fields.balance, value: `¥${yuan(facts.balance.balanceFen)}` });
  if (facts.balance && facts.balance.owedFen > 0) rows.push({ name: fields.owed, value: `¥${yuan(facts.balance.owedFen)}` });
  const data = facts.usage?.buckets.filter((bucket) => bucket.measure === 'data' && bucket.scope === 'domestic') ?? [];
  if (data.length > 0) {
    const leftMb = data.reduce((sum, bucket) => sum + Math.max(0, bucket.total - bucket.used), 0);
    rows.push({ name: fields.dataLeft, value: `${(leftMb / 1024).toFixed(2)} GB` });
  }
  if (facts.profile) rows.push({ name: fields.city, value: facts.profile.city });
  if (facts.profile?.contract) rows.push({ name: fields.contract, value: facts.profile.contract.to });
  return rows;
}

/** 张三 → 张*, 欧阳娜娜 → 欧***, "Li Wei" → "L*****". */
export function maskName(name: string): string {
  const [first = ''] = [...name];
  return first + '*'.repeat(Math.max(0, [...name].length - 1));
}
