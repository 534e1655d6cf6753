/** Counts what somebody does, on all nodes together; while Redis is away each node counts by itself. */
import type { Redis } from 'ioredis';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';
import { ProductError } from '../../domain/errors.js';
import type { RateLimit } from '../../ports/rate-limit.js';

/** At most `points` in `windowSeconds`, for each key. */
export type RateBuckets = Readonly<Record<string, { readonly points: number; readonly windowSeconds: number }>>;

export interface RedisRateLimitOptions {
  readonly commands: Redis;
  readonly prefix: string;
  readonly buckets: RateBuckets;
}

export class RedisRateLimit implements RateLimit {
  readonly #limiters: ReadonlyMap<string, RateLimiterRedis>;

  constructor({ commands, prefix, buckets }: RedisRateLimitOptions) {
    const limiters = Object.entries(buckets).map(([name, { points, windowSeconds }]) => {
      const limiter = new RateLimiterRedis({
        storeClient: commands,
        keyPrefix: `${prefix}rate:${name}`,
        points,
        duration: windowSeconds,
        rejectIfRedisNotReady: true,
        // Whoever is over the limit is refused from memory: a flood must not become one on Redis.
        inMemoryBlockOnConsumed: points + 1,
        insuranceLimiter: new RateLimiterMemory({ keyPrefix: name, points, duration: windowSeconds }),
      });
      return [name, limiter] as const;
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
