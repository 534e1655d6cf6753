/** A whole operator for trying things out: twenty accounts with stories, its catalogue, orders, network and text messages. */
import { ProductError } from '../../domain/errors.js';
import type { Msisdn } from '../../domain/ids.js';
import type { BusinessSystem } from '../../ports/business-system.js';
import type { Clock } from '../../ports/clock.js';
import type { OrderBook } from '../../ports/order-book.js';
import type { ProductCatalogue } from '../../ports/product-catalogue.js';
import type { ServiceNetwork } from '../../ports/service-network.js';
import type { ServiceOrders } from '../../ports/service-orders.js';
import { documentOf, type AccountDocument } from './account-document.js';
import { DemoAccounts } from './accounts.js';
import { castMembers, type CastMember } from './cast.js';
import { demoCatalogue } from './catalogue.js';
import { createDemoBusinessSystem } from './demo-business-system.js';
import { createDemoInbox, type DemoInbox } from './demo-inbox.js';
import { createDemoNetwork } from './demo-network.js';
import { createDemoOrders } from './demo-orders.js';
import { createMemoryOrderBook } from './memory-order-book.js';

/** The accounts everybody sees unless another seed is asked for. */
export const DEFAULT_SEED = 20_260_701;

export interface Operator {
  readonly businessSystem: BusinessSystem;
  readonly catalogue: ProductCatalogue;
  readonly orders: ServiceOrders;
  readonly network: ServiceNetwork;
  /** The account as stored; null for a number that is not of the cast. */
  account(msisdn: string): Promise<AccountDocument | null>;
}

export interface DemoOperator extends Operator, DemoInbox {
  readonly cast: readonly CastMember[];
}

export function createDemoOperator(world: { clock: Clock; seed?: number; orderBook?: OrderBook }): DemoOperator {
  const { clock, seed = DEFAULT_SEED, orderBook = createMemoryOrderBook() } = world;
  const accounts = new DemoAccounts({ clock, seed, orders: orderBook });
  const network = createDemoNetwork(accounts);
  return {
    businessSystem: createDemoBusinessSystem(accounts),
    catalogue: demoCatalogue,
    orders: createDemoOrders(accounts),
    network,
    ...createDemoInbox(clock),
    cast: castMembers(),
    async account(msisdn) {
      try {
        const now = await accounts.of(msisdn as Msisdn);
        return documentOf(now, accounts.asOf(), await network.tickets(msisdn as Msisdn));
      } catch (problem) {
        if (problem instanceof ProductError && problem.code === 'not-found') return null;
        throw problem;
      }
    },
  };
}
