/** Counts what somebody does, within the one process there is. */
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ProductError } from '../../domain/errors.js';
import type { RateLimit } from '../../ports/rate-limit.js';

/** At most `points` in `windowSeconds`, for each key. */
export type RateBuckets = Readonly<Record<string, { readonly points: number; readonly windowSeconds: number }>>;

export class MemoryRateLimit implements RateLimit {
  readonly #limiters: ReadonlyMap<string, RateLimiterMemory>;

  constructor(buckets: RateBuckets) {
    const limiters = Object.entries(buckets).map(([name, { points, windowSeconds }]) => {
      return [name, new RateLimiterMemory({ keyPrefix: name, points, duration: windowSeconds })] as const;
    });
    this.#limiters = new Map(limiters);
  }

  async take(bucket: string, key: string): Promise<{ readonly allowed: boolean; readonly retryAfterMs: number }> {
    const limiter = this.#limiters.get(bucket);
    // A name nobody configured is a mistake in the program and must not mean "no limit".
    if (limiter === undefined) throw new ProductError('internal', `no rate is configured for ${bucket}`);
    try {
      await limiter.consume(key);
      return { allowed: true, retryAfterMs: 0 };
    } catch (refused) {
      if (refused instanceof RateLimiterRes) return { allowed: false, retryAfterMs: Math.max(1, refused.msBeforeNext) };
      throw refused;
    }
  }
}
