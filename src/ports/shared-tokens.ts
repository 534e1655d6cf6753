/**
 * Access tokens of outside platforms, shared by all nodes.
 *
 * Promises: of many that find a token missing or old at once, one fetches a new one and the others get what it fetched; a
 * fetcher that dies is replaced after 10 s.
 */
export interface FetchedToken {
  readonly value: string;
  /** Epoch ms until which it may be used. */
  readonly expiresAt: number;
}

export interface SharedTokens {
  /** Null when nobody fetched it yet or it is no longer good at `now`. */
  read(name: string, now: number): Promise<string | null>;
  /** True for the one that is to fetch it, until `now` + 10 s. */
  mayFetch(name: string, now: number): Promise<boolean>;
  keep(name: string, token: FetchedToken): Promise<void>;
  /** The platform says that this very value is no longer good. */
  forget(name: string, value: string): Promise<void>;
}
