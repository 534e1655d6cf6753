/** What changes between one process and many: the store, the bus, the locks and the limits. */
import type { Store } from '../adapters/store/store.js';
import type { Bus } from '../ports/bus.js';
import type { RateLimit } from '../ports/rate-limit.js';
import type { TurnLock } from '../ports/turn-lock.js';

export interface Facilities {
  readonly store: Store;
  readonly bus: Bus;
  readonly turnLock: TurnLock;
  readonly rateLimit: RateLimit;
  /** True when no other process shares the store: a restart then means that everybody was away. */
  readonly isAlone: boolean;
  close(): Promise<void>;
}
