/** A whole demo account as one document: money in fields ending in `Fen`, data in fields ending in `Mb`. */
import type { Ticket, UsageBucket } from '../../domain/account.js';
import type { AccountNow } from './accounts.js';
import type { CastMember } from './cast.js';

export interface AccountDocument {
  readonly msisdn: string;
  /** ISO time of reading. */
  readonly asOf: string;
  readonly story: CastMember['story'];
  readonly [field: string]: unknown;
}

function bucketDocument(bucket: UsageBucket): Record<string, unknown> {
  const { id, name, scope, source, resetsOn, total, used } = bucket;
  const left = Math.max(0, total - used);
  const volumes =
    bucket.measure === 'data'
      ? { totalMb: total, usedMb: used, leftMb: left }
      : bucket.measure === 'voice'
        ? { totalMinutes: total, usedMinutes: used, leftMinutes: left }
        : { totalCount: total, usedCount: used, leftCount: left };
  return { id, name, measure: bucket.measure, scope, source, resetsOn, ...volumes };
}

/** The unblocking code is left out: it is a secret, not a figure. */
export function documentOf(now: AccountNow, asOf: number, tickets: readonly Ticket[]): AccountDocument {
  const { account, era } = now;
  return {
    msisdn: era.script.msisdn,
    asOf: new Date(asOf).toISOString(),
    story: era.script.story,
    profile: account.profile,
    plan: account.holding,
    balance: account.balance,
    openingBalanceFen: account.openingBalanceFen,
    usage: { isThrottled: account.usage.isThrottled, buckets: account.usage.buckets.map(bucketDocument) },
    bills: account.bills,
    payments: account.payments.map((payment) => ({ ...payment, at: new Date(payment.at).toISOString() })),
    subscriptions: account.subscriptions,
    points: account.points,
    tickets,
  };
}
