/**
 * Orders and tickets that were placed on the demo accounts, so that a change made in a conversation is still there later.
 *
 * Promises: what `put` resolves with is stored; of several records with one `key` the first is kept, whoever asks.
 */
import type { PreparedChange, Ticket } from '../domain/account.js';
import type { Msisdn } from '../domain/ids.js';
import type { Fen } from '../domain/money.js';

export type OrderRecord = {
  /** The caller's order key, already told apart by number. */
  readonly key: string;
  readonly id: string;
  readonly msisdn: Msisdn;
  /** Epoch ms. */
  readonly at: number;
} & (
  | { readonly kind: PreparedChange['kind']; readonly targetId: string; readonly effectiveOn: string }
  | { readonly kind: 'refund'; readonly month: string; readonly itemCode: string; readonly amountFen: Fen }
  | { readonly kind: 'ticket'; readonly ticketKind: Ticket['kind']; readonly note: string }
);

export interface OrderBook {
  /** Stores the record unless one with its key is there; answers the one that is stored. */
  put(record: OrderRecord): Promise<OrderRecord>;
  /** Oldest first. */
  of(msisdn: Msisdn): Promise<readonly OrderRecord[]>;
}
