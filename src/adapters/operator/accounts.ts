/** The demo accounts as of now: each computed once a day, and again after an order. */
import type { Msisdn } from '../../domain/ids.js';
import { ProductError } from '../../domain/errors.js';
import { dayOf } from '../../domain/calendar.js';
import type { Clock } from '../../ports/clock.js';
import type { OrderBook, OrderRecord } from '../../ports/order-book.js';
import { computeAccount, type StoredAccount } from './account.js';
import { CAST } from './cast.js';
import { eraOf, type Era } from './era.js';

export interface AccountNow {
  readonly account: StoredAccount;
  readonly era: Era;
}

interface Kept extends AccountNow {
  readonly orderCount: number;
}

interface Looked {
  readonly at: number;
  readonly orders: readonly OrderRecord[];
}

/** What another node placed is seen this late at most; one's own orders at once. */
const LOOK_AGAIN_MS = 1000;

/** When a system that reads every five minutes last read. */
export function readAt(now: number): number {
  const step = 300_000;
  return Math.floor(now / step) * step;
}

/** Holds at most one computed account for each of the cast. */
export class DemoAccounts {
  readonly #scripts = new Map(CAST.map((script) => [script.msisdn, script]));
  readonly #kept = new Map<string, Kept>();
  readonly #looked = new Map<string, Looked>();
  #placedHere = 0;
  readonly #world: { readonly clock: Clock; readonly seed: number; readonly orders: OrderBook };

  constructor(world: { readonly clock: Clock; readonly seed: number; readonly orders: OrderBook }) {
    this.#world = world;
  }

  now(): number {
    return this.#world.clock.now();
  }

  asOf(): number {
    return readAt(this.now());
  }

  async of(msisdn: Msisdn): Promise<AccountNow> {
    const script = this.#scripts.get(msisdn);
    if (script === undefined) throw new ProductError('not-found', 'no such demo number');
    const now = this.now();
    const looked = this.#looked.get(msisdn);
    const isRecent = looked !== undefined && Math.abs(now - looked.at) < LOOK_AGAIN_MS;
    const placed = isRecent ? looked.orders : await this.placed(msisdn);
    const today = dayOf(now);
    const kept = this.#kept.get(msisdn);
    if (kept !== undefined && kept.era.today === today && kept.orderCount === placed.length) return kept;
    const era = eraOf(script, this.#world.seed, today, placed);
    const fresh = { era, account: computeAccount(era), orderCount: placed.length };
    this.#kept.set(msisdn, fresh);
    return fresh;
  }

  async place(record: OrderRecord): Promise<OrderRecord> {
    const stored = await this.#world.orders.put(record);
    this.#placedHere += 1;
    this.#looked.delete(record.msisdn);
    return stored;
  }

  async placed(msisdn: Msisdn): Promise<readonly OrderRecord[]> {
    const at = this.now();
    const placedBefore = this.#placedHere;
    const orders = await this.#world.orders.of(msisdn);
    // A reading that was overtaken by an order may lack it.
    if (placedBefore === this.#placedHere) this.#looked.set(msisdn, { at, orders });
    return orders;
  }
}
