/** Picks the operator's systems: the built-in demo, or another process at `BSS_URL`. */
import { createDemoInbox } from '../adapters/operator/demo-inbox.js';
import { createDemoOperator } from '../adapters/operator/demo-operator.js';
import type { Operator } from '../adapters/operator/demo-operator.js';
import { createHttpOperator } from '../adapters/operator/http-operator.js';
import { castMembers } from '../adapters/operator/cast.js';
import type { CastMember } from '../adapters/operator/cast.js';
import type { DemoInbox } from '../adapters/operator/demo-inbox.js';
import type { OrderBook } from '../ports/order-book.js';
import type { Clock } from '../ports/clock.js';
import type { Settings } from './settings.js';

export interface ChosenOperator extends Operator, DemoInbox {
  readonly cast: readonly CastMember[];
}

/** `orderBook` keeps what the demo's subscribers ordered; a real operator keeps its own. */
export function chooseOperator(settings: Settings, world: { clock: Clock; orderBook: OrderBook }): ChosenOperator {
  const { clock, orderBook } = world;
  if (settings.businessSystemUrl === null) return createDemoOperator({ clock, orderBook });
  return { ...createHttpOperator({ url: settings.businessSystemUrl }), ...createDemoInbox(clock), cast: castMembers() };
}
