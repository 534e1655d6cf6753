/**
 * Changes to a subscriber's account. `orderKey` makes a change happen once: the same key again answers as the first time did.
 * What is committed is what was shown: when price, first day or bond have moved since `prepare`, nothing is done.
 * A refusal is `conflict` with one of `OBSTACLES` or `changed-meanwhile` as its detail, or `not-found` for an unknown target.
 */
import type { PreparedChange } from '../domain/account.js';
import type { Refusal } from '../domain/errors.js';
import type { Msisdn } from '../domain/ids.js';
import type { Fen } from '../domain/money.js';

export interface ServiceOrders {
  /** What would happen; changes nothing. Refused with `conflict` and a reason when it may not be done. */
  prepare(msisdn: Msisdn, kind: PreparedChange['kind'], targetId: string): Promise<PreparedChange | Refusal>;
  /** Money back to the account. Of several with one key the first is paid, and answers for all. */
  refund(msisdn: Msisdn, refund: { readonly month: string; readonly itemCode: string; readonly amountFen: Fen }, orderKey: string): Promise<{ readonly orderId: string } | Refusal>;
  commit(msisdn: Msisdn, change: PreparedChange, orderKey: string): Promise<{ readonly orderId: string } | Refusal>;
}

export const OBSTACLES = [
  'arrears',
  'contract',
  'senior-only',
  'students-only',
  'business-only',
  'withdrawn',
  'already-so',
  'not-held',
  'line-not-active',
] as const;
export type Obstacle = (typeof OBSTACLES)[number];
