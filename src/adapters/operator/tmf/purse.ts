/** Money and points in the account (TMF654): buckets, what was paid in, what was given back. */
import type { z } from 'zod';
import type { Balance, Payment, Points, ReadList } from '../../../domain/account.js';
import { dayOf } from '../../../domain/calendar.js';
import { sumFen, type Fen } from '../../../domain/money.js';
import type { Msisdn } from '../../../domain/ids.js';
import { fenOf, malformed } from './amounts.js';
import { API, CREDIT_LIMIT, POINTS } from './profile.js';
import type { Reader } from './reader.js';
import { adjustment, balanceBucket, topUp } from './shapes.js';
import { oneOf } from './words-of.js';

type Bucket = z.output<typeof balanceBucket>;

const WAYS = ['app', 'wechat', 'alipay', 'bank', 'store', 'auto', 'refund'] as const satisfies readonly Payment['way'][];
const STATES: ReadonlyMap<string, Payment['state']> = new Map([['completed', 'arrived'], ['created', 'pending'], ['failed', 'failed'], ['cancelled', 'failed']]);

export class Purse {
  constructor(
    private readonly reader: Reader,
    private readonly world: {
      /** Rejects with `not-found` for a number that is nobody's. */
      readonly mustExist: (msisdn: Msisdn) => Promise<void>;
      readonly owedFen: (msisdn: Msisdn) => Promise<Fen>;
    },
  ) {}

  async balance(msisdn: Msisdn): Promise<Balance> {
    const [{ at, list }, owedFen] = await Promise.all([this.#buckets(msisdn), this.world.owedFen(msisdn)]);
    const money = list.filter(isMoney);
    if (money.length === 0) return this.#without(msisdn, 'money');
    const ends = money.flatMap(({ validFor }) => (validFor?.endDateTime === undefined ? [] : [validFor.endDateTime]));
    return {
      asOf: at,
      balanceFen: sumFen(money.map(amountOf)),
      creditFen: sumFen(list.filter(isCredit).map(amountOf)),
      owedFen,
      expiresOn: ends.length === 0 ? null : dayOf(Math.min(...ends)),
    };
  }

  async moneyBucket(msisdn: Msisdn): Promise<string> {
    const bucket = (await this.#buckets(msisdn)).list.find(isMoney);
    return bucket === undefined ? this.#without(msisdn, 'money') : bucket.id;
  }

  async points(msisdn: Msisdn): Promise<Points> {
    const { at, list } = await this.#buckets(msisdn);
    const buckets = list.filter(({ usageType, remainingValue }) => usageType === 'other' && remainingValue?.units === POINTS);
    if (buckets.length === 0) return this.#without(msisdn, 'points');
    const pointsIn = (bucket: Bucket): number => Math.round(bucket.remainingValue?.amount ?? 0);
    const [soonest] = buckets
      .flatMap((bucket) => (bucket.validFor?.endDateTime === undefined ? [] : [{ end: bucket.validFor.endDateTime, points: pointsIn(bucket) }]))
      .sort((one, other) => one.end - other.end);
    return {
      asOf: at,
      total: buckets.reduce((sum, bucket) => sum + pointsIn(bucket), 0),
      expiring: soonest === undefined ? null : { points: soonest.points, on: dayOf(soonest.end) },
    };
  }

  async payments(msisdn: Msisdn, count: number): Promise<ReadList<Payment>> {
    const query = { 'relatedParty.id': msisdn };
    const [paid, back] = await Promise.all([
      this.reader.own(msisdn, { path: `${API.balance}/topupBalance`, query, each: topUp }),
      this.reader.own(msisdn, { path: `${API.balance}/adjustBalance`, query, each: adjustment }),
    ]);
    if (paid.list.length === 0) await this.world.mustExist(msisdn);
    const payments = [...paid.list.map(paymentOf), ...back.list.flatMap(refundOf)].sort((one, other) => other.at - one.at);
    return { asOf: Math.min(paid.at, back.at), list: payments.slice(0, count) };
  }

  async #without(msisdn: Msisdn, what: string): Promise<never> {
    await this.world.mustExist(msisdn);
    throw malformed(`no bucket of ${what}`);
  }

  async #buckets(msisdn: Msisdn): Promise<{ at: number; list: readonly Bucket[] }> {
    const { at, list } = await this.reader.own(msisdn, { path: `${API.balance}/bucket`, query: { 'relatedParty.id': msisdn }, each: balanceBucket });
    return { at, list: list.filter(({ status }) => status !== 'expired') };
  }
}

const isCredit = (bucket: Bucket): boolean => bucket.usageType === 'monetary' && bucket['@type'] === CREDIT_LIMIT;
const isMoney = (bucket: Bucket): boolean => bucket.usageType === 'monetary' && bucket['@type'] !== CREDIT_LIMIT;

function amountOf({ remainingValue }: Bucket): Fen {
  if (remainingValue === undefined) throw malformed('a bucket of money without an amount');
  return fenOf(remainingValue.amount, remainingValue.units);
}

function paymentOf(record: z.output<typeof topUp>): Payment {
  const at = record.confirmationDate ?? record.requestedDate;
  const state = STATES.get(record.status);
  if (at === undefined || state === undefined) throw malformed('a payment without a time or state');
  return { id: record.id, at, amountFen: fenOf(record.amount.amount, record.amount.units), way: oneOf(WAYS, record.paymentMethod?.name, 'bank'), state };
}

/** Only what was given: an adjustment may also take. */
function refundOf(record: z.output<typeof adjustment>): readonly Payment[] {
  const at = record.confirmationDate ?? record.requestedDate;
  const amountFen = fenOf(record.amount.amount, record.amount.units);
  return record.status === 'completed' && amountFen > 0 && at !== undefined ? [{ id: record.id, at, amountFen, way: 'refund', state: 'arrived' }] : [];
}
