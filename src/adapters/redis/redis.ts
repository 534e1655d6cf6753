/** The Redis room's face: what lets several nodes act as one. Everything here is a hint or a lease; the truth is in the database. */
import { Redis, type CommonRedisOptions } from 'ioredis';
import { ProductError } from '../../domain/errors.js';
import type { Bus } from '../../ports/bus.js';
import type { Clock } from '../../ports/clock.js';
import type { Ids } from '../../ports/ids.js';
import type { RateLimit } from '../../ports/rate-limit.js';
import type { TurnLock } from '../../ports/turn-lock.js';
import type { TroubleLog } from '../system/trouble-log.js';
import { RedisBus } from './bus.js';
import { RedisRateLimit, type RateBuckets } from './rate-limit.js';
import { RedisTurnLock } from './turn-lock.js';

export interface RedisRoomOptions {
  readonly url: string;
  /** Before every key, so that installations may share a server. */
  readonly prefix: string;
  readonly buckets: RateBuckets;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: TroubleLog;
}

export interface RedisRoom {
  readonly bus: Bus;
  readonly turnLock: TurnLock;
  readonly rateLimit: RateLimit;
  /** A further connection that waits for Redis to come back, as the socket adapter wants it; closed with the room. */
  connection(): Redis;
  /** Rejects when Redis does not answer: for readiness. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

const CONNECT_TIMEOUT_MS = 5_000;
/** Longer waiting helps nobody: without Redis each node goes on by itself. */
const COMMAND_TIMEOUT_MS = 1_000;

type OwnOptions = Pick<CommonRedisOptions, 'enableOfflineQueue' | 'commandTimeout' | 'maxRetriesPerRequest' | 'socketTimeout' | 'connectionName'>;

export async function openRedis(options: RedisRoomOptions): Promise<RedisRoom> {
  const connections: Redis[] = [];
  const connect = (own: OwnOptions, lazyConnect = true): Redis => {
    const redis = new Redis(options.url, { ...own, lazyConnect, connectTimeout: CONNECT_TIMEOUT_MS, keepAlive: 10_000, disconnectTimeout: 500, retryStrategy });
    redis.on('error', (error) => options.logger.warn({ err: error }, 'Redis is in trouble'));
    connections.push(redis);
    return redis;
  };
  const disconnect = (): void => {
    for (const redis of connections) redis.disconnect();
  };
  // Without an offline queue: what cannot be asked now is decided here, not later.
  const commands = connect({ enableOfflineQueue: false, commandTimeout: COMMAND_TIMEOUT_MS });
  const readings = connect({ maxRetriesPerRequest: null, socketTimeout: 15_000, connectionName: `${options.prefix}bus` });
  try {
    await Promise.all([commands.connect(), readings.connect()]);
    const bus = await RedisBus.open({ ...options, commands, readings });
    return {
      bus,
      turnLock: new RedisTurnLock({ ...options, commands }),
      rateLimit: new RedisRateLimit({ ...options, commands }),
      connection: () => connect({ maxRetriesPerRequest: null }, false),
      ping: async () => void (await commands.ping()),
      close: async () => {
        await bus.stop();
        disconnect();
      },
    };
  } catch (error) {
    disconnect();
    throw new ProductError('unavailable', 'Redis does not answer', error);
  }
}

function retryStrategy(times: number): number {
  return Math.min(times * 100, 2_000);
}
