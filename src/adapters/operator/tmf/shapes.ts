/** The shapes that are read, as far as they are read: whatever else a business system says is its own matter. */
import { z } from 'zod';

const id = z.union([z.string(), z.number()]).transform(String);
const names = z.looseObject({ 'zh-CN': z.string(), en: z.string() });
const time = z.string().transform((text, context) => {
  const at = Date.parse(text);
  if (Number.isNaN(at)) context.addIssue({ code: 'custom', message: 'no time' });
  return at;
});

export const money = z.looseObject({ unit: z.string(), value: z.number() });
export const quantity = z.looseObject({ amount: z.number(), units: z.string() });
const period = z.looseObject({ startDateTime: time.optional(), endDateTime: time.optional() });
const reference = z.looseObject({ id, name: z.string().optional(), '@referredType': z.string().optional() });
const value = z.union([z.string(), z.number(), z.boolean()]).transform(String);
const characteristics = z.array(z.looseObject({ name: z.string(), value: value.optional() })).default([]);
/** In one language, and where known in both. */
const named = { name: z.string().optional(), names: names.optional() };

export type Named = { readonly name?: string | undefined; readonly names?: { readonly 'zh-CN': string; readonly en: string } | undefined };
export type Characteristics = z.output<typeof characteristics>;

export const balanceBucket = z.looseObject({
  id, ...named, '@type': z.string().optional(), status: z.string().optional(), usageType: z.string().optional(),
  remainingValue: quantity.optional(), validFor: period.optional(),
});

export const consumptionBucket = z.looseObject({
  id, ...named, '@type': z.string().optional(), usageType: z.string(), status: z.string().optional(),
  remainingValue: quantity.optional(), validFor: period.optional(),
  bucketCounter: z.array(z.looseObject({ counterType: z.string().optional(), level: z.string().optional(), value: quantity.optional() })).default([]),
  product: z.array(reference).default([]),
});
/** `bucketRefOrValue` until version 4, `bucket` since version 5. */
export const consumptionReport = z.looseObject({
  state: z.string().optional(),
  usageConsumption: z.array(z.looseObject({
    bucketRefOrValue: z.array(z.looseObject({})).optional(),
    bucket: z.array(z.looseObject({})).optional(),
  })).default([]),
});

export const topUp = z.looseObject({
  id, status: z.string(), amount: quantity, confirmationDate: time.optional(), requestedDate: time.optional(),
  paymentMethod: z.looseObject({ id: id.optional(), name: z.string().optional() }).optional(),
});

export const customerBill = z.looseObject({
  id, billDate: time, paymentDueDate: time, billingPeriod: period,
  taxIncludedAmount: money.optional(), amountDue: money.optional(), remainingAmount: money.optional(),
});
export const billingRate = z.looseObject({
  id, ...named, type: z.string().optional(), taxIncludedAmount: money, bill: reference.optional(), product: reference.optional(), characteristic: characteristics,
});

export const product = z.looseObject({
  id, ...named, status: z.string().optional(), startDate: time.optional(), terminationDate: time.optional(),
  productOffering: reference.optional(), productSpecification: reference.optional(), productCharacteristic: characteristics,
  productPrice: z.array(z.looseObject({ priceType: z.string().optional(), price: z.looseObject({ taxIncludedAmount: money.optional() }).optional() })).default([]),
  productTerm: z.array(z.looseObject({ ...named, validFor: period.optional() })).default([]),
  place: z.array(z.looseObject({ name: z.string().optional() })).default([]),
  relatedParty: z.array(z.looseObject({ name: z.string().optional() })).default([]),
});

export const offeringPrice = z.looseObject({
  id, name: z.string().optional(), priceType: z.string().optional(), recurringChargePeriodType: z.string().optional(), price: money.optional(),
  unitOfMeasure: quantity.optional(),
});
export const offering = z.looseObject({
  id, ...named, lifecycleStatus: z.string().optional(), validFor: period.optional(), category: z.array(reference).default([]),
  productOfferingPrice: z.array(z.looseObject({ id: id.optional() })).default([]),
  prodSpecCharValueUse: z.array(z.looseObject({
    name: z.string(),
    productSpecCharacteristicValue: z.array(z.looseObject({ value, unitOfMeasure: z.string().optional() })).default([]),
  })).default([]),
  productOfferingRelationship: z.array(z.looseObject({ id, relationshipType: z.string().optional() })).default([]),
});

export const order = z.looseObject({ id, state: z.string().optional(), externalId: z.string().optional() });
/** What was asked for, as it was taken up: an order has a state, money given back a status. */
export const placement = z.looseObject({ id, state: z.string().optional(), status: z.string().optional() });
export const adjustment = z.looseObject({
  id, status: z.string(), amount: quantity, confirmationDate: time.optional(), requestedDate: time.optional(), externalId: z.string().optional(),
});

export const ticket = z.looseObject({
  id, ...named, ticketType: z.string().optional(), status: z.string().optional(), creationDate: time, expectedResolutionDate: time.optional(), externalId: z.string().optional(),
  note: z.array(z.looseObject({ date: time, text: z.string(), texts: names.optional() })).default([]),
});

export const usageRecord = z.looseObject({
  usageDate: time, usageType: z.string().optional(), usageCharacteristic: characteristics,
  ratedProductUsage: z.array(z.looseObject({ taxIncludedRatingAmount: money.optional() })).default([]),
});

export const simResource = z.looseObject({ id, resourceCharacteristic: characteristics });
export const problem = z.looseObject({
  id, category: z.string().optional(), status: z.string().optional(), description: z.string().optional(), descriptions: names.optional(), timeRaised: time,
  expectedResolutionDate: time.optional(), affectedLocation: z.array(z.looseObject({ name: z.string().optional() })).default([]),
});
export const serviceTest = z.looseObject({
  state: z.string().optional(),
  testMeasure: z.array(z.looseObject({ metricName: z.string(), value: z.union([z.looseObject({ value }), value]) })).default([]),
});

/** What the system answers a refusal with. */
export const refusal = z.looseObject({ code: value.optional(), reason: z.string().optional() });
