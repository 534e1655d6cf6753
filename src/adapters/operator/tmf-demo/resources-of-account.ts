/** A demo account as resources of the TM Forum Open APIs: products, buckets, consumption. */
import type { Balance, PlanHolding, Points, Product, Profile, Subscription, Usage, UsageBucket } from '../../../domain/account.js';
import type { Localised } from '../../../domain/locale.js';
import { startOfDay } from '../../../domain/calendar.js';
import { moneyOf } from '../tmf/order-body.js';
import { CREDIT_LIMIT, LINE, PACK, POINTS, ROAMING_BUCKET } from '../tmf/profile.js';

const DAY_MS = 86_400_000;

export const at = (ms: number): string => new Date(ms).toISOString();
export const from = (day: string): string => at(startOfDay(day));
/** The last second of a day. */
export const until = (day: string): string => at(startOfDay(day) + DAY_MS - 1000);
export const named = (name: Localised): { name: string; names: Localised } => ({ name: name['zh-CN'], names: name });
export const holder = ({ msisdn, name }: Pick<Profile, 'msisdn' | 'name'>) => [{ id: msisdn, name, role: 'customer', '@referredType': 'Individual' }];
const characteristics = (values: Readonly<Record<string, string | boolean>>) => Object.entries(values).map(([name, value]) => ({ name, value: String(value), valueType: 'string' }));

interface Holdings {
  readonly profile: Profile;
  readonly holding: PlanHolding;
  readonly subscriptions: readonly Subscription[];
}

/** The line, the plan, the plan to come, and the extras. */
export function productsOf({ profile, holding, subscriptions }: Holdings): readonly object[] {
  const { msisdn, contract, region } = profile;
  const relatedParty = holder(profile);
  const monthly = (fen: number) => [{ priceType: 'recurring', recurringChargePeriod: 'month', price: { taxIncludedAmount: moneyOf(fen) } }];
  const planProduct = (id: string, { plan, since, status }: { plan: PlanHolding['plan']; since: string; status: string }) => ({
    id, ...named(plan.name), status, startDate: from(since), productOffering: { id: plan.id, name: plan.name['zh-CN'] }, productPrice: monthly(plan.monthlyFen), relatedParty,
  });
  return [
    {
      id: `${msisdn}-line`, name: msisdn, productSerialNumber: msisdn, status: profile.status === 'active' ? 'active' : 'suspended', startDate: from(profile.activatedOn),
      productSpecification: { id: LINE }, place: [{ name: region, role: 'home', '@referredType': 'GeographicSite' }], relatedParty,
      productCharacteristic: characteristics({
        lineStatus: profile.status, tier: profile.tier, city: profile.city, elder: profile.isElder, realNameVerified: profile.isRealNameVerified, broadband: profile.hasBroadband,
      }),
      productTerm: contract === null ? [] : [{ ...named(contract.name), validFor: { startDateTime: from(contract.from), endDateTime: until(contract.to) } }],
    },
    planProduct(`${msisdn}-plan`, { plan: holding.plan, since: holding.since, status: 'active' }),
    ...(holding.next === null ? [] : [planProduct(`${msisdn}-plan-next`, { plan: holding.next.plan, since: holding.next.from, status: 'pendingActive' })]),
    ...subscriptions.map(({ productId, name, priceFen, since, isFreeUntil, endsOn }) => ({
      id: `${msisdn}-${productId}`, ...named(name), status: 'active', startDate: from(since), productOffering: { id: productId }, productPrice: monthly(priceFen), relatedParty,
      ...(endsOn === null ? {} : { terminationDate: until(endsOn) }),
      productTerm: isFreeUntil === null ? [] : [{ name: 'free', validFor: { endDateTime: until(isFreeUntil) } }],
    })),
  ];
}

export const moneyBucketId = (msisdn: string): string => `${msisdn}-money`;

export function bucketsOf(profile: Profile, balance: Balance, points: Points): readonly object[] {
  const { msisdn } = profile;
  const common = { status: 'active', relatedParty: holder(profile), logicalResource: [{ id: msisdn }] };
  const money = (fen: number) => ({ amount: fen / 100, units: 'CNY' });
  const lasting = points.total - (points.expiring?.points ?? 0);
  return [
    {
      id: moneyBucketId(msisdn), name: '话费余额', usageType: 'monetary', remainingValue: money(balance.balanceFen), ...common,
      ...(balance.expiresOn === null ? {} : { validFor: { endDateTime: until(balance.expiresOn) } }),
    },
    { id: `${msisdn}-credit`, '@type': CREDIT_LIMIT, name: '信用额度', usageType: 'monetary', remainingValue: money(balance.creditFen), ...common },
    { id: `${msisdn}-points`, name: '积分', usageType: 'other', remainingValue: { amount: lasting, units: POINTS }, ...common },
    ...(points.expiring === null
      ? []
      : [{ id: `${msisdn}-points-old`, name: '积分', usageType: 'other', remainingValue: { amount: points.expiring.points, units: POINTS }, validFor: { endDateTime: until(points.expiring.on) }, ...common }]),
  ];
}

const UNITS = { data: 'MB', voice: 'min', sms: 'sms' } as const;

function consumptionBucketOf(bucket: UsageBucket, isThrottled: boolean): object {
  const units = UNITS[bucket.measure];
  const inside = Math.min(bucket.used, bucket.total);
  const isSlowed = isThrottled && bucket.measure === 'data' && bucket.scope === 'domestic' && bucket.source === 'plan';
  return {
    id: bucket.id, ...named(bucket.name), usageType: bucket.measure, status: isSlowed ? 'suspended' : 'active',
    ...(bucket.scope === 'roaming' ? { '@type': ROAMING_BUCKET } : {}),
    remainingValue: { amount: bucket.total - inside, units },
    bucketCounter: [
      { counterType: 'used', level: 'global', value: { amount: inside, units } },
      ...(bucket.used > bucket.total ? [{ counterType: 'outOfBucket', level: 'global', value: { amount: bucket.used - bucket.total, units } }] : []),
    ],
    validFor: { endDateTime: from(bucket.resetsOn) },
    product: [{ id: bucket.id, '@referredType': bucket.source === 'pack' ? PACK : 'plan' }],
  };
}

/** In the shape of version 4, or of version 5, where parties and buckets are called otherwise. */
export function consumptionOf(profile: Profile, usage: Usage, version: 'v4' | 'v5'): object {
  const buckets = usage.buckets.map((bucket) => consumptionBucketOf(bucket, usage.isThrottled));
  const { msisdn, name } = profile;
  if (version === 'v4') {
    const relatedParty = holder(profile);
    return { id: `${msisdn}-usage`, queryUsageConsumptionDate: at(usage.asOf), relatedParty, usageConsumption: [{ id: `${msisdn}-report`, state: 'done', relatedParty, bucketRefOrValue: buckets }] };
  }
  const relatedParty = [{ role: 'customer', '@type': 'RelatedPartyRefOrPartyRoleRef', partyOrPartyRole: { id: msisdn, name, '@type': 'PartyRef', '@referredType': 'Individual' } }];
  return {
    '@type': 'QueryUsageConsumption', id: `${msisdn}-usage`, creationDate: at(usage.asOf), state: 'done', relatedParty,
    usageConsumption: [{ '@type': 'UsageConsumptionReport', id: `${msisdn}-report`, relatedParty, bucket: buckets.map((bucket) => ({ '@type': 'Bucket', ...bucket })) }],
  };
}

/** What is sold, as offerings and their prices. */
export function offeringOf(product: Product): { readonly offering: object; readonly price: object } {
  const priceId = `${product.id}-price`;
  const recurring = product.cycle === 'once' ? { priceType: 'oneTime' } : { priceType: 'recurring', recurringChargePeriodType: product.cycle, recurringChargePeriodLength: 1 };
  return {
    offering: {
      id: product.id, ...named(product.name), lifecycleStatus: 'Active', category: [{ id: product.kind, name: product.kind }], productOfferingPrice: [{ id: priceId }],
      prodSpecCharValueUse: product.dataMb > 0 ? [{ name: 'dataAllowance', productSpecCharacteristicValue: [{ value: product.dataMb, unitOfMeasure: 'MB' }] }] : [],
    },
    price: { id: priceId, name: priceId, ...recurring, price: moneyOf(product.priceFen) },
  };
}
