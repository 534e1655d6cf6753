/** The difference between two bills, item by item, each with its reason found in the account. Pure. */
import type { Bill, BillItem, Subscription } from '../domain/account.js';
import { monthOf } from '../domain/calendar.js';
import type { Locale } from '../domain/locale.js';
import { sumFen } from '../domain/money.js';
import type { Wording } from '../wording/wording.js';

export interface BillChange {
  readonly name: string;
  readonly beforeFen: number;
  readonly afterFen: number;
  readonly reason: string;
}

export interface Comparison {
  readonly bill: Bill;
  readonly previous: Bill;
  readonly subscriptions: readonly Subscription[];
  readonly locale: Locale;
  readonly words: Wording;
}

/** All items of one bill that are one thing to the subscriber; a plan is the same thing under another name. */
interface Group {
  readonly items: readonly BillItem[];
  readonly totalFen: number;
}

/** What one thing came to on both bills. */
export interface Change {
  readonly code: string;
  readonly before: Group;
  readonly after: Group;
}

const codeOf = (item: BillItem): string => (item.kind === 'plan' ? 'plan' : item.code);

function groupOf(bill: Bill, code: string): Group {
  const items = bill.items.filter((item) => codeOf(item) === code);
  return { items, totalFen: sumFen(items.map((item) => item.amountFen)) };
}

export const amountOf = (group: Group): number => group.items.reduce((total, item) => total + (item.quantity?.amount ?? 0), 0);

function overageReason(change: Change, { bill, words }: Comparison): string {
  const { reason } = words.billing;
  const amount = amountOf(change.after);
  const kind = change.after.items[0]?.kind;
  if (kind === undefined) return reason.overGone;
  if (bill.usage === null) return reason.overBeyond({ amount, unit: change.after.items[0]?.quantity?.unit ?? '' });
  if (kind === 'overage-data') return reason.overData({ usedMb: bill.usage.dataMb, gb: amount });
  if (kind === 'overage-voice') return reason.overVoice({ usedMinutes: bill.usage.voiceMinutes, minutes: amount });
  return reason.overSms({ usedCount: bill.usage.smsCount, count: amount });
}

function roamingReason(change: Change, { words }: Comparison): string {
  const { reason } = words.billing;
  const unit = change.after.items[0]?.quantity?.unit;
  if (unit === 'MB') return reason.roamingMb({ mb: amountOf(change.after) });
  return unit === 'day' ? reason.roamingDays({ days: amountOf(change.after) }) : reason.roamingGone;
}

function extraReason(change: Change, { previous, subscriptions, words }: Comparison): string {
  const { reason } = words.billing;
  const times = change.after.items.length;
  if (times > 1) return reason.extraDoubled({ times });
  if (times === 1 && change.before.items.length > 1) return reason.extraOnce;
  if (times === 0) return reason.extraGone;
  const since = subscriptions.find((subscription) => subscription.productId === change.code)?.since;
  if (since === undefined) return reason.extraAdded;
  return monthOf(since) <= previous.month ? reason.extraTrialOver : reason.extraNew({ since });
}

function planReason(change: Change, { locale, words }: Comparison): string {
  const { reason } = words.billing;
  const from = change.before.items[0];
  const to = change.after.items[0];
  // The same one for a part of the month, or at another price.
  if (from !== undefined && from.code === to?.code) return reason.other({ isMore: change.after.totalFen > change.before.totalFen });
  if (from !== undefined && to !== undefined) return reason.planChanged({ from: from.name[locale], to: to.name[locale] });
  return to === undefined ? reason.planPaused : reason.planBack;
}

function reasonOf(change: Change, comparison: Comparison): string {
  const { reason } = comparison.words.billing;
  const item = change.after.items[0] ?? change.before.items[0];
  const isMore = change.after.totalFen > change.before.totalFen;
  switch (item?.kind) {
    case 'plan':
      return planReason(change, comparison);
    case 'overage-data':
    case 'overage-voice':
    case 'overage-sms':
      return overageReason(change, comparison);
    case 'extra':
      return extraReason(change, comparison);
    case 'roaming':
      return roamingReason(change, comparison);
    case 'pack':
      return isMore ? reason.packAdded : reason.packGone;
    case 'discount':
      return isMore ? reason.discountOver : reason.discountNew;
    default:
      return item?.code === 'pause' && isMore ? reason.pause : reason.other({ isMore });
  }
}

/** Largest first; what did not change is left out, so the differences add up to that of the totals. */
export function changedBetween({ bill, previous }: Pick<Comparison, 'bill' | 'previous'>): readonly Change[] {
  const codes = new Set([...bill.items, ...previous.items].map(codeOf));
  return [...codes]
    .map((code): Change => ({ code, before: groupOf(previous, code), after: groupOf(bill, code) }))
    .filter((change) => differenceOf(change) !== 0)
    .sort((one, other) => Math.abs(differenceOf(other)) - Math.abs(differenceOf(one)));
}

export const differenceOf = ({ before, after }: Change): number => after.totalFen - before.totalFen;

export function toldChange(change: Change, comparison: Comparison): BillChange {
  const { before, after, code } = change;
  return {
    name: (after.items[0] ?? before.items[0])?.name[comparison.locale] ?? code,
    beforeFen: before.totalFen,
    afterFen: after.totalFen,
    reason: reasonOf(change, comparison),
  };
}
