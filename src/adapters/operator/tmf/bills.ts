/** Bills and what they consist of (TMF678): a bill whose items do not add up is not told to anybody. */
import type { z } from 'zod';
import type { Bill, BilledUsage, BillItem } from '../../../domain/account.js';
import { dayOf, monthOf } from '../../../domain/calendar.js';
import { sumFen, type Fen } from '../../../domain/money.js';
import type { Msisdn } from '../../../domain/ids.js';
import { fenOf, malformed, volumeOf } from './amounts.js';
import { API, INCLUDED_USAGE } from './profile.js';
import { parsed, type Reader } from './reader.js';
import { billingRate, customerBill } from './shapes.js';
import { characteristic, nameOf } from './words-of.js';
import { verdictOn } from './ownership.js';

type Rate = z.output<typeof billingRate>;
type Invoice = z.output<typeof customerBill>;

const KINDS = ['plan', 'overage-data', 'overage-voice', 'overage-sms', 'extra', 'pack', 'roaming', 'discount', 'broadband', 'other'] as const satisfies readonly BillItem['kind'][];

interface Invoiced {
  readonly id: string;
  readonly month: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly totalFen: Fen;
  readonly paidFen: Fen;
}

export class Bills {
  constructor(
    private readonly reader: Reader,
    private readonly mustExist: (msisdn: Msisdn) => Promise<void>,
  ) {}

  async bills(msisdn: Msisdn, count: number): Promise<readonly Bill[]> {
    const { at, list } = await this.#invoices(msisdn);
    if (list.length === 0) await this.mustExist(msisdn);
    return Promise.all(list.slice(0, count).map((invoice) => this.#whole(msisdn, invoice, at)));
  }

  /** What is left to pay of bills that are past due. */
  async owedFen(msisdn: Msisdn): Promise<Fen> {
    const { list } = await this.#invoices(msisdn);
    const today = dayOf(this.reader.now());
    return sumFen(list.filter(({ dueOn }) => dueOn < today).map(({ totalFen, paidFen }) => totalFen - paidFen));
  }

  /** Newest first. */
  async #invoices(msisdn: Msisdn): Promise<{ at: number; list: readonly Invoiced[] }> {
    const { at, list } = await this.reader.own(msisdn, { path: `${API.bills}/customerBill`, query: { 'relatedParty.id': msisdn }, each: customerBill });
    return { at, list: list.map(invoiceOf).sort((one, other) => other.month.localeCompare(one.month)) };
  }

  /** A rate belongs to the bill it names; one that names another subscriber is nobody's business here. */
  async #whole(msisdn: Msisdn, { id, ...bill }: Invoiced, asOf: number): Promise<Bill> {
    const read = await this.reader.ofParent({ path: `${API.bills}/appliedCustomerBillingRate`, query: { 'bill.id': id }, msisdn });
    const rates = read.filter((record) => verdictOn(record, msisdn) !== 'foreign').map((record) => parsed(billingRate, record)).filter((rate) => rate.bill?.id === id);
    const items = rates.filter(({ type }) => type !== INCLUDED_USAGE).map(itemOf);
    if (sumFen(items.map(({ amountFen }) => amountFen)) !== bill.totalFen) throw malformed('a bill whose items do not add up to its total');
    const used = rates.filter(({ type }) => type === INCLUDED_USAGE);
    return { asOf, ...bill, items, usage: used.length === 0 ? null : usageOf(used) };
  }
}

function invoiceOf(record: Invoice): Invoiced {
  const total = record.taxIncludedAmount ?? record.amountDue;
  const start = record.billingPeriod.startDateTime;
  if (total === undefined || start === undefined) throw malformed('a bill without a total or period');
  const totalFen = fenOf(total.value, total.unit);
  const leftFen = record.remainingAmount === undefined ? totalFen : fenOf(record.remainingAmount.value, record.remainingAmount.unit);
  return {
    id: record.id, month: monthOf(dayOf(start)), issuedOn: dayOf(record.billDate), dueOn: dayOf(record.paymentDueDate), totalFen, paidFen: totalFen - leftFen,
  };
}

function itemOf(rate: Rate): BillItem {
  const said = (name: string): string | null => characteristic(rate.characteristic, name);
  const amountFen = fenOf(rate.taxIncludedAmount.value, rate.taxIncludedAmount.unit);
  const kind = said('kind');
  const amount = Number(said('quantity') ?? Number.NaN);
  return {
    code: said('code') ?? rate.product?.id ?? rate.id,
    name: nameOf(rate, rate.id),
    kind: KINDS.find((one) => one === kind) ?? (amountFen < 0 ? 'discount' : 'other'),
    quantity: Number.isFinite(amount) ? { amount, unit: said('unit') ?? '' } : null,
    amountFen,
  };
}

function usageOf(rates: readonly Rate[]): BilledUsage {
  const quantityOf = (measure: string): { amount: number; units: string } | null => {
    const rate = rates.find(({ characteristic: list }) => characteristic(list, 'measure') === measure);
    return rate === undefined ? null : { amount: Number(characteristic(rate.characteristic, 'quantity')), units: characteristic(rate.characteristic, 'unit') ?? '' };
  };
  const volume = (measure: string, kind: 'data' | 'voice' | 'sms'): number => {
    const found = quantityOf(measure);
    return found === null ? 0 : volumeOf(kind, found);
  };
  return {
    dataMb: volume('data', 'data'), voiceMinutes: volume('voice', 'voice'), smsCount: volume('sms', 'sms'),
    roamingMb: volume('roaming-data', 'data'), roamingDays: quantityOf('roaming-days')?.amount ?? 0,
  };
}
