/** A floor for journeys: the product with people hired as a test wants them, subscribers who ask for a person, and settings to change. */
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type { QueuePlace, WireConversation, WireMessage } from '../../src/protocol/chat.js';
import { connectStaff, connectSubscriber, postJson, siteToken, staffToken } from './clients.js';
import type { StaffClient, Subscriber } from './clients.js';
import { startProduct } from './product.js';
import type { Product } from './product.js';

export interface Offered {
  readonly conversationId: string;
  readonly expiresAt: number;
  readonly why?: { readonly rule: string; readonly text: string };
}

const PASSWORD = 'a password for journeys';
export const idOf = (one: Subscriber): string => one.conversation?.id ?? '';
export const offeredTo = (to: StaffClient, one: Subscriber) => to.told.until<Offered>('offer', ({ conversationId }) => conversationId === idOf(one));
export const inState = (one: Subscriber, state: string) => one.told.until<WireConversation>('conversation', (told) => told.state === state);
export const placeOf = (one: Subscriber): number | undefined => one.told.of<QueuePlace>('queue').at(-1)?.position;
export const passing = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** One floor for all tests of a file, empty again after each. */
export function withLineFloor(use: (floor: LineFloor) => Promise<void> | void): void {
  let floor: LineFloor;
  beforeAll(async () => {
    floor = await LineFloor.open();
    await use(floor);
  });
  afterAll(() => floor.dispose());
  afterEach(() => floor.clear());
}

export class LineFloor {
  #subscribers: Subscriber[] = [];
  #staff: StaffClient[] = [];

  private constructor(public product: Product) {}

  static async open(): Promise<LineFloor> {
    return new LineFloor(await startProduct({ env: { DEMO: '1', RATE_LIMIT: 'off' } }));
  }

  async call(method: string, path: string, { as = 'supervisor@demo', body }: { as?: string; body?: object } = {}): Promise<Record<string, unknown>> {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${await staffToken(this.product.url, as)}` };
    const response = await fetch(`${this.product.url}${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) });
    const answer = (await response.json()) as Record<string, unknown>;
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${JSON.stringify(answer)}`);
    return answer;
  }

  /** As a supervisor does it on the settings page. */
  async set(section: string, change: object): Promise<void> {
    const { version, value } = (await this.call('GET', `/api/settings/${section}`)) as { version: number; value: object };
    await this.call('PUT', `/api/settings/${section}`, { body: { version, value: { ...value, ...change } } });
  }

  async hire(name: string, profile: { languages: readonly string[]; skillGroups: readonly string[] }): Promise<string> {
    const as = 'admin@demo';
    const staff = { email: `${name}@journeys.example`, name, role: 'agent', isActive: true, ...profile };
    const { id } = (await this.call('POST', '/api/staff', { as, body: staff }))['staff'] as { id: string };
    const { href } = (await this.call('POST', `/api/staff/${id}/password-link`, { as, body: {} })) as { href: string };
    await postJson(`${this.product.url}/api/staff/password`, { token: href.split('#password=')[1], password: PASSWORD });
    return id;
  }

  /** A demo agent, or one who was hired; online with this capacity. */
  async desk(name: string, capacity: number): Promise<StaffClient> {
    const isDemo = /^(agent\d|supervisor|admin)$/.test(name);
    const made = isDemo ? await connectStaff(this.product.url, `${name}@demo`, null) : await connectStaff(this.product.url, `${name}@journeys.example`, null, PASSWORD);
    this.#staff.push(made);
    await made.request('presence', { status: 'online', capacity });
    return made;
  }

  async visitor({ msisdn, ...auth }: { msisdn?: string; locale?: string; resumeToken?: string } = {}): Promise<Subscriber> {
    const token = msisdn === undefined ? {} : { token: await siteToken(this.product.url, msisdn) };
    const made = await connectSubscriber(this.product.url, { ...auth, ...token });
    this.#subscribers.push(made);
    return made;
  }

  /** Somebody who waits: by a tap, or by what they say. */
  async waiting(who: { msisdn?: string; locale?: string; says?: string } = {}): Promise<Subscriber> {
    const { says, ...auth } = who;
    const one = await this.visitor(auth);
    if (says === undefined) await one.request('handoff');
    else await one.send(says);
    await inState(one, 'queued');
    return one;
  }

  async serve(by: StaffClient, one: Subscriber): Promise<void> {
    await offeredTo(by, one);
    const accepted = await by.request('accept', { conversationId: idOf(one) });
    if (!accepted.ok) throw new Error(`not accepted: ${JSON.stringify(accepted)}`);
    await inState(one, 'live');
    await by.send(idOf(one), '您好');
  }

  /** Everybody goes home. */
  async clear(): Promise<void> {
    await Promise.all(this.#staff.map((one) => (one.socket.connected ? one.request('presence', { status: 'away' }) : null)));
    await Promise.all(this.#subscribers.map((one) => (one.socket.connected ? one.request('end') : null)));
    await Promise.all(this.#staff.map((one) => (one.socket.connected ? one.request('presence', { status: 'offline' }) : null)));
    for (const one of [...this.#subscribers, ...this.#staff]) one.close();
    this.#subscribers = [];
    this.#staff = [];
  }

  async restart(): Promise<void> {
    await this.clear();
    this.product = await this.product.restart();
  }

  async dispose(): Promise<void> {
    for (const one of [...this.#subscribers, ...this.#staff]) one.close();
    await this.product.dispose();
  }
}

/** The answer of the assistant, or of the house, that fits. */
export const told = (one: Subscriber, fits: (message: WireMessage) => boolean) => one.told.until<WireMessage>('message', fits);
