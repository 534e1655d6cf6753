/** Picks one process or one node of many; what the other way needs is not even read. */
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Logger } from '../telemetry/logger.js';
import type { Facilities } from './facilities.js';
import type { Settings } from './settings.js';

/** `REDIS_URL` makes this process one node of many. */
export async function openFacilities(settings: Settings, world: { clock: Clock; ids: Ids; logger: Logger }): Promise<Facilities> {
  if (settings.redisUrl === null) return (await import('./single-process.js')).openSingleProcess(settings, world);
  return (await import('./cluster.js')).openCluster(settings, settings.redisUrl, world);
}
