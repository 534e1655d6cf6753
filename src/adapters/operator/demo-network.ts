/** The demo network: one outage, line checks by story, unblocking codes, and tickets old and new. */
import { dayOf, startOfDay } from '../../domain/calendar.js';
import type { LineCheck, Outage, Ticket } from '../../domain/account.js';
import type { Localised } from '../../domain/locale.js';
import type { Msisdn } from '../../domain/ids.js';
import type { OrderRecord } from '../../ports/order-book.js';
import type { ServiceNetwork } from '../../ports/service-network.js';
import type { AccountNow, DemoAccounts } from './accounts.js';
import { drawsOf } from './draw.js';
import type { ScriptedTicket } from './script.js';

const HOUR_MS = 3_600_000;
const OUTAGE_REGION = '宁波-鄞州';
/** Within which a ticket of each kind is to be closed. */
const DUE_HOURS: Readonly<Record<Ticket['kind'], number>> = {
  fault: 48, complaint: 360, refund: 360, payment: 24, privacy: 360, 'call-back': 4,
};
const TITLES: Readonly<Record<Ticket['kind'], Localised>> = {
  fault: { 'zh-CN': '故障报修', en: 'Fault report' },
  complaint: { 'zh-CN': '投诉', en: 'Complaint' },
  refund: { 'zh-CN': '退费申请', en: 'Refund request' },
  payment: { 'zh-CN': '缴费未到账核查', en: 'Missing payment' },
  privacy: { 'zh-CN': '个人信息申请', en: 'Personal data request' },
  'call-back': { 'zh-CN': '回电', en: 'Call-back' },
};
const RECEIVED: Localised = { 'zh-CN': '已受理', en: 'Received' };

const ticketId = (key: string, at: number): string =>
  `T${dayOf(at).replaceAll('-', '')}${String(drawsOf(0, key).whole('ticket', 0, 9_999)).padStart(4, '0')}`;

/** Hours of a story count back from nine in the morning, so that they do not move during the day. */
function scripted(now: AccountNow, ticket: ScriptedTicket, index: number): Ticket {
  const morning = startOfDay(now.era.today) + 9 * HOUR_MS;
  const createdAt = morning - ticket.hoursAgo * HOUR_MS;
  return {
    id: ticketId(`${now.era.script.msisdn}/${index}`, createdAt),
    kind: ticket.kind,
    title: ticket.title,
    state: ticket.state,
    createdAt,
    dueAt: morning + ticket.dueInHours * HOUR_MS,
    steps: ticket.steps.map((step) => ({ at: morning - step.hoursAgo * HOUR_MS, text: step.text })),
  };
}

function opened(record: OrderRecord): readonly Ticket[] {
  if (record.kind !== 'ticket') return [];
  const { id, at, ticketKind } = record;
  const dueAt = at + DUE_HOURS[ticketKind] * HOUR_MS;
  return [{ id, kind: ticketKind, title: TITLES[ticketKind], state: 'open', createdAt: at, dueAt, steps: [{ at, text: RECEIVED }] }];
}

function checkOf(now: AccountNow, asOf: number): LineCheck | null {
  if (!now.account.profile.hasBroadband) return null;
  const fault = now.era.script.line ?? 'none';
  const isDark = fault === 'loss-of-signal';
  return { asOf, isModemOnline: !isDark, isAuthenticated: !isDark && fault !== 'authentication', opticalPower: isDark ? 'none' : 'good', fault };
}

function outage(now: number): Outage {
  const since = Math.floor(now / HOUR_MS) * HOUR_MS - 2 * HOUR_MS;
  const text = { 'zh-CN': '基站供电故障，正在抢修', en: 'A mast has lost power and is being repaired' };
  return { id: `O${dayOf(since).replaceAll('-', '')}01`, service: 'mobile', region: OUTAGE_REGION, since, restoredBy: since + 6 * HOUR_MS, text };
}

/** A city alone stands for all its districts. */
const covers = (region: string): boolean => OUTAGE_REGION === region || OUTAGE_REGION.split('-')[0] === region;

export function createDemoNetwork(accounts: DemoAccounts): ServiceNetwork {
  const tickets = async (msisdn: Msisdn): Promise<readonly Ticket[]> => {
    const now = await accounts.of(msisdn);
    const told = (now.era.script.tickets ?? []).map((ticket, index) => scripted(now, ticket, index));
    const placed = (await accounts.placed(msisdn)).flatMap(opened);
    return [...told, ...placed].sort((one, other) => other.createdAt - one.createdAt);
  };
  return {
    outages: (region) => Promise.resolve(covers(region) ? [outage(accounts.now())] : []),
    checkLine: async (msisdn) => checkOf(await accounts.of(msisdn), accounts.asOf()),
    puk: async (msisdn) => (await accounts.of(msisdn)).account.puk,
    tickets,
    async openTicket(msisdn, kind, note, orderKey) {
      await accounts.of(msisdn);
      const at = accounts.now();
      const key = `${msisdn}/${orderKey}/ticket`;
      const stored = await accounts.place({ key, id: ticketId(key, at), msisdn, at, kind: 'ticket', ticketKind: kind, note });
      const [ticket] = opened(stored);
      if (ticket === undefined) throw new RangeError('an order key was used for a ticket and for something else');
      return ticket;
    },
  };
}
