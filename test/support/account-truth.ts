/** What a right answer says of an account, worked out from the stored document alone and written without the product's own wording. */
import type { AccountDocument } from '../../src/adapters/operator/account-document.js';
import type { WireLocale } from '../../src/protocol/chat.js';
import { operatorClock } from '../../src/wording/operator-time.js';

type Words = Readonly<Record<WireLocale, string>>;

interface Bucket {
  readonly name: Words;
  readonly measure: 'data' | 'voice' | 'sms';
  readonly scope: string;
  readonly resetsOn: string;
  readonly [figure: string]: unknown;
}
interface Item {
  readonly code: string;
  readonly kind: string;
  readonly name: Words;
  readonly amountFen: number;
}
export interface Bill {
  readonly month: string;
  readonly dueOn: string;
  readonly totalFen: number;
  readonly paidFen: number;
  readonly items: readonly Item[];
}
/** The parts of the document that routine questions are about. */
export interface Account {
  readonly balance: { readonly balanceFen: number; readonly creditFen: number; readonly owedFen: number; readonly expiresOn: string | null };
  readonly usage: { readonly buckets: readonly Bucket[] };
  readonly bills: readonly Bill[];
  readonly payments: readonly { readonly amountFen: number; readonly state: string }[];
  readonly plan: { readonly plan: { readonly name: Words; readonly monthlyFen: number; readonly dataMb: number; readonly voiceMinutes: number } };
  readonly subscriptions: readonly { readonly name: Words; readonly priceFen: number; readonly isFreeUntil: string | null }[];
  readonly points: { readonly total: number; readonly expiring: { readonly points: number } | null };
}

export const accountOf = (document: AccountDocument): Account => document as unknown as Account;

export interface Change {
  readonly beforeFen: number;
  readonly afterFen: number;
}

export interface Truth {
  /** Fields of the card; null where no card belongs. */
  readonly card: object | null;
  /** The whole of what changed between two bills, in any order. */
  readonly changes?: readonly Change[];
  /** Stands in the words. */
  readonly says: readonly string[];
  /** No other sum of money may stand in the words. */
  readonly sumsFen: readonly number[];
}

export function yuan(fen: number, locale: WireLocale): string {
  const digits = `${Math.floor(Math.abs(fen) / 100)}.${String(Math.abs(fen) % 100).padStart(2, '0')}`;
  return locale === 'en' ? `${fen < 0 ? '-' : ''}¥${digits}` : `${fen < 0 ? '-' : ''}${digits} 元`;
}

function volume(mb: number): string {
  return mb < 1024 ? `${Math.round(mb)} MB` : `${Number((mb / 1024).toFixed(2))} GB`;
}

const NAMES = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

export function monthName(month: string, locale: WireLocale): string {
  const number = Number(month.slice(5));
  return locale === 'en' ? (NAMES[number - 1] ?? '') : `${number}月`;
}

/** The month so many before this one by the operator's clock; of the last six there is a bill. */
export function monthBack(count: number): string {
  const now = operatorClock(Date.now());
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - count, 1)).toISOString().slice(0, 7);
}

/** Every sum of money in a text, in fen and without its sign. */
export function sumsIn(text: string): number[] {
  return [...text.matchAll(/(\d+)\.(\d\d) 元|¥(\d+)\.(\d\d)/g)].map((found) => Number(found[1] ?? found[3]) * 100 + Number(found[2] ?? found[4]));
}

export function balanceTruth({ balance, payments }: Account, locale: WireLocale): Truth {
  const { balanceFen, creditFen, owedFen } = balance;
  const told = [balanceFen, ...[creditFen, owedFen].filter((fen) => fen > 0)];
  return { card: { type: 'balance', ...balance }, says: told.map((fen) => yuan(fen, locale)), sumsFen: [...told, ...payments.map(({ amountFen }) => amountFen)] };
}

const FIGURES = { data: ['totalMb', 'usedMb', 'leftMb'], voice: ['totalMinutes', 'usedMinutes', 'leftMinutes'], sms: ['totalCount', 'usedCount', 'leftCount'] } as const;

export function usageTruth({ usage }: Account, measure: 'data' | 'voice', locale: WireLocale): Truth {
  const bars = usage.buckets
    .filter((bucket) => (measure === 'data') === (bucket.measure === 'data'))
    .map((bucket) => {
      const [total = 0, used = 0, left = 0] = FIGURES[bucket.measure].map((name) => Number(bucket[name]));
      return { bucket, total, used, left };
    });
  return {
    card: {
      type: 'usage',
      measure,
      buckets: bars.map(({ bucket: { name, scope, resetsOn }, total, used, left }) => ({ name: name[locale], scope, resetsOn, total, used, left })),
    },
    says: bars.flatMap(({ bucket, total, used, left }) => {
      const told = total === 0 ? [used] : [total, used, left];
      return [bucket.name[locale], ...told.map((figure) => (bucket.measure === 'data' ? volume(figure) : `${figure} `))];
    }),
    sumsFen: [],
  };
}

export function billTruth({ bills }: Account, bill: Bill, locale: WireLocale): Truth {
  const { month, totalFen, paidFen, dueOn, items } = bill;
  return {
    card: {
      type: 'bill',
      month,
      totalFen,
      dueOn,
      isPaid: paidFen >= totalFen,
      items: items.map(({ name, amountFen }) => ({ name: name[locale], amountFen })),
      trend: bills.map((one) => ({ month: one.month, totalFen: one.totalFen })).reverse(),
    },
    says: [monthName(month, locale), yuan(totalFen, locale), ...items.flatMap(({ name, amountFen }) => [name[locale], yuan(amountFen, locale)])],
    sumsFen: [totalFen, totalFen - paidFen, ...items.map(({ amountFen }) => Math.abs(amountFen)), ...bills.map((one) => one.totalFen)],
  };
}

/** A plan is the same thing under another name. */
const thing = ({ kind, code }: Item): string => (kind === 'plan' ? 'plan' : code);
const costOf = (bill: Bill, what: string): number => bill.items.filter((item) => thing(item) === what).reduce((sum, item) => sum + item.amountFen, 0);

export function explanationTruth({ bills }: Account, bill: Bill, locale: WireLocale): Truth {
  const previous = bills[bills.indexOf(bill) + 1];
  if (previous === undefined) return { card: null, says: [yuan(bill.totalFen, locale), locale === 'en' ? 'As of' : '截至'], sumsFen: [bill.totalFen] };
  const things = [...new Set([...bill.items, ...previous.items].map(thing))];
  const changes = things.map((what) => ({ beforeFen: costOf(previous, what), afterFen: costOf(bill, what) })).filter((one) => one.beforeFen !== one.afterFen);
  const told = [bill.totalFen, previous.totalFen, ...changes.flatMap(({ beforeFen, afterFen }) => [beforeFen, afterFen])];
  const differences = [bill.totalFen - previous.totalFen, ...changes.map(({ beforeFen, afterFen }) => afterFen - beforeFen)].map(Math.abs);
  return {
    card: { type: 'bill-change', month: bill.month, previousMonth: previous.month, totalFen: bill.totalFen, previousTotalFen: previous.totalFen },
    changes,
    says: [...told, ...differences.filter((fen) => fen > 0)].map((fen) => yuan(fen, locale)),
    sumsFen: [...told.map(Math.abs), ...differences, ...bills.map(({ totalFen }) => totalFen)],
  };
}

export function planTruth({ plan: { plan } }: Account, locale: WireLocale): Truth {
  const says = [plan.name[locale], yuan(plan.monthlyFen, locale), volume(plan.dataMb), `${plan.voiceMinutes} `];
  return { card: { type: 'facts' }, says, sumsFen: [] };
}

export function extrasTruth({ subscriptions }: Account, locale: WireLocale): Truth {
  const totalFen = subscriptions.filter(({ isFreeUntil }) => isFreeUntil === null).reduce((sum, { priceFen }) => sum + priceFen, 0);
  const says = [...subscriptions.flatMap(({ name, priceFen }) => [name[locale], yuan(priceFen, locale)]), ...(subscriptions.length > 0 ? [yuan(totalFen, locale)] : [])];
  return { card: subscriptions.length === 0 ? null : { type: 'facts' }, says, sumsFen: [totalFen, ...subscriptions.map(({ priceFen }) => priceFen)] };
}

export function pointsTruth({ points }: Account): Truth {
  return { card: { type: 'facts' }, says: [`${points.total} `, ...(points.expiring === null ? [] : [`${points.expiring.points} `])], sumsFen: [] };
}

const PAYMENTS_SHOWN = 5;

export function paymentsTruth({ payments }: Account, locale: WireLocale): Truth {
  const sums = payments.slice(0, PAYMENTS_SHOWN).map(({ amountFen }) => amountFen);
  return { card: sums.length === 0 ? null : { type: 'facts' }, says: sums.map((fen) => yuan(fen, locale)), sumsFen: sums };
}
