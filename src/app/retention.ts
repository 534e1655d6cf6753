/** Puts together what takes out of the record what was kept long enough. */
import { RetentionSweep } from '../conversation/retention.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Logger } from '../telemetry/logger.js';
import type { Facilities } from './facilities.js';
import type { Settings } from './settings.js';

export function createRetention({ retention: days }: Pick<Settings, 'retention'>, { facilities, ...world }: { facilities: Facilities; clock: Clock; ids: Ids; logger: Logger }): RetentionSweep {
  const { store, bus, turnLock } = facilities;
  const { clock, ids, logger } = world;
  return new RetentionSweep({
    ...{ days, bus, turnLock, clock, ids },
    ...{ retention: store.retention, attachments: store.attachments, audit: store.audit },
    onTrouble: (error) => logger.error({ error }, 'what was kept long enough could not be removed'),
  });
}
