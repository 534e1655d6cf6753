/** An operator behind TM Forum Open APIs. */
import type { Msisdn } from '../../../domain/ids.js';
import type { Clock } from '../../../ports/clock.js';
import type { AccountDocument } from '../account-document.js';
import type { Operator } from '../demo-operator.js';
import { Bills } from './bills.js';
import { callsTo, type Calls, type CallSettings } from './calls.js';
import { tmfCatalogue } from './catalogue.js';
import { Consumption } from './consumption.js';
import { Line } from './line.js';
import { tmfNetwork } from './network.js';
import { tmfOrders } from './orders.js';
import { Purse } from './purse.js';
import { Reader, type Dropped } from './reader.js';

export interface TmfSettings extends CallSettings {
  readonly clock: Clock;
  /** Records of another subscriber, or of nobody, were in an answer. */
  readonly onDropped: (dropped: Dropped) => void;
}

export function createTmfOperator(settings: TmfSettings): Operator {
  const { clock, onDropped } = settings;
  const calls = callsTo(settings);
  const reader = new Reader({ calls, clock, onDropped });
  const catalogue = tmfCatalogue(reader);
  const line = new Line(reader, catalogue);
  const mustExist = async (msisdn: Msisdn): Promise<void> => void (await line.products(msisdn));
  const bills = new Bills(reader, mustExist);
  const owedFen = (msisdn: Msisdn) => bills.owedFen(msisdn);
  const purse = new Purse(reader, { mustExist, owedFen });
  const consumption = new Consumption(reader, mustExist);
  return {
    businessSystem: {
      profile: (msisdn) => line.profile(msisdn),
      balance: (msisdn) => purse.balance(msisdn),
      usage: (msisdn) => consumption.usage(msisdn),
      bills: (msisdn, count) => bills.bills(msisdn, count),
      payments: (msisdn, count) => purse.payments(msisdn, count),
      planHolding: (msisdn) => line.holding(msisdn),
      subscriptions: (msisdn) => line.subscriptions(msisdn),
      points: (msisdn) => purse.points(msisdn),
      callRecords: (msisdn, month) => consumption.calls(msisdn, month),
    },
    catalogue,
    orders: tmfOrders({ calls, reader, catalogue, line, owedFen, moneyBucket: (msisdn) => purse.moneyBucket(msisdn) }),
    network: tmfNetwork({ calls, reader, mustExist }),
    account: (msisdn) => storedAccount(calls, msisdn),
  };
}

/** Only a demo operator shows its accounts; any other knows no such address. */
async function storedAccount(calls: Calls, msisdn: string): Promise<AccountDocument | null> {
  const { status, body } = await calls({ method: 'GET', path: `/demo/accounts/${encodeURIComponent(msisdn)}` });
  return status === 200 && typeof body === 'object' ? (body as AccountDocument | null) : null;
}
