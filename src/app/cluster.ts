/** One node of many: PostgreSQL holds the truth, Redis carries hints, leases and limits between the nodes. */
import { openRedis } from '../adapters/redis/redis.js';
import { openStore } from '../adapters/store/store.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Logger } from '../telemetry/logger.js';
import type { Facilities } from './facilities.js';
import { RATE_LIMITS, UNLIMITED } from './rate-limits.js';
import type { Settings } from './settings.js';

/** Before every key, so that other things may share the server. */
const PREFIX = 'jiebang:';

export async function openCluster(settings: Settings, redisUrl: string, world: { clock: Clock; ids: Ids; logger: Logger }): Promise<Facilities> {
  const store = await openStore({ databaseUrl: settings.databaseUrl, dataDir: settings.dataDir, ...world });
  const redis = await openRedis({ url: redisUrl, prefix: PREFIX, buckets: RATE_LIMITS, ...world }).catch(async (error: unknown) => {
    await store.close();
    throw error;
  });
  return {
    store,
    bus: redis.bus,
    turnLock: redis.turnLock,
    rateLimit: settings.isRateLimited ? redis.rateLimit : UNLIMITED,
    isAlone: false,
    close: async () => {
      await redis.close();
      await store.close();
    },
  };
}
