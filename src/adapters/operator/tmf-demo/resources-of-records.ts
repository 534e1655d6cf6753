/** Bills, payments, calls and tickets of a demo account as resources of the TM Forum Open APIs. */
import type { Bill, BilledUsage, CallRecord, Payment, Profile, Ticket } from '../../../domain/account.js';
import { firstDay, lastDay } from '../../../domain/calendar.js';
import { moneyOf } from '../tmf/order-body.js';
import { INCLUDED_USAGE } from '../tmf/profile.js';
import { at, from, holder, moneyBucketId, named, until } from './resources-of-account.js';

const billId = (msisdn: string, month: string): string => `${msisdn}-${month}`;
const valued = (values: Readonly<Record<string, string | number>>) => Object.entries(values).map(([name, value]) => ({ name, value: String(value), valueType: 'string' }));

export function customerBillOf(profile: Profile, bill: Bill): object {
  const leftFen = bill.totalFen - bill.paidFen;
  return {
    id: billId(profile.msisdn, bill.month), billNo: billId(profile.msisdn, bill.month), category: 'normal', runType: 'onCycle',
    billDate: from(bill.issuedOn), paymentDueDate: from(bill.dueOn), lastUpdate: at(bill.asOf),
    billingPeriod: { startDateTime: from(firstDay(bill.month)), endDateTime: until(lastDay(bill.month)) },
    taxIncludedAmount: moneyOf(bill.totalFen), amountDue: moneyOf(bill.totalFen), remainingAmount: moneyOf(leftFen),
    state: leftFen === 0 ? 'settled' : bill.paidFen > 0 ? 'partiallyPaid' : 'sent',
    relatedParty: holder(profile),
  };
}

/** Its items, and lines without a charge for what was used. */
export function billingRatesOf(profile: Profile, bill: Bill): readonly object[] {
  const id = billId(profile.msisdn, bill.month);
  const common = { date: from(bill.issuedOn), isBilled: true, bill: { id } };
  const items = bill.items.map((item, index) => ({
    id: `${id}-${index + 1}`, ...named(item.name), type: 'appliedBillingCharge', ...common,
    taxIncludedAmount: moneyOf(item.amountFen),
    characteristic: valued({ code: item.code, kind: item.kind, ...(item.quantity === null ? {} : { quantity: item.quantity.amount, unit: item.quantity.unit }) }),
  }));
  return [...items, ...(bill.usage === null ? [] : usageLines(bill.usage).map((characteristic, index) => ({ id: `${id}-u${index + 1}`, name: '使用量', type: INCLUDED_USAGE, ...common, taxIncludedAmount: moneyOf(0), characteristic })))];
}

function usageLines(usage: BilledUsage): readonly object[] {
  return [
    valued({ measure: 'data', quantity: usage.dataMb, unit: 'MB' }),
    valued({ measure: 'voice', quantity: usage.voiceMinutes, unit: 'min' }),
    valued({ measure: 'sms', quantity: usage.smsCount, unit: 'sms' }),
    valued({ measure: 'roaming-data', quantity: usage.roamingMb, unit: 'MB' }),
    valued({ measure: 'roaming-days', quantity: usage.roamingDays, unit: 'day' }),
  ];
}

const PAYMENT_STATUS = { arrived: 'completed', pending: 'created', failed: 'failed' } as const;

/** A top-up, or the adjustment that money back is. */
export function paymentOf(profile: Profile, payment: Payment): object {
  const bucket = { id: moneyBucketId(profile.msisdn) };
  return {
    id: payment.id, status: PAYMENT_STATUS[payment.state], usageType: 'monetary', amount: { amount: payment.amountFen / 100, units: 'CNY' }, bucket,
    requestedDate: at(payment.at), ...(payment.state === 'arrived' ? { confirmationDate: at(payment.at) } : {}),
    ...(payment.way === 'refund' ? { adjustType: 'oneTime', reason: 'refund' } : { paymentMethod: { id: payment.way, name: payment.way, '@referredType': 'PaymentMethod' } }),
    relatedParty: holder(profile), logicalResource: [{ id: profile.msisdn }],
  };
}

export function usageRecordOf(profile: Profile, call: CallRecord, index: number): object {
  return {
    id: `${profile.msisdn}-${call.at}-${index}`, usageDate: at(call.at), usageType: 'voice', status: 'rated', relatedParty: holder(profile),
    usageCharacteristic: valued({ direction: call.direction, peer: call.peer, seconds: call.seconds }),
    ratedProductUsage: [{ taxIncludedRatingAmount: moneyOf(call.amountFen), isTaxExempt: false }],
  };
}

const TICKET_STATUS = { open: 'acknowledged', 'in-progress': 'inProgress', solved: 'resolved', closed: 'closed' } as const;

export function troubleTicketOf(profile: Profile, ticket: Ticket): object {
  return {
    id: ticket.id, ...named(ticket.title), ticketType: ticket.kind, severity: 'Minor', description: ticket.title['zh-CN'], status: TICKET_STATUS[ticket.state],
    creationDate: at(ticket.createdAt), expectedResolutionDate: at(ticket.dueAt), relatedParty: holder(profile),
    note: ticket.steps.map((step, index) => ({ id: String(index + 1), date: at(step.at), text: step.text['zh-CN'], texts: step.text })),
  };
}
