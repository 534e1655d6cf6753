/** What is ordered, in the words of TMF622 and TMF654. */
import type { PreparedChange } from '../../../domain/account.js';
import { startOfDay } from '../../../domain/calendar.js';
import type { Msisdn } from '../../../domain/ids.js';
import type { Fen } from '../../../domain/money.js';
import { BOUND_UNTIL, LINE } from './profile.js';

export const moneyOf = (amountFen: Fen): { unit: string; value: number } => ({ unit: 'CNY', value: amountFen / 100 });
export const customer = (msisdn: Msisdn): object => ({ id: msisdn, role: 'customer', '@referredType': 'Individual' });

const ACTIONS = { plan: 'modify', pack: 'add', 'extra-off': 'delete', 'suspend-lost': 'modify', resume: 'modify' } as const;
/** What the line's own characteristic `lineStatus` is to become. */
const LINE_STATUS = { 'suspend-lost': 'lost-suspended', resume: 'active' } as const;

/** The price shown to the subscriber goes along, so that the system can refuse to charge another. */
export function orderBody(msisdn: Msisdn, change: PreparedChange, orderKey: string): object {
  const { kind, targetId, priceDifferenceFen, effectiveOn, boundUntil } = change;
  const isLine = kind === 'suspend-lost' || kind === 'resume';
  return {
    externalId: orderKey,
    category: kind,
    requestedStartDate: new Date(startOfDay(effectiveOn)).toISOString(),
    relatedParty: [customer(msisdn)],
    productOrderItem: [
      {
        id: '1',
        action: ACTIONS[kind],
        ...(isLine
          ? { product: { productSpecification: { id: LINE }, productCharacteristic: [{ name: 'lineStatus', value: LINE_STATUS[kind] }] } }
          : { productOffering: { id: targetId } }),
        itemPrice: [{ priceType: kind === 'pack' ? 'oneTime' : 'recurring', price: { taxIncludedAmount: moneyOf(priceDifferenceFen) } }],
        ...(boundUntil === null ? {} : { itemTerm: [{ name: BOUND_UNTIL, description: boundUntil }] }),
      },
    ],
  };
}

interface MoneyBack {
  readonly month: string;
  readonly itemCode: string;
  readonly amountFen: Fen;
  readonly bucketId: string;
}

export function adjustmentBody(msisdn: Msisdn, refund: MoneyBack, orderKey: string): object {
  return {
    externalId: orderKey,
    reason: 'refund',
    description: `${refund.month}/${refund.itemCode}`,
    adjustType: 'oneTime',
    usageType: 'monetary',
    amount: { amount: refund.amountFen / 100, units: 'CNY' },
    bucket: { id: refund.bucketId },
    logicalResource: [{ id: msisdn }],
    relatedParty: [customer(msisdn)],
  };
}
