/** Changes to the demo accounts: what may be done, what it would cost, and doing it once. */
import { addMonths, firstDay, lastDay } from '../../domain/calendar.js';
import type { Plan, PreparedChange } from '../../domain/account.js';
import { refuse, type Refusal, isRefusal } from '../../domain/errors.js';
import type { Msisdn } from '../../domain/ids.js';
import type { Obstacle, ServiceOrders } from '../../ports/service-orders.js';
import type { AccountNow, DemoAccounts } from './accounts.js';
import { findPlan, findProduct } from './catalogue.js';
import { drawsOf } from './draw.js';

const obstacle = (reason: Obstacle): Refusal => refuse('conflict', reason);

type Wanted = Pick<PreparedChange, 'kind' | 'targetId'>;

function firstOfNextMonth(now: AccountNow): string {
  return firstDay(addMonths(now.era.month, 1));
}

/** Undoing a change that has not begun is always allowed. */
function planObstacle(now: AccountNow, target: Plan): Obstacle | null {
  const { profile, balance, holding } = now.account;
  const isUndo = target.id === holding.plan.id && holding.next !== null;
  if (isUndo) return null;
  if (target.id === holding.plan.id || target.id === holding.next?.plan.id) return 'already-so';
  if (target.withdrawnOn !== null) return 'withdrawn';
  if (balance.owedFen > 0) return 'arrears';
  if (profile.status !== 'active') return 'line-not-active';
  if (target.audience === 'senior' && !profile.isElder) return 'senior-only';
  if (target.audience === 'student' && holding.plan.audience !== 'student') return 'students-only';
  if (target.audience === 'business' && profile.tier !== 'business') return 'business-only';
  return profile.contract !== null && target.monthlyFen < profile.contract.monthlyFen ? 'contract' : null;
}

function preparePlan(now: AccountNow, wanted: Wanted): PreparedChange | Refusal {
  const target = findPlan(wanted.targetId);
  if (target === undefined) return refuse('not-found');
  const reason = planObstacle(now, target);
  if (reason !== null) return obstacle(reason);
  const { holding, profile } = now.account;
  const priceDifferenceFen = target.monthlyFen - holding.plan.monthlyFen;
  return { ...wanted, priceDifferenceFen, effectiveOn: firstOfNextMonth(now), boundUntil: profile.contract?.to ?? null };
}

function preparePack(now: AccountNow, wanted: Wanted): PreparedChange | Refusal {
  const product = findProduct(wanted.targetId);
  if (product === undefined || product.kind !== 'pack') return refuse('not-found');
  const { profile, balance } = now.account;
  if (balance.owedFen > 0) return obstacle('arrears');
  if (profile.status !== 'active') return obstacle('line-not-active');
  const boundUntil = product.cycle === 'day' ? now.era.today : lastDay(now.era.month);
  return { ...wanted, priceDifferenceFen: product.priceFen, effectiveOn: now.era.today, boundUntil };
}

function prepareExtraOff(now: AccountNow, wanted: Wanted): PreparedChange | Refusal {
  const held = now.account.subscriptions.find((subscription) => subscription.productId === wanted.targetId);
  if (held === undefined) return obstacle('not-held');
  if (held.endsOn !== null) return obstacle('already-so');
  return { ...wanted, priceDifferenceFen: -held.priceFen, effectiveOn: firstOfNextMonth(now), boundUntil: null };
}

function prepareLine(now: AccountNow, wanted: Wanted): PreparedChange | Refusal {
  const isLost = now.account.profile.status === 'lost-suspended';
  if ((wanted.kind === 'suspend-lost') === isLost) return obstacle('already-so');
  return { ...wanted, targetId: now.account.profile.msisdn, priceDifferenceFen: 0, effectiveOn: now.era.today, boundUntil: null };
}

function prepareOn(now: AccountNow, wanted: Wanted): PreparedChange | Refusal {
  if (wanted.kind === 'plan') return preparePlan(now, wanted);
  if (wanted.kind === 'pack') return preparePack(now, wanted);
  if (wanted.kind === 'extra-off') return prepareExtraOff(now, wanted);
  return prepareLine(now, wanted);
}

/** Nobody agreed to another price or another day than the card showed. */
function isWhatWasShown(shown: PreparedChange, now: PreparedChange): boolean {
  return shown.priceDifferenceFen === now.priceDifferenceFen && shown.effectiveOn === now.effectiveOn && shown.boundUntil === now.boundUntil;
}

export function createDemoOrders(accounts: DemoAccounts): ServiceOrders {
  const prepare = async (msisdn: Msisdn, kind: PreparedChange['kind'], targetId: string) =>
    prepareOn(await accounts.of(msisdn), { kind, targetId });
  const numberFor = (today: string, key: string): string => `D${today.replaceAll('-', '')}${String(drawsOf(0, key).whole('order', 0, 999_999)).padStart(6, '0')}`;
  return {
    prepare,
    async refund(msisdn, { month, itemCode, amountFen }, orderKey) {
      const { account, era } = await accounts.of(msisdn);
      const bill = account.bills.find((one) => one.month === month);
      if (amountFen <= 0 || !bill?.items.some((item) => item.code === itemCode)) return refuse('not-found');
      const key = `${msisdn}/${orderKey}`;
      const stored = await accounts.place({ key, id: numberFor(era.today, key), msisdn, at: accounts.now(), kind: 'refund', month, itemCode, amountFen });
      return { orderId: stored.id };
    },
    async commit(msisdn, change, orderKey) {
      const key = `${msisdn}/${orderKey}`;
      const before = (await accounts.placed(msisdn)).find((record) => record.key === key);
      if (before !== undefined) return { orderId: before.id };
      const prepared = await prepare(msisdn, change.kind, change.targetId);
      if (isRefusal(prepared)) return prepared;
      if (!isWhatWasShown(change, prepared)) return refuse('conflict', 'changed-meanwhile');
      const { era } = await accounts.of(msisdn);
      const id = numberFor(era.today, key);
      const { kind, targetId, effectiveOn } = prepared;
      const stored = await accounts.place({ key, id, msisdn, at: accounts.now(), kind, targetId, effectiveOn });
      return { orderId: stored.id };
    },
  };
}
