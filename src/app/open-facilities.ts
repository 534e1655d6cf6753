/** Picks one process or one node of many. */
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Logger } from '../telemetry/logger.js';
import { openCluster } from './cluster.js';
import type { Facilities } from './facilities.js';
import type { Settings } from './settings.js';
import { openSingleProcess } from './single-process.js';

/** `REDIS_URL` makes this process one node of many. */
export function openFacilities(settings: Settings, world: { clock: Clock; ids: Ids; logger: Logger }): Promise<Facilities> {
  return settings.redisUrl === null ? openSingleProcess(settings, world) : openCluster(settings, settings.redisUrl, world);
}
