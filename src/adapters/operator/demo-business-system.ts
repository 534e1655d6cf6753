/** Reads of the demo accounts behind the business-system port. */
import type { BusinessSystem } from '../../ports/business-system.js';
import type { DemoAccounts } from './accounts.js';
import { callsOf } from './calls.js';

export function createDemoBusinessSystem(accounts: DemoAccounts): BusinessSystem {
  return {
    profile: async (msisdn) => (await accounts.of(msisdn)).account.profile,
    balance: async (msisdn) => ({ asOf: accounts.asOf(), ...(await accounts.of(msisdn)).account.balance }),
    usage: async (msisdn) => ({ asOf: accounts.asOf(), ...(await accounts.of(msisdn)).account.usage }),
    bills: async (msisdn, count) => {
      const asOf = accounts.asOf();
      return (await accounts.of(msisdn)).account.bills.slice(0, count).map((bill) => ({ asOf, ...bill }));
    },
    payments: async (msisdn, count) => ({ asOf: accounts.asOf(), list: (await accounts.of(msisdn)).account.payments.slice(0, count) }),
    planHolding: async (msisdn) => ({ asOf: accounts.asOf(), ...(await accounts.of(msisdn)).account.holding }),
    subscriptions: async (msisdn) => ({ asOf: accounts.asOf(), list: (await accounts.of(msisdn)).account.subscriptions }),
    points: async (msisdn) => ({ asOf: accounts.asOf(), ...(await accounts.of(msisdn)).account.points }),
    callRecords: async (msisdn, month) => ({ asOf: accounts.asOf(), list: callsOf((await accounts.of(msisdn)).era, month) }),
  };
}
