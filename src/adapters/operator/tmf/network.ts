/** Faults and tickets (TMF621), and what an operator may add: outages (TMF656), line tests (TMF653), the SIM's code (TMF639). */
import type { z } from 'zod';
import type { LineCheck, Outage, Ticket } from '../../../domain/account.js';
import { ProductError } from '../../../domain/errors.js';
import type { Msisdn } from '../../../domain/ids.js';
import type { ServiceNetwork } from '../../../ports/service-network.js';
import type { Calls } from './calls.js';
import { malformed } from './amounts.js';
import { customer } from './order-body.js';
import { API } from './profile.js';
import { parsed, type Reader } from './reader.js';
import { problem, serviceTest, simResource, ticket } from './shapes.js';
import { characteristic, isTrue, nameOf, oneOf } from './words-of.js';
import { verdictOn } from './ownership.js';

export interface NetworkWorld {
  readonly calls: Calls;
  readonly reader: Reader;
  readonly mustExist: (msisdn: Msisdn) => Promise<void>;
}

type Reported = z.output<typeof ticket>;

const KINDS = ['fault', 'complaint', 'refund', 'payment', 'privacy', 'call-back'] as const satisfies readonly Ticket['kind'][];
const STATES: ReadonlyMap<string, Ticket['state']> = new Map([
  ['acknowledged', 'open'], ['pending', 'in-progress'], ['held', 'in-progress'], ['inProgress', 'in-progress'],
  ['resolved', 'solved'], ['closed', 'closed'], ['cancelled', 'closed'], ['rejected', 'closed'],
]);
const OPTICAL = ['good', 'weak', 'none'] as const satisfies readonly LineCheck['opticalPower'][];
const FAULTS = ['none', 'loss-of-signal', 'authentication', 'slow', 'router'] as const satisfies readonly LineCheck['fault'][];
const OVER = new Set(['resolved', 'closed', 'cancelled', 'rejected']);
const SEVERITY: Readonly<Record<Ticket['kind'], string>> = { fault: 'Major', complaint: 'Major', refund: 'Minor', payment: 'Minor', privacy: 'Minor', 'call-back': 'Minor' };
/** What a system that promises no time is taken at: a day. */
const DUE_MS = 24 * 3_600_000;

export function tmfNetwork(world: NetworkWorld): ServiceNetwork {
  return {
    outages: (region) => outages(world, region),
    checkLine: (msisdn) => checkLine(world, msisdn),
    puk: (msisdn) => puk(world, msisdn),
    async tickets(msisdn) {
      const { list } = await world.reader.own(msisdn, { path: `${API.tickets}/troubleTicket`, query: { 'relatedParty.id': msisdn }, each: ticket });
      if (list.length === 0) await world.mustExist(msisdn);
      return list.map(ticketOf).sort((one, other) => other.createdAt - one.createdAt);
    },
    openTicket: (msisdn, kind, note, orderKey) => openTicket(world, { msisdn, kind, note, orderKey }),
  };
}

function ticketOf(record: Reported): Ticket {
  const kind = KINDS.find((one) => one === record.ticketType) ?? 'complaint';
  return {
    id: record.id, kind, title: nameOf(record, record.id),
    state: STATES.get(record.status ?? '') ?? 'open',
    createdAt: record.creationDate,
    dueAt: record.expectedResolutionDate ?? record.creationDate + DUE_MS,
    steps: record.note.map(({ date, text, texts }) => ({ at: date, text: nameOf({ name: text, names: texts }, text) })),
  };
}

async function openTicket({ calls, reader, mustExist }: NetworkWorld, asked: { msisdn: Msisdn; kind: Ticket['kind']; note: string; orderKey: string }): Promise<Ticket> {
  const { msisdn, kind, note, orderKey } = asked;
  await mustExist(msisdn);
  const query = { 'relatedParty.id': msisdn, externalId: orderKey };
  const find = async (): Promise<Ticket | null> => {
    const { list } = await reader.own(msisdn, { path: `${API.tickets}/troubleTicket`, query, each: ticket, isKept: false });
    const found = list.find(({ externalId }) => externalId === orderKey);
    return found === undefined ? null : ticketOf(found);
  };
  const known = await find();
  if (known !== null) return known;
  const body = { externalId: orderKey, ticketType: kind, severity: SEVERITY[kind], description: note === '' ? kind : note, relatedParty: [customer(msisdn)] };
  try {
    const answer = await calls({ method: 'POST', path: `${API.tickets}/troubleTicket`, body });
    if (answer.status >= 300) throw new ProductError('unavailable', `the business system refused a ticket with status ${answer.status}`);
    return ticketOf(parsed(ticket, answer.body));
  } catch (trouble) {
    const found = await find().catch(() => null);
    if (found !== null) return found;
    throw trouble;
  } finally {
    reader.forget(msisdn);
  }
}

/** A city alone stands for all its districts, and an outage of a whole city for each of them. */
const touches = (place: string, region: string): boolean => place === region || place.split('-')[0] === region || place === region.split('-')[0];

async function outages({ reader }: NetworkWorld, region: string): Promise<readonly Outage[]> {
  const { list } = await reader.fresh({ path: `${API.problems}/serviceProblem`, query: { 'affectedLocation.name': region }, each: problem });
  return list.flatMap((one): readonly Outage[] => {
    const place = one.affectedLocation.find(({ name }) => name !== undefined && touches(name, region))?.name;
    if (place === undefined || OVER.has(one.status ?? '')) return [];
    const service = one.category === 'broadband' ? 'broadband' : 'mobile';
    const text = nameOf({ name: one.description, names: one.descriptions }, one.id);
    return [{ id: one.id, service, region: place, since: one.timeRaised, restoredBy: one.expectedResolutionDate ?? null, text }];
  });
}

/** An operator without line tests, or a subscriber without a line to test: null. */
async function checkLine({ calls, reader, mustExist }: NetworkWorld, msisdn: Msisdn): Promise<LineCheck | null> {
  await mustExist(msisdn);
  const asked = reader.now();
  const { status, body, ageMs } = await calls({ method: 'POST', path: `${API.serviceTests}/serviceTest`, body: { name: 'broadband-line', relatedParty: [customer(msisdn)] } });
  if (status === 404 || status === 405 || status === 501) return null;
  if (status >= 300 || verdictOn(recordOf(body), msisdn) === 'foreign') throw malformed('no line test of this subscriber');
  const { state, testMeasure } = parsed(serviceTest, body);
  if (state !== undefined && state !== 'completed') throw malformed('an unfinished line test');
  const measured = (name: string): string | null => {
    const found = testMeasure.find(({ metricName }) => metricName === name)?.value;
    return found === undefined ? null : typeof found === 'string' ? found : found.value;
  };
  return {
    asOf: asked - ageMs,
    isModemOnline: isTrue(measured('modemOnline')), isAuthenticated: isTrue(measured('authenticated')),
    opticalPower: oneOf(OPTICAL, measured('opticalPower'), 'none'), fault: oneOf(FAULTS, measured('fault'), 'none'),
  };
}

async function puk({ reader, mustExist }: NetworkWorld, msisdn: Msisdn): Promise<string> {
  const query = { 'relatedParty.id': msisdn, 'resourceSpecification.name': 'SIM' };
  const { list } = await reader.own(msisdn, { path: `${API.resources}/resource`, query, each: simResource, isKept: false });
  if (list.length === 0) await mustExist(msisdn);
  const code = list.map(({ resourceCharacteristic }) => characteristic(resourceCharacteristic, 'puk')).find((one) => one !== null);
  if (code === undefined || code === null || !/^\d{8}$/.test(code)) throw malformed('no unblocking code');
  return code;
}

function recordOf(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Readonly<Record<string, unknown>>) : {};
}
