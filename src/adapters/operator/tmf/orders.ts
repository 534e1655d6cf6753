/** Changes by order (TMF622) and money back (TMF654): prepared here, done there, once for each key. */
import type { PreparedChange } from '../../../domain/account.js';
import { dayOf } from '../../../domain/calendar.js';
import { isRefusal, ProductError, refuse, type Refusal } from '../../../domain/errors.js';
import type { Msisdn } from '../../../domain/ids.js';
import type { Fen } from '../../../domain/money.js';
import type { ProductCatalogue } from '../../../ports/product-catalogue.js';
import { OBSTACLES, type ServiceOrders } from '../../../ports/service-orders.js';
import { isWhatWasShown, prepareOn, type OrderGround } from '../preparing.js';
import type { Answer, Calls } from './calls.js';
import type { Line } from './line.js';
import { adjustmentBody, orderBody } from './order-body.js';
import { API } from './profile.js';
import { parsed, type Reader } from './reader.js';
import { adjustment, order, placement, refusal } from './shapes.js';

export interface OrderWorld {
  readonly calls: Calls;
  readonly reader: Reader;
  readonly catalogue: ProductCatalogue;
  readonly line: Line;
  readonly owedFen: (msisdn: Msisdn) => Promise<Fen>;
  /** Id of the bucket that money back goes to. */
  readonly moneyBucket: (msisdn: Msisdn) => Promise<string>;
}

type Done = { readonly orderId: string } | Refusal;

const UNDONE = new Set(['rejected', 'cancelled', 'failed', 'pendingCancellation', 'assessingCancellation']);

export function tmfOrders(world: OrderWorld): ServiceOrders {
  const under = oneAtATime();
  const prepare = async (msisdn: Msisdn, kind: PreparedChange['kind'], targetId: string) => prepareOn(await groundOf(world, msisdn), { kind, targetId });
  return {
    prepare,
    commit: (msisdn, change, orderKey) =>
      under(`${msisdn}/${orderKey}`, async () => {
        const earlier = await placed(world, msisdn, orderKey);
        if (earlier !== null) return earlier;
        // What was read seconds ago is not good enough to bind somebody.
        world.reader.forget(msisdn);
        const now = await prepare(msisdn, change.kind, change.targetId);
        if (isRefusal(now)) return now;
        if (!isWhatWasShown(change, now)) return refuse('conflict', 'changed-meanwhile');
        return send(world, { msisdn, path: `${API.orders}/productOrder`, body: orderBody(msisdn, change, orderKey), again: () => placed(world, msisdn, orderKey) });
      }),
    refund: (msisdn, { month, itemCode, amountFen }, orderKey) =>
      under(`${msisdn}/${orderKey}`, async () => {
        if (amountFen <= 0) return refuse('not-found');
        const earlier = await given(world, msisdn, orderKey);
        if (earlier !== null) return earlier;
        const body = adjustmentBody(msisdn, { month, itemCode, amountFen, bucketId: await world.moneyBucket(msisdn) }, orderKey);
        return send(world, { msisdn, path: `${API.balance}/adjustBalance`, body, again: () => given(world, msisdn, orderKey) });
      }),
  };
}

async function groundOf({ line, catalogue, owedFen, reader }: OrderWorld, msisdn: Msisdn): Promise<OrderGround> {
  const [profile, holding, subscriptions, owed, plans, products] = await Promise.all([
    line.profile(msisdn), line.holding(msisdn), line.subscriptions(msisdn), owedFen(msisdn), catalogue.plans(), catalogue.products(),
  ]);
  return {
    today: dayOf(reader.now()), profile, holding, subscriptions: subscriptions.list, owedFen: owed,
    findPlan: (id) => plans.find((plan) => plan.id === id),
    findProduct: (id) => products.find((product) => product.id === id),
  };
}

async function placed({ reader }: OrderWorld, msisdn: Msisdn, orderKey: string): Promise<Done | null> {
  const { list } = await reader.own(msisdn, {
    path: `${API.orders}/productOrder`, query: { 'relatedParty.id': msisdn, externalId: orderKey }, each: order, isKept: false,
  });
  const found = list.find(({ externalId, state }) => externalId === orderKey && !UNDONE.has(state ?? ''));
  return found === undefined ? null : { orderId: found.id };
}

async function given({ reader }: OrderWorld, msisdn: Msisdn, orderKey: string): Promise<Done | null> {
  const { list } = await reader.own(msisdn, {
    path: `${API.balance}/adjustBalance`, query: { 'relatedParty.id': msisdn, externalId: orderKey }, each: adjustment, isKept: false,
  });
  const found = list.find(({ externalId, status }) => externalId === orderKey && status !== 'failed' && status !== 'cancelled');
  return found === undefined ? null : { orderId: found.id };
}

interface Order {
  readonly msisdn: Msisdn;
  readonly path: string;
  readonly body: object;
  /** Looks whether it was placed after all, when no answer came. */
  readonly again: () => Promise<Done | null>;
}

async function send({ calls, reader }: OrderWorld, { msisdn, path, body, again }: Order): Promise<Done> {
  try {
    return outcomeOf(await calls({ method: 'POST', path, body }));
  } catch (problem) {
    const found = await again().catch(() => null);
    if (found !== null) return found;
    throw problem;
  } finally {
    reader.forget(msisdn);
  }
}

function outcomeOf({ status, body }: Answer): Done {
  if (status === 200 || status === 201 || status === 202) {
    const { id, state, status: told } = parsed(placement, body);
    return UNDONE.has(state ?? told ?? '') ? refuse('conflict', 'changed-meanwhile') : { orderId: id };
  }
  if (status === 404) return refuse('not-found');
  if (status !== 409 && status !== 422) throw new ProductError('unavailable', `the business system refused an order with status ${status}`);
  const said = refusal.safeParse(body).data;
  return refuse('conflict', OBSTACLES.find((one) => one === said?.reason || one === said?.code) ?? 'changed-meanwhile');
}

/** Two taps in one moment share one order. */
function oneAtATime(): (key: string, act: () => Promise<Done>) => Promise<Done> {
  const running = new Map<string, Promise<Done>>();
  return (key, act) => {
    const known = running.get(key);
    if (known !== undefined) return known;
    const begun = act().finally(() => running.delete(key));
    running.set(key, begun);
    return begun;
  };
}
