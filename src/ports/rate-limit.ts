/** Counts what somebody does in a window. */
export interface RateLimit {
  /** `allowed: false` says after how many ms to try again. Never rejects: with its store gone it counts locally. */
  take(bucket: string, key: string): Promise<{ readonly allowed: boolean; readonly retryAfterMs: number }>;
}
