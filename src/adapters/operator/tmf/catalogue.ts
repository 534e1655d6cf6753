/** What is sold (TMF620): offerings by category, their prices, allowances and successors. */
import type { z } from 'zod';
import type { Plan, PriceList, Product } from '../../../domain/account.js';
import { dayOf } from '../../../domain/calendar.js';
import type { Fen } from '../../../domain/money.js';
import type { ProductCatalogue } from '../../../ports/product-catalogue.js';
import { fenOf, malformed, volumeOf } from './amounts.js';
import { API } from './profile.js';
import type { Reader } from './reader.js';
import { offering, offeringPrice } from './shapes.js';
import { isTrue, nameOf, oneOf } from './words-of.js';

type Offering = z.output<typeof offering>;
type OfferingPrice = z.output<typeof offeringPrice>;

interface Shelf {
  readonly offerings: readonly Offering[];
  readonly prices: ReadonlyMap<string, OfferingPrice>;
}

const AUDIENCES = ['all', 'senior', 'student', 'business'] as const satisfies readonly Plan['audience'][];
const MEASURES = { dataAllowance: 'data', voiceAllowance: 'voice', smsAllowance: 'sms' } as const;

const isIn = (one: Offering, category: string): boolean => one.category.some(({ id, name }) => id === category || name === category);

function valueOf(one: Offering, name: string): { value: string; units: string } | null {
  const found = one.prodSpecCharValueUse.find((use) => use.name === name)?.productSpecCharacteristicValue[0];
  return found === undefined ? null : { value: found.value, units: found.unitOfMeasure ?? '' };
}

function allowance(one: Offering, name: keyof typeof MEASURES): number {
  const found = valueOf(one, name);
  return found === null ? 0 : volumeOf(MEASURES[name], { amount: Number(found.value), units: found.units });
}

/** Of the price that repeats, or of the only one. */
function pricesOf(one: Offering, { prices }: Shelf): readonly OfferingPrice[] {
  return one.productOfferingPrice.flatMap((held) => {
    const price = held.id === undefined ? undefined : prices.get(held.id);
    const embedded = offeringPrice.safeParse({ id: held.id ?? one.id, ...held }).data;
    return embedded?.price !== undefined ? [embedded] : price === undefined ? [] : [price];
  });
}

function priceFen(one: Offering, shelf: Shelf): Fen {
  const found = pricesOf(one, shelf).find(({ price }) => price !== undefined)?.price;
  if (found === undefined) throw malformed('an offering without a price');
  return fenOf(found.value, found.unit);
}

function planOf(one: Offering, shelf: Shelf): Plan {
  const isRetired = one.lifecycleStatus === 'Retired' || one.lifecycleStatus === 'Obsolete';
  const end = one.validFor?.endDateTime;
  return {
    id: one.id,
    name: nameOf(one, one.id),
    monthlyFen: priceFen(one, shelf),
    dataMb: allowance(one, 'dataAllowance'),
    voiceMinutes: allowance(one, 'voiceAllowance'),
    smsCount: allowance(one, 'smsAllowance'),
    broadbandMbps: Number(valueOf(one, 'broadbandMbps')?.value ?? 0) || 0,
    audience: oneOf(AUDIENCES, valueOf(one, 'audience')?.value, 'all'),
    is5g: isTrue(valueOf(one, 'is5g')?.value ?? null),
    withdrawnOn: isRetired && end !== undefined ? dayOf(end) : null,
    successorId: one.productOfferingRelationship.find(({ relationshipType }) => relationshipType === 'successor')?.id ?? null,
  };
}

function productOf(kind: Product['kind'], one: Offering, shelf: Shelf): Product {
  const [price] = pricesOf(one, shelf);
  const cycle = price?.priceType !== 'recurring' ? 'once' : price.recurringChargePeriodType === 'day' ? 'day' : 'month';
  return { id: one.id, kind, name: nameOf(one, one.id), priceFen: priceFen(one, shelf), cycle, dataMb: allowance(one, 'dataAllowance') };
}

function priceListOf(shelf: Shelf): PriceList {
  const rates = shelf.offerings.find((one) => isIn(one, 'usage-rates'));
  if (rates === undefined) throw malformed('no prices of use beyond a plan');
  const rate = (name: string): Fen => {
    const found = pricesOf(rates, shelf).find((price) => price.name === name)?.price;
    if (found === undefined) throw malformed(`no price of ${name}`);
    return fenOf(found.value, found.unit);
  };
  return {
    dataGbFen: rate('data-gb'), voiceMinuteFen: rate('voice-minute'), smsFen: rate('sms'), roamingMbFen: rate('roaming-mb'),
    earlyEndPercent: Number(valueOf(rates, 'earlyEndPercent')?.value ?? 0) || 0,
  };
}

export function tmfCatalogue(reader: Reader): ProductCatalogue {
  const shelf = async (): Promise<Shelf> => {
    const [offerings, prices] = await Promise.all([
      reader.common({ path: `${API.catalogue}/productOffering`, query: {}, each: offering }),
      reader.common({ path: `${API.catalogue}/productOfferingPrice`, query: {}, each: offeringPrice }),
    ]);
    return { offerings: offerings.list, prices: new Map(prices.list.map((price) => [price.id, price])) };
  };
  return {
    async plans() {
      const all = await shelf();
      return all.offerings.filter((one) => isIn(one, 'plan')).map((one) => planOf(one, all));
    },
    async products() {
      const all = await shelf();
      const kinds = ['pack', 'extra', 'roaming'] as const;
      return kinds.flatMap((kind) => all.offerings.filter((one) => isIn(one, kind)).map((one) => productOf(kind, one, all)));
    },
    priceList: async () => priceListOf(await shelf()),
  };
}
