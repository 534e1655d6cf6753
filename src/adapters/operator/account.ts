/** One whole demo account, a pure function of the story, the seed, the day and the orders placed. */
import { firstDay, lastDay } from '../../domain/calendar.js';
import type { Bill, LineStatus, Payment, PlanHolding, Points, Profile, Subscription, UsageBucket } from '../../domain/account.js';
import type { Msisdn } from '../../domain/ids.js';
import { billOf, type IssuedBill } from './billing.js';
import { findProduct } from './catalogue.js';
import { extraGoneOn, extraSince, extrasIn, freeUntil, monthAt, nextPlan, oldestOffset, planIn, planSince, type Era } from './era.js';
import { settle, type Ledger } from './ledger.js';
import { usageNow } from './usage-now.js';

/** Everything but the times of reading, which are stamped when somebody asks. */
export interface StoredAccount {
  readonly profile: Profile;
  readonly balance: { readonly balanceFen: number; readonly creditFen: number; readonly owedFen: number; readonly expiresOn: string | null };
  readonly openingBalanceFen: number;
  readonly usage: { readonly buckets: readonly UsageBucket[]; readonly isThrottled: boolean };
  /** Newest first. */
  readonly bills: readonly Omit<Bill, 'asOf'>[];
  readonly payments: readonly Payment[];
  readonly holding: Omit<PlanHolding, 'asOf'>;
  readonly subscriptions: readonly Subscription[];
  readonly points: Omit<Points, 'asOf'>;
  readonly puk: string;
}

const CREDIT_FEN = { standard: 0, silver: 5_000, gold: 20_000, business: 50_000 } as const;

function issuedBills(era: Era): readonly IssuedBill[] {
  const bills: IssuedBill[] = [];
  for (let offset = oldestOffset(era); offset < 0; offset += 1) bills.push(billOf(era, offset));
  return bills;
}

function activatedOn(era: Era): string {
  if (era.script.activated !== undefined) return firstDay(monthAt(era, era.script.activated));
  const day = era.draws.whole('activated-day', 1, 28);
  return `${monthAt(era, -era.draws.whole('activated', 30, 110))}-${String(day).padStart(2, '0')}`;
}

function statusOf(era: Era, owedFen: number): LineStatus {
  const switched = era.orders.filter((order) => order.kind === 'suspend-lost' || order.kind === 'resume').at(-1);
  if (switched?.kind === 'suspend-lost') return 'lost-suspended';
  if (era.script.isPaused === true) return 'paused';
  return owedFen > 0 ? 'outgoing-suspended' : 'active';
}

function contractOf(era: Era): Profile['contract'] {
  const { contract } = era.script;
  if (contract === undefined) return null;
  return {
    name: contract.name,
    from: firstDay(monthAt(era, contract.endsIn - contract.months + 1)),
    to: lastDay(monthAt(era, contract.endsIn)),
    monthlyFen: planIn(era, 0).monthlyFen,
  };
}

function profileOf(era: Era, owedFen: number): Profile {
  const { script } = era;
  return {
    msisdn: script.msisdn as Msisdn,
    name: script.name,
    city: script.city,
    region: script.region,
    tier: script.tier,
    isElder: script.isElder === true,
    isRealNameVerified: true,
    status: statusOf(era, owedFen),
    activatedOn: activatedOn(era),
    contract: contractOf(era),
    hasBroadband: planIn(era, 0).broadbandMbps > 0,
  };
}

function owedOf(era: Era, bills: readonly IssuedBill[], ledger: Ledger): number {
  return bills
    .filter((bill) => bill.dueOn < era.today)
    .reduce((total, bill) => total + bill.totalFen - (ledger.paidFen.get(bill.month) ?? 0), 0);
}

function subscriptionsOf(era: Era): readonly Subscription[] {
  return extrasIn(era, 0).flatMap((extra) => {
    const product = findProduct(extra.id);
    if (product === undefined) return [];
    const free = freeUntil(era, extra);
    return [
      {
        productId: product.id,
        name: product.name,
        priceFen: product.priceFen,
        since: extraSince(era, extra),
        isFreeUntil: free !== null && free >= era.today ? free : null,
        endsOn: extraGoneOn(era, extra) === null ? null : lastDay(era.month),
      },
    ];
  });
}

/** One point for each yuan of a settled bill, in the year it was settled; last year's lapse on 31 December. */
function pointsOf(era: Era, bills: readonly IssuedBill[], ledger: Ledger): Omit<Points, 'asOf'> {
  const year = era.today.slice(0, 4);
  const settled = bills.filter((bill) => bill.issuedOn.startsWith(year) && (ledger.paidFen.get(bill.month) ?? 0) >= bill.totalFen);
  const known = settled.reduce((total, bill) => total + Math.floor(bill.totalFen / 100), 0);
  const monthsBefore = era.script.activated === undefined ? Math.max(0, Number(era.month.slice(5)) - bills.length) : 0;
  const earlier = monthsBefore * Math.floor(planIn(era, 0).monthlyFen / 100);
  const [low, high] = era.script.oldPoints ?? [0, era.script.activated === undefined ? 600 : 0];
  const old = era.draws.whole('old-points', low, high);
  return { total: old + earlier + known, expiring: old > 0 ? { points: old, on: `${year}-12-31` } : null };
}

function holdingOf(era: Era, activated: string): Omit<PlanHolding, 'asOf'> {
  const drawn = firstDay(monthAt(era, -era.draws.whole('plan-since', 8, 24)));
  const since = planSince(era) ?? (drawn > activated ? drawn : activated);
  return { plan: planIn(era, 0), since, next: nextPlan(era) };
}

export function computeAccount(era: Era): StoredAccount {
  const bills = issuedBills(era);
  const ledger = settle(era, bills);
  const owedFen = owedOf(era, bills, ledger);
  const profile = profileOf(era, owedFen);
  const expiresOn = era.script.balanceExpires === true ? lastDay(monthAt(era, 12)) : null;
  return {
    profile,
    balance: { balanceFen: ledger.balanceFen, creditFen: CREDIT_FEN[era.script.tier], owedFen, expiresOn },
    openingBalanceFen: ledger.openingFen,
    usage: usageNow(era),
    bills: bills.map((bill) => ({ ...bill, paidFen: ledger.paidFen.get(bill.month) ?? 0 })).reverse(),
    payments: ledger.payments,
    holding: holdingOf(era, profile.activatedOn),
    subscriptions: subscriptionsOf(era),
    points: pointsOf(era, bills, ledger),
    puk: String(era.draws.whole('puk', 0, 99_999_999)).padStart(8, '0'),
  };
}

