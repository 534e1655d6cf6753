/** One process with everything in it: the store of its own, and bus, locks and limits in memory. */
import { MemoryBus } from '../adapters/memory/bus.js';
import { MemoryRateLimit } from '../adapters/memory/rate-limit.js';
import { MemoryTurnLock } from '../adapters/memory/turn-lock.js';
import { openStore } from '../adapters/store/store.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Logger } from '../telemetry/logger.js';
import type { Facilities } from './facilities.js';
import { RATE_LIMITS, UNLIMITED } from './rate-limits.js';
import type { Settings } from './settings.js';

export async function openSingleProcess(settings: Settings, world: { clock: Clock; ids: Ids; logger: Logger }): Promise<Facilities> {
  const store = await openStore({ databaseUrl: settings.databaseUrl, dataDir: settings.dataDir, ...world });
  return {
    store,
    bus: new MemoryBus(world.logger),
    turnLock: new MemoryTurnLock(),
    rateLimit: settings.isRateLimited ? new MemoryRateLimit(RATE_LIMITS) : UNLIMITED,
    isAlone: true,
    close: () => store.close(),
  };
}
