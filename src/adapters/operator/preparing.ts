/** What a change would do and what stands in its way. Pure: an operator in this process and one elsewhere decide alike. */
import { addMonths, firstDay, lastDay, monthOf } from '../../domain/calendar.js';
import type { Plan, PlanHolding, PreparedChange, Product, Profile, Subscription } from '../../domain/account.js';
import { refuse, type Refusal } from '../../domain/errors.js';
import type { Obstacle } from '../../ports/service-orders.js';

/** What a decision needs to know of an account and of what is sold. */
export interface OrderGround {
  readonly today: string;
  readonly profile: Profile;
  readonly owedFen: number;
  readonly holding: Pick<PlanHolding, 'plan' | 'next'>;
  readonly subscriptions: readonly Subscription[];
  findPlan(id: string): Plan | undefined;
  findProduct(id: string): Product | undefined;
}

const obstacle = (reason: Obstacle): Refusal => refuse('conflict', reason);

type Wanted = Pick<PreparedChange, 'kind' | 'targetId'>;

function firstOfNextMonth(now: OrderGround): string {
  return firstDay(addMonths(monthOf(now.today), 1));
}

/** Undoing a change that has not begun is always allowed. */
function planObstacle(now: OrderGround, target: Plan): Obstacle | null {
  const { profile, owedFen, holding } = now;
  const isUndo = target.id === holding.plan.id && holding.next !== null;
  if (isUndo) return null;
  if (target.id === holding.plan.id || target.id === holding.next?.plan.id) return 'already-so';
  if (target.withdrawnOn !== null) return 'withdrawn';
  if (owedFen > 0) return 'arrears';
  if (profile.status !== 'active') return 'line-not-active';
  if (target.audience === 'senior' && !profile.isElder) return 'senior-only';
  if (target.audience === 'student' && holding.plan.audience !== 'student') return 'students-only';
  if (target.audience === 'business' && profile.tier !== 'business') return 'business-only';
  return profile.contract !== null && target.monthlyFen < profile.contract.monthlyFen ? 'contract' : null;
}

function preparePlan(now: OrderGround, wanted: Wanted): PreparedChange | Refusal {
  const target = now.findPlan(wanted.targetId);
  if (target === undefined) return refuse('not-found');
  const reason = planObstacle(now, target);
  if (reason !== null) return obstacle(reason);
  const { holding, profile } = now;
  const priceDifferenceFen = target.monthlyFen - holding.plan.monthlyFen;
  return { ...wanted, priceDifferenceFen, effectiveOn: firstOfNextMonth(now), boundUntil: profile.contract?.to ?? null };
}

function preparePack(now: OrderGround, wanted: Wanted): PreparedChange | Refusal {
  const product = now.findProduct(wanted.targetId);
  if (product === undefined || product.kind !== 'pack') return refuse('not-found');
  const { profile, owedFen } = now;
  if (owedFen > 0) return obstacle('arrears');
  if (profile.status !== 'active') return obstacle('line-not-active');
  const boundUntil = product.cycle === 'day' ? now.today : lastDay(monthOf(now.today));
  return { ...wanted, priceDifferenceFen: product.priceFen, effectiveOn: now.today, boundUntil };
}

function prepareExtraOff(now: OrderGround, wanted: Wanted): PreparedChange | Refusal {
  const held = now.subscriptions.find((subscription) => subscription.productId === wanted.targetId);
  if (held === undefined) return obstacle('not-held');
  if (held.endsOn !== null) return obstacle('already-so');
  return { ...wanted, priceDifferenceFen: -held.priceFen, effectiveOn: firstOfNextMonth(now), boundUntil: null };
}

function prepareLine(now: OrderGround, wanted: Wanted): PreparedChange | Refusal {
  const isLost = now.profile.status === 'lost-suspended';
  if ((wanted.kind === 'suspend-lost') === isLost) return obstacle('already-so');
  return { ...wanted, targetId: now.profile.msisdn, priceDifferenceFen: 0, effectiveOn: now.today, boundUntil: null };
}

export function prepareOn(now: OrderGround, wanted: Wanted): PreparedChange | Refusal {
  if (wanted.kind === 'plan') return preparePlan(now, wanted);
  if (wanted.kind === 'pack') return preparePack(now, wanted);
  if (wanted.kind === 'extra-off') return prepareExtraOff(now, wanted);
  return prepareLine(now, wanted);
}

/** Nobody agreed to another price or another day than the card showed. */
export function isWhatWasShown(shown: PreparedChange, now: PreparedChange): boolean {
  return shown.priceDifferenceFen === now.priceDifferenceFen && shown.effectiveOn === now.effectiveOn && shown.boundUntil === now.boundUntil;
}
