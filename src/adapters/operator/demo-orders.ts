/** Changes to the demo accounts: what may be done, what it would cost, and doing it once. */
import type { PreparedChange } from '../../domain/account.js';
import { refuse, isRefusal } from '../../domain/errors.js';
import type { Msisdn } from '../../domain/ids.js';
import type { ServiceOrders } from '../../ports/service-orders.js';
import type { AccountNow, DemoAccounts } from './accounts.js';
import { findPlan, findProduct } from './catalogue.js';
import { drawsOf } from './draw.js';
import { isWhatWasShown, prepareOn, type OrderGround } from './preparing.js';

function groundOf({ account, era }: AccountNow): OrderGround {
  const { profile, balance, holding, subscriptions } = account;
  return { today: era.today, profile, owedFen: balance.owedFen, holding, subscriptions, findPlan, findProduct };
}

export function createDemoOrders(accounts: DemoAccounts): ServiceOrders {
  const prepare = async (msisdn: Msisdn, kind: PreparedChange['kind'], targetId: string) =>
    prepareOn(groundOf(await accounts.of(msisdn)), { kind, targetId });
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
