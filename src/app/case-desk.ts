/** Puts the cases' room on its ports. */
import { openCaseDesk } from '../cases/case-desk.js';
import type { CaseDesk } from '../cases/case-desk.js';
import type { Operator } from '../adapters/operator/demo-operator.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { SettingsInForce } from '../ports/settings-in-force.js';
import type { Logger } from '../telemetry/logger.js';
import type { Facilities } from './facilities.js';

export interface CaseDeskParts {
  readonly facilities: Pick<Facilities, 'store' | 'bus'>;
  readonly operator: Operator;
  readonly settings: SettingsInForce;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
}

export function createCaseDesk({ facilities: { store, bus }, operator, settings, clock, ids, logger }: CaseDeskParts): CaseDesk {
  return openCaseDesk({
    ...{ book: store.cases, log: store.log, waitingLine: store.line, board: store.presence, staff: store.staff, errands: store.errands, bus, clock, ids },
    ...{ business: operator.businessSystem, orders: operator.orders },
    rules: () => settings.current('cases'),
    onTrouble: (error, what) => logger.error({ error }, what),
  });
}
