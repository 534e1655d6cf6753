/** A subscriber's products (TMF637): the line itself, the plan in force and to come, what was added. */
import type { z } from 'zod';
import type { LineStatus, Plan, PlanHolding, Profile, Product, Subscription } from '../../../domain/account.js';
import { dayOf } from '../../../domain/calendar.js';
import { ProductError } from '../../../domain/errors.js';
import type { Msisdn } from '../../../domain/ids.js';
import type { ProductCatalogue } from '../../../ports/product-catalogue.js';
import { fenOf, malformed } from './amounts.js';
import { API, LINE } from './profile.js';
import type { Reader, Read } from './reader.js';
import { product as productShape } from './shapes.js';
import { characteristic, isTrue, nameOf, oneOf } from './words-of.js';

type Held = z.output<typeof productShape>;

const STATUSES = ['active', 'outgoing-suspended', 'suspended', 'lost-suspended', 'paused'] as const satisfies readonly LineStatus[];
const TIERS = ['standard', 'silver', 'gold', 'business'] as const satisfies readonly Profile['tier'][];
const GONE = new Set(['terminated', 'cancelled', 'aborted', 'aborted ']);

const dayOrNull = (at: number | undefined): string | null => (at === undefined ? null : dayOf(at));

/** A product of this account in the catalogue's words. */
interface HeldOffer<Offer> {
  readonly held: Held;
  readonly offer: Offer;
}

export class Line {
  constructor(
    private readonly reader: Reader,
    private readonly catalogue: ProductCatalogue,
  ) {}

  /** Everybody has a line: a number without a product is nobody's. */
  async products(msisdn: Msisdn): Promise<Read<Held>> {
    const read = await this.reader.own(msisdn, { path: `${API.inventory}/product`, query: { 'relatedParty.id': msisdn }, each: productShape });
    if (read.isMissing) throw new ProductError('unavailable', 'the business system keeps no products');
    if (read.list.length === 0) throw new ProductError('not-found', 'no such number');
    return read;
  }

  async profile(msisdn: Msisdn): Promise<Profile> {
    const [{ list }, { plan }] = await Promise.all([this.products(msisdn), this.holding(msisdn)]);
    const line = list.find((held) => held.productSpecification?.id === LINE) ?? list[0];
    if (line === undefined) throw new ProductError('not-found', 'no such number');
    const said = (name: string): string | null => characteristic(line.productCharacteristic, name);
    // One that has ended binds nobody.
    const today = dayOf(this.reader.now());
    const term = line.productTerm.find(({ validFor }) => validFor?.endDateTime !== undefined && dayOf(validFor.endDateTime) >= today);
    return {
      msisdn,
      name: line.relatedParty.find(({ name }) => name !== undefined && name !== '')?.name ?? '',
      city: said('city') ?? '',
      region: line.place[0]?.name ?? said('city') ?? '',
      tier: oneOf(TIERS, said('tier'), 'standard'),
      isElder: isTrue(said('elder')),
      isRealNameVerified: isTrue(said('realNameVerified')),
      status: oneOf(STATUSES, said('lineStatus'), (line.status ?? 'active') === 'active' ? 'active' : 'suspended'),
      activatedOn: dayOrNull(line.startDate) ?? '',
      contract:
        term?.validFor?.endDateTime === undefined
          ? null
          : { name: nameOf(term, 'contract'), from: dayOrNull(term.validFor.startDateTime) ?? '', to: dayOf(term.validFor.endDateTime), monthlyFen: plan.monthlyFen },
      hasBroadband: plan.broadbandMbps > 0 || isTrue(said('broadband')),
    };
  }

  async holding(msisdn: Msisdn): Promise<PlanHolding> {
    const [{ at, list }, plans] = await Promise.all([this.products(msisdn), this.catalogue.plans()]);
    const held = offersOf<Plan>(list, plans);
    const isComing = ({ held: { startDate, status } }: HeldOffer<Plan>): boolean => status === 'pendingActive' || (startDate ?? 0) > this.reader.now();
    const current = held.find((one) => !isComing(one));
    if (current === undefined) throw malformed('an account without a plan of the catalogue');
    const next = held.find(isComing);
    return {
      asOf: at,
      plan: current.offer,
      since: dayOrNull(current.held.startDate) ?? '',
      next: next?.held.startDate === undefined ? null : { plan: next.offer, from: dayOf(next.held.startDate) },
    };
  }

  async subscriptions(msisdn: Msisdn): Promise<{ asOf: number; list: readonly Subscription[] }> {
    const [{ at, list }, products] = await Promise.all([this.products(msisdn), this.catalogue.products()]);
    const extras = products.filter(({ kind }) => kind === 'extra');
    return { asOf: at, list: offersOf<Product>(list, extras).map(subscriptionOf) };
  }
}

function offersOf<Offer extends { readonly id: string }>(list: readonly Held[], offers: readonly Offer[]): readonly HeldOffer<Offer>[] {
  return list.flatMap((held) => {
    const offer = offers.find(({ id }) => id === held.productOffering?.id);
    return offer === undefined || GONE.has(held.status ?? 'active') ? [] : [{ held, offer }];
  });
}

function subscriptionOf({ held, offer }: HeldOffer<Product>): Subscription {
  const charged = held.productPrice.find(({ price }) => price?.taxIncludedAmount !== undefined)?.price?.taxIncludedAmount;
  const trial = held.productTerm.find(({ name }) => name === 'free');
  return {
    productId: offer.id,
    name: offer.name,
    priceFen: charged === undefined ? offer.priceFen : fenOf(charged.value, charged.unit),
    since: dayOrNull(held.startDate) ?? '',
    isFreeUntil: dayOrNull(trial?.validFor?.endDateTime),
    endsOn: dayOrNull(held.terminationDate),
  };
}
