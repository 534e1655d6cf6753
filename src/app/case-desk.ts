/** Puts the cases' room on its ports. */
import { openCaseDesk } from '../cases/case-desk.js';
import type { CaseDesk } from '../cases/case-desk.js';
import { CASE_RULES } from '../domain/case-rules.js';
import type { Operator } from '../adapters/operator/demo-operator.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { Logger } from '../telemetry/logger.js';
import type { Facilities } from './facilities.js';

export interface CaseDeskParts {
  readonly facilities: Pick<Facilities, 'store' | 'bus'>;
  readonly operator: Operator;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly logger: Logger;
}

export function createCaseDesk({ facilities: { store, bus }, operator, clock, ids, logger }: CaseDeskParts): CaseDesk {
  return openCaseDesk({
    ...{ book: store.cases, log: store.log, waitingLine: store.line, audit: store.audit, bus, clock, ids },
    ...{ business: operator.businessSystem, orders: operator.orders },
    rules: () => Promise.resolve(CASE_RULES),
    onTrouble: (error, what) => logger.error({ error }, what),
  });
}
