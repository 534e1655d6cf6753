/**
 * Posts to an address that somebody entered.
 *
 * Promises: only `https:` addresses (and `http:` ones of hosts that the operator named) are called, and only where they lead outside: an
 * address that resolves to this machine or a private network is refused after resolving, unless its host was named. No redirect is
 * followed. Never throws for what the other side does.
 */
export interface Posted {
  /** Null when nobody answered. */
  readonly status: number | null;
  readonly error: string | null;
}

export interface OutboundCalls {
  /** Null when the address may be called as far as its text tells; else why not. */
  objectionTo(url: string): string | null;
  post(url: string, body: string, headers: Readonly<Record<string, string>>): Promise<Posted>;
}
