/** Which address answers with what, over the ports of an operator; the same ones that the product calls. */
import { z } from 'zod';
import type { PreparedChange, Profile, Ticket } from '../../../domain/account.js';
import { dayOf, monthOf } from '../../../domain/calendar.js';
import { isRefusal, ProductError, type Refusal } from '../../../domain/errors.js';
import { parseMsisdn, type Msisdn } from '../../../domain/ids.js';
import type { Operator } from '../demo-operator.js';
import { fenOf } from '../tmf/amounts.js';
import { API, BOUND_UNTIL } from '../tmf/profile.js';
import { parsed } from '../tmf/reader.js';
import { offeringsOf } from './offerings.js';
import { at, bucketsOf, consumptionOf, holder, productsOf } from './resources-of-account.js';
import { billingRatesOf, customerBillOf, paymentOf, troubleTicketOf, usageRecordOf } from './resources-of-records.js';

export interface Asked {
  readonly query: URLSearchParams;
  readonly body: unknown;
}

export interface Replied {
  readonly status: number;
  readonly body: unknown;
}

export type Route = (asked: Asked) => Promise<Replied>;

export interface DemoSystem {
  readonly operator: Operator;
  /** Which version of TMF677 is served; the other is not there. */
  readonly usageVersion: 'v4' | 'v5';
}

/** All kept: bills, payments. */
const ALL = 1000;
const amount = z.looseObject({ unit: z.string(), value: z.number() });
const parties = z.array(z.looseObject({ id: z.string() })).min(1);
const KINDS = ['plan', 'pack', 'extra-off', 'suspend-lost', 'resume'] as const satisfies readonly PreparedChange['kind'][];
const TICKETS = ['fault', 'complaint', 'refund', 'payment', 'privacy', 'call-back'] as const satisfies readonly Ticket['kind'][];

const ordered = z.looseObject({
  externalId: z.string().min(1), category: z.enum(KINDS), requestedStartDate: z.string(), relatedParty: parties,
  productOrderItem: z.array(z.looseObject({
    productOffering: z.looseObject({ id: z.string() }).optional(),
    itemPrice: z.array(z.looseObject({ price: z.looseObject({ taxIncludedAmount: amount }) })).min(1),
    itemTerm: z.array(z.looseObject({ name: z.string(), description: z.string() })).default([]),
  })).min(1),
});
const adjusted = z.looseObject({ externalId: z.string().min(1), description: z.string(), amount: z.looseObject({ amount: z.number(), units: z.string() }), relatedParty: parties });
const reported = z.looseObject({ externalId: z.string().min(1), ticketType: z.enum(TICKETS), description: z.string(), relatedParty: parties });
const tested = z.looseObject({ relatedParty: parties });

const found = (body: unknown): Replied => ({ status: 200, body });
const made = (body: unknown): Replied => ({ status: 201, body });
const refused = ({ refused: code, detail }: Refusal): Replied => ({ status: code === 'not-found' ? 404 : 409, body: { code, reason: detail ?? code } });

/** The body of a request that does not fit is a fault of whoever sent it. */
function read<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const { data, success } = schema.safeParse(body);
  if (!success) throw new ProductError('bad-request', 'the body does not fit');
  return parsed(schema, data ?? body);
}

function numberIn(relatedParty: readonly { readonly id: string }[]): Msisdn {
  const msisdn = parseMsisdn(relatedParty[0]?.id ?? '');
  if (msisdn === null) throw new ProductError('not-found', 'no such number');
  return msisdn;
}

export function routesOf({ operator, usageVersion }: DemoSystem): ReadonlyMap<string, Route> {
  const { businessSystem: system, network } = operator;
  /** A list about one subscriber; nothing for a number that is not of the cast. */
  const listFor = (list: (profile: Profile, query: URLSearchParams) => Promise<readonly unknown[]>): Route => async ({ query }) => {
    const msisdn = parseMsisdn(query.get('relatedParty.id') ?? '');
    if (msisdn === null) throw new ProductError('bad-request', 'relatedParty.id is the number that is asked about');
    try {
      return found(await list(await system.profile(msisdn), query));
    } catch (problem) {
      if (problem instanceof ProductError && problem.code === 'not-found') return found([]);
      throw problem;
    }
  };
  const reads: readonly (readonly [string, Route])[] = [
    [`GET ${API.inventory}/product`, listFor(async (profile) => {
      const [holding, subscriptions] = await Promise.all([system.planHolding(profile.msisdn), system.subscriptions(profile.msisdn)]);
      return productsOf({ profile, holding, subscriptions: subscriptions.list });
    })],
    [`GET ${API.balance}/bucket`, listFor(async (profile) => bucketsOf(profile, await system.balance(profile.msisdn), await system.points(profile.msisdn)))],
    [`GET ${API.balance}/topupBalance`, listFor(async (profile) => (await paymentsOf(operator, profile)).filter(({ way }) => way !== 'refund').map((payment) => paymentOf(profile, payment)))],
    [`GET ${API.balance}/adjustBalance`, listFor(async (profile, query) => query.has('externalId') ? [] : (await paymentsOf(operator, profile)).filter(({ way }) => way === 'refund').map((payment) => paymentOf(profile, payment)))],
    [`GET ${API.bills}/customerBill`, listFor(async (profile) => (await system.bills(profile.msisdn, ALL)).map((bill) => customerBillOf(profile, bill)))],
    [`GET ${API.bills}/appliedCustomerBillingRate`, async ({ query }) => found(await ratesOf(operator, query.get('bill.id') ?? ''))],
    [`GET ${API.usageConsumption[usageVersion]}/queryUsageConsumption`, listFor(async (profile) => [consumptionOf(profile, await system.usage(profile.msisdn), usageVersion)])],
    [`GET ${API.usage}/usage`, listFor(async (profile, query) => {
      const month = monthOf(dayOf(Date.parse(query.get('usageDate.gte') ?? '')));
      return (await system.callRecords(profile.msisdn, month)).list.map((call, index) => usageRecordOf(profile, call, index));
    })],
    [`GET ${API.tickets}/troubleTicket`, listFor(async (profile, query) => query.has('externalId') ? [] : (await network.tickets(profile.msisdn)).map((ticket) => troubleTicketOf(profile, ticket)))],
    [`GET ${API.orders}/productOrder`, listFor(() => Promise.resolve([]))],
    [`GET ${API.resources}/resource`, listFor(async (profile) => [
      { id: `${profile.msisdn}-sim`, relatedParty: holder(profile), resourceCharacteristic: [{ name: 'puk', value: await network.puk(profile.msisdn) }] },
    ])],
    [`GET ${API.problems}/serviceProblem`, async ({ query }) => found((await network.outages(query.get('affectedLocation.name') ?? '')).map((outage) => ({
      id: outage.id, category: outage.service, status: 'acknowledged', timeRaised: at(outage.since), description: outage.text['zh-CN'], descriptions: outage.text,
      affectedLocation: [{ name: outage.region }], ...(outage.restoredBy === null ? {} : { expectedResolutionDate: at(outage.restoredBy) }),
    })))],
    [`GET ${API.catalogue}/productOffering`, async () => found((await soldBy(operator)).offerings)],
    [`GET ${API.catalogue}/productOfferingPrice`, async () => found((await soldBy(operator)).prices)],
  ];
  return new Map([...reads, ...changesOf(operator)]);
}

async function paymentsOf({ businessSystem }: Operator, { msisdn }: Profile) {
  return (await businessSystem.payments(msisdn, ALL)).list;
}

async function soldBy({ catalogue }: Operator) {
  return offeringsOf(await catalogue.plans(), await catalogue.products(), await catalogue.priceList());
}

async function ratesOf({ businessSystem }: Operator, billId: string): Promise<readonly object[]> {
  const msisdn = parseMsisdn(billId.slice(0, 11));
  if (msisdn === null) return [];
  const bill = (await businessSystem.bills(msisdn, ALL)).find(({ month }) => `${msisdn}-${month}` === billId);
  return bill === undefined ? [] : billingRatesOf(await businessSystem.profile(msisdn), bill);
}

/** An order key makes a change happen once, so that nobody needs to look for an earlier one here. */
function changesOf({ businessSystem, orders, network }: Operator): readonly (readonly [string, Route])[] {
  return [
    [`POST ${API.orders}/productOrder`, async ({ body }) => {
      const order = read(ordered, body);
      const [item] = order.productOrderItem;
      const price = item?.itemPrice[0]?.price.taxIncludedAmount;
      const msisdn = numberIn(order.relatedParty);
      const change: PreparedChange = {
        kind: order.category, targetId: item?.productOffering?.id ?? msisdn, effectiveOn: dayOf(Date.parse(order.requestedStartDate)),
        priceDifferenceFen: price === undefined ? 0 : fenOf(price.value, price.unit),
        boundUntil: item?.itemTerm.find(({ name }) => name === BOUND_UNTIL)?.description ?? null,
      };
      const done = await orders.commit(msisdn, change, order.externalId);
      if (isRefusal(done)) return refused(done);
      return made({ ...order, id: done.orderId, state: 'acknowledged', orderDate: at(Date.now()), productOrderItem: order.productOrderItem.map((one) => ({ ...one, state: 'acknowledged' })) });
    }],
    [`POST ${API.balance}/adjustBalance`, async ({ body }) => {
      const adjustment = read(adjusted, body);
      const [month = '', ...code] = adjustment.description.split('/');
      const amountFen = fenOf(adjustment.amount.amount, adjustment.amount.units);
      const done = await orders.refund(numberIn(adjustment.relatedParty), { month, itemCode: code.join('/'), amountFen }, adjustment.externalId);
      return isRefusal(done) ? refused(done) : made({ ...adjustment, id: done.orderId, status: 'completed' });
    }],
    [`POST ${API.tickets}/troubleTicket`, async ({ body }) => {
      const report = read(reported, body);
      const msisdn = numberIn(report.relatedParty);
      const ticket = await network.openTicket(msisdn, report.ticketType, report.description, report.externalId);
      return made({ ...troubleTicketOf(await businessSystem.profile(msisdn), ticket), externalId: report.externalId });
    }],
    [`POST ${API.serviceTests}/serviceTest`, async ({ body }) => {
      const msisdn = numberIn(read(tested, body).relatedParty);
      const check = await network.checkLine(msisdn);
      if (check === null) return { status: 404, body: { code: 'not-found', reason: 'no line to test' } };
      const measures = { modemOnline: check.isModemOnline, authenticated: check.isAuthenticated, opticalPower: check.opticalPower, fault: check.fault };
      const testMeasure = Object.entries(measures).map(([metricName, value]) => ({ metricName, value: { value: String(value) } }));
      return made({ id: `${msisdn}-${check.asOf}`, state: 'completed', relatedParty: holder(await businessSystem.profile(msisdn)), testMeasure });
    }],
  ];
}
