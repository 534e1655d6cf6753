/**
 * How far each account's messages were fetched from a platform that only says that there are some.
 *
 * Promises: one fetches for an account at a time, whichever node it is; only the holder of a running lease moves the cursor. What was
 * announced stays due until somebody who began later has fetched everything, through crashes too.
 */
export interface SyncPlace {
  readonly account: string;
  /** Empty before the first page was taken. */
  readonly cursor: string;
  /** What the newest announcement gave for fetching; null when it gave nothing. */
  readonly token: string | null;
  /** How often something was announced so far. */
  readonly announced: number;
  /** When it was announced for the first time, epoch ms; zero of what was there before that was kept. */
  readonly since: number;
}

export interface SyncLease {
  readonly holder: string;
  readonly now: number;
  readonly until: number;
}

export interface SyncCursors {
  /** Something new lies there. Durable when it resolves. */
  announce(account: string, token: string | null, now: number): Promise<void>;
  /** All accounts ever announced. */
  accounts(): Promise<readonly string[]>;
  /** Null while somebody else fetches, and until the time it was put off to. */
  claim(account: string, lease: SyncLease): Promise<SyncPlace | null>;
  /** A page is taken: moves the cursor and renews the lease. False when the lease was lost. */
  moved(account: string, cursor: string, lease: SyncLease): Promise<boolean>;
  /** The page under way takes longer: the lease holds until then. False when it was lost. */
  renew(account: string, lease: SyncLease): Promise<boolean>;
  /** Gives the lease back; everything announced up to `fetched` is there. Until `notBefore` (epoch ms) nobody tries again. */
  release(account: string, holder: string, end: { readonly fetched: number; readonly notBefore: number }): Promise<void>;
  /** Accounts with something announced and not fetched that may be fetched now. */
  due(now: number): Promise<readonly string[]>;
}
