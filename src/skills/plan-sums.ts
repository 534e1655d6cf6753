/** What each plan would have cost on the use of past months. Pure. */
import type { BilledUsage, Plan, PriceList, Profile } from '../domain/account.js';

const MB_PER_GB = 1024;

export interface PlanSum {
  readonly plan: Plan;
  /** Beyond the plan, averaged over the months and rounded to the fen. */
  readonly overFen: number;
  readonly averageFen: number;
}

export function overageFen(plan: Plan, use: BilledUsage, prices: PriceList): number {
  const gb = Math.ceil(Math.max(0, use.dataMb - plan.dataMb) / MB_PER_GB);
  const minutes = Math.max(0, use.voiceMinutes - plan.voiceMinutes);
  const texts = Math.max(0, use.smsCount - plan.smsCount);
  return gb * prices.dataGbFen + minutes * prices.voiceMinuteFen + texts * prices.smsFen;
}

/** Plans this subscriber could have: broadband is neither lost nor bought by advice. */
export function plansOpenTo(profile: Profile, current: Plan, plans: readonly Plan[]): readonly Plan[] {
  const hasBroadband = current.broadbandMbps > 0;
  return plans.filter((plan) => {
    if (plan.id === current.id) return true;
    if (plan.withdrawnOn !== null || plan.broadbandMbps > 0 !== hasBroadband) return false;
    if (plan.audience === 'senior') return profile.isElder;
    if (plan.audience === 'student') return current.audience === 'student';
    return plan.audience === 'all' || profile.tier === 'business';
  });
}

/** Cheapest first; at the same price the one with more data. */
export function planSums(plans: readonly Plan[], uses: readonly BilledUsage[], prices: PriceList): readonly PlanSum[] {
  return plans
    .map((plan) => {
      const total = uses.reduce((sum, use) => sum + overageFen(plan, use, prices), 0);
      const overFen = uses.length === 0 ? 0 : Math.round(total / uses.length);
      return { plan, overFen, averageFen: plan.monthlyFen + overFen };
    })
    .sort((one, other) => one.averageFen - other.averageFen || other.plan.dataMb - one.plan.dataMb);
}

export function averageUse(uses: readonly BilledUsage[]): { dataMb: number; voiceMinutes: number; smsCount: number } {
  const mean = (pick: (use: BilledUsage) => number): number =>
    uses.length === 0 ? 0 : Math.round(uses.reduce((sum, use) => sum + pick(use), 0) / uses.length);
  return { dataMb: mean((use) => use.dataMb), voiceMinutes: mean((use) => use.voiceMinutes), smsCount: mean((use) => use.smsCount) };
}
