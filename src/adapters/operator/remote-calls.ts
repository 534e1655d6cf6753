/** The calls that travel between a product and an operator in another process: which exist, and how a refusal looks. */
import type { Msisdn } from '../../domain/ids.js';
import type { PreparedChange, Ticket } from '../../domain/account.js';
import type { Operator } from './demo-operator.js';

export type Arguments = readonly unknown[];

/** The number, wherever it came from: the operator answers `not-found` for what is none of its own. */
const numberIn = (values: Arguments, index = 0): Msisdn => String(values[index]) as Msisdn;
const textIn = (values: Arguments, index: number): string => String(values[index]);
const countIn = (values: Arguments, index: number): number => Math.max(0, Math.min(100, Math.trunc(Number(values[index])) || 0));

/** One entry for each method of the ports; the name is the address. */
export function remoteCalls(operator: Operator): ReadonlyMap<string, (values: Arguments) => Promise<unknown>> {
  const { businessSystem: system, catalogue, orders, network } = operator;
  return new Map<string, (values: Arguments) => Promise<unknown>>([
    ['profile', (values) => system.profile(numberIn(values))],
    ['balance', (values) => system.balance(numberIn(values))],
    ['usage', (values) => system.usage(numberIn(values))],
    ['bills', (values) => system.bills(numberIn(values), countIn(values, 1))],
    ['payments', (values) => system.payments(numberIn(values), countIn(values, 1))],
    ['plan-holding', (values) => system.planHolding(numberIn(values))],
    ['subscriptions', (values) => system.subscriptions(numberIn(values))],
    ['points', (values) => system.points(numberIn(values))],
    ['call-records', (values) => system.callRecords(numberIn(values), textIn(values, 1))],
    ['plans', () => catalogue.plans()],
    ['products', () => catalogue.products()],
    ['price-list', () => catalogue.priceList()],
    ['prepare', (values) => orders.prepare(numberIn(values), values[1] as PreparedChange['kind'], textIn(values, 2))],
    ['commit', (values) => orders.commit(numberIn(values), values[1] as PreparedChange, textIn(values, 2))],
    ['refund', (values) => orders.refund(numberIn(values), values[1] as Parameters<typeof orders.refund>[1], textIn(values, 2))],
    ['outages', (values) => network.outages(textIn(values, 0))],
    ['check-line', (values) => network.checkLine(numberIn(values))],
    ['puk', (values) => network.puk(numberIn(values))],
    ['tickets', (values) => network.tickets(numberIn(values))],
    ['open-ticket', (values) => network.openTicket(numberIn(values), values[1] as Ticket['kind'], textIn(values, 2), textIn(values, 3))],
    ['account', (values) => operator.account(textIn(values, 0))],
  ]);
}
