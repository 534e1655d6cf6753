/** Fresh identifiers and secrets. */
export interface Ids {
  /** Sortable by time of making, 26 characters, safe in addresses. */
  next(): string;
  /** Unguessable, `bytes` of entropy, base64url. */
  secret(bytes: number): string;
  /** Uniform decimal digits, zeros kept. */
  digits(count: number): string;
}
