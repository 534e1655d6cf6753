/** Picks the operator's systems: the built-in demo, or those behind TM Forum Open APIs at `BSS_URL`. */
import { createDemoInbox } from '../adapters/operator/demo-inbox.js';
import { createDemoOperator } from '../adapters/operator/demo-operator.js';
import type { Operator } from '../adapters/operator/demo-operator.js';
import { clientCredentialsAccess, fixedAccess, type Access } from '../adapters/operator/tmf/access.js';
import { createTmfOperator } from '../adapters/operator/tmf/tmf-operator.js';
import { castMembers } from '../adapters/operator/cast.js';
import type { CastMember } from '../adapters/operator/cast.js';
import type { DemoInbox } from '../adapters/operator/demo-inbox.js';
import type { OrderBook } from '../ports/order-book.js';
import type { Clock } from '../ports/clock.js';
import type { Logger } from '../telemetry/logger.js';
import type { Metrics } from '../telemetry/metrics.js';
import type { BusinessSystemSettings, Settings } from './settings.js';

export interface ChosenOperator extends Operator, DemoInbox {
  readonly cast: readonly CastMember[];
}

interface OperatorWorld {
  readonly clock: Clock;
  /** Keeps what the demo's subscribers ordered; a real operator keeps its own. */
  readonly orderBook: OrderBook;
  readonly metrics: Metrics;
  readonly logger: Logger;
}

export function chooseOperator({ businessSystem }: Settings, world: OperatorWorld): ChosenOperator {
  const { clock, orderBook, metrics, logger } = world;
  if (businessSystem === null) return createDemoOperator({ clock, orderBook });
  const operator = createTmfOperator({
    url: businessSystem.url,
    access: accessTo(businessSystem, clock),
    clock,
    onDropped({ api, verdict, count }) {
      metrics.foreignRecords.inc({ verdict }, count);
      logger.error({ api, verdict, count }, 'the business system answered with records that are not this subscriber\'s: they were dropped');
    },
  });
  return { ...operator, ...createDemoInbox(clock), cast: castMembers() };
}

function accessTo({ token, oauth }: BusinessSystemSettings, clock: Clock): Access {
  return oauth === null ? fixedAccess(token) : clientCredentialsAccess(oauth, clock);
}
