/** Reads of the demo accounts behind the business-system port. */
import type { BusinessSystem } from '../../ports/business-system.js';
import type { DemoAccounts } from './accounts.js';
import { callsOf } from './calls.js';

export function createDemoBusinessSystem(accounts: DemoAccounts): BusinessSystem {
  // Figure by figure: a spread behind other keys costs a hundred times as much.
  return {
    profile: async (msisdn) => (await accounts.of(msisdn)).account.profile,
    balance: async (msisdn) => {
      const asOf = accounts.asOf();
      const { balanceFen, creditFen, owedFen, expiresOn } = (await accounts.of(msisdn)).account.balance;
      return { asOf, balanceFen, creditFen, owedFen, expiresOn };
    },
    usage: async (msisdn) => {
      const asOf = accounts.asOf();
      const { buckets, isThrottled } = (await accounts.of(msisdn)).account.usage;
      return { asOf, buckets, isThrottled };
    },
    bills: async (msisdn, count) => {
      const asOf = accounts.asOf();
      const { bills } = (await accounts.of(msisdn)).account;
      return bills.slice(0, count).map(({ month, issuedOn, dueOn, totalFen, paidFen, items, usage }) => ({ asOf, month, issuedOn, dueOn, totalFen, paidFen, items, usage }));
    },
    payments: async (msisdn, count) => ({ asOf: accounts.asOf(), list: (await accounts.of(msisdn)).account.payments.slice(0, count) }),
    planHolding: async (msisdn) => {
      const asOf = accounts.asOf();
      const { plan, since, next } = (await accounts.of(msisdn)).account.holding;
      return { asOf, plan, since, next };
    },
    subscriptions: async (msisdn) => ({ asOf: accounts.asOf(), list: (await accounts.of(msisdn)).account.subscriptions }),
    points: async (msisdn) => {
      const asOf = accounts.asOf();
      const { total, expiring } = (await accounts.of(msisdn)).account.points;
      return { asOf, total, expiring };
    },
    callRecords: async (msisdn, month) => ({ asOf: accounts.asOf(), list: callsOf((await accounts.of(msisdn)).era, month) }),
  };
}
