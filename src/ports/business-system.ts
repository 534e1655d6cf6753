/**
 * Reads one subscriber's account from the operator's systems.
 *
 * Promises: every answer is about `msisdn` and nobody else; money is whole fen; `asOf` is when the system read it.
 * Rejects with `ProductError('not-found')` for an unknown number and `ProductError('unavailable')` when the system
 * does not answer in time: callers say so and never guess.
 */
import type { Balance, Bill, CallRecord, Payment, PlanHolding, Points, Profile, ReadList, Subscription, Usage } from '../domain/account.js';
import type { Msisdn } from '../domain/ids.js';

export interface BusinessSystem {
  profile(msisdn: Msisdn): Promise<Profile>;
  balance(msisdn: Msisdn): Promise<Balance>;
  usage(msisdn: Msisdn): Promise<Usage>;
  /** The last issued bills, newest first, at most `count` (6 are kept). */
  bills(msisdn: Msisdn, count: number): Promise<readonly Bill[]>;
  /** Newest first. */
  payments(msisdn: Msisdn, count: number): Promise<ReadList<Payment>>;
  planHolding(msisdn: Msisdn): Promise<PlanHolding>;
  subscriptions(msisdn: Msisdn): Promise<ReadList<Subscription>>;
  points(msisdn: Msisdn): Promise<Points>;
  /** Newest first; step-up verification is the caller's duty. */
  callRecords(msisdn: Msisdn, month: string): Promise<ReadList<CallRecord>>;
}
