/** Real Socket.IO clients for journeys: a subscriber and a staff member, with everything they were told kept in order. */
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { WireConversation, WireMessage } from '../../src/protocol/chat.js';

export interface Ack {
  readonly ok: boolean;
  readonly error?: { readonly code: string; readonly message: string };
  readonly [key: string]: unknown;
}

/** A machine that many share may be late. */
const WAIT_MS = 20_000;
/** Longer than the grace of a vanished agent, which is the longest thing the product itself waits for. */
const TOLD_WITHIN_MS = 40_000;

/** What a client was told, by event, with a way to wait for the next thing that fits. */
export class Told {
  readonly all: { readonly event: string; readonly payload: unknown }[] = [];
  readonly #waiting = new Set<() => void>();

  add(event: string, payload: unknown): void {
    this.all.push({ event, payload });
    for (const check of [...this.#waiting]) check();
  }

  of<Payload>(event: string): Payload[] {
    return this.all.filter((one) => one.event === event).map((one) => one.payload as Payload);
  }

  /** The first that fits, now or later; rejects after a while, saying what came instead. */
  until<Payload>(event: string, fits: (payload: Payload) => boolean = () => true): Promise<Payload> {
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(check);
        reject(new Error(`no fitting "${event}" came; told so far: ${JSON.stringify(this.all.slice(-12))}`));
      }, TOLD_WITHIN_MS);
      // What lost a race is waited for by nobody, and keeps no process.
      timer.unref();
      const check = () => {
        const found = this.of<Payload>(event).find(fits);
        if (found === undefined) return;
        clearTimeout(timer);
        this.#waiting.delete(check);
        resolve(found);
      };
      this.#waiting.add(check);
      check();
    });
  }
}

export class Client {
  readonly told = new Told();

  constructor(readonly socket: Socket) {
    socket.onAny((event: string, payload: unknown) => this.told.add(event, payload));
  }

  async request(event: string, payload: object = {}): Promise<Ack> {
    // It does not come back by itself: what is said now would never leave.
    if (!this.socket.connected) throw new Error(`not connected, so there is no answer to "${event}"`);
    return this.socket.timeout(WAIT_MS).emitWithAck(event, payload) as Promise<Ack>;
  }

  close(): void {
    this.socket.disconnect();
  }
}

let counter = 0;
const newClientId = (): string => `c${process.pid}-${(counter += 1)}`;

export class Subscriber extends Client {
  get conversation(): WireConversation | undefined {
    return this.told.of<WireConversation>('conversation').at(-1);
  }

  get messages(): WireMessage[] {
    return this.told.of<WireMessage>('message');
  }

  send(text: string, clientId: string = newClientId()): Promise<Ack> {
    return this.request('send', { clientId, text });
  }

  press(id: string, value?: string): Promise<Ack> {
    return this.request('send', { clientId: newClientId(), action: value === undefined ? { id } : { id, value } });
  }

  /** Sends and resolves with the first message of the assistant that comes after it. */
  async ask(text: string): Promise<WireMessage> {
    const ack = await this.send(text);
    if (!ack.ok) throw new Error(`not taken: ${JSON.stringify(ack)}`);
    return this.told.until<WireMessage>('message', (message) => message.from === 'bot' && message.seq > Number(ack['seq']));
  }
}

export class StaffClient extends Client {
  send(conversationId: string, text: string, clientId: string = newClientId()): Promise<Ack> {
    return this.request('send', { conversationId, clientId, text });
  }
}

function connected<Made extends Client>(client: Made): Promise<Made> {
  return new Promise((resolve, reject) => {
    client.socket.once('connect', () => resolve(client));
    client.socket.once('connect_error', (error) => {
      client.socket.disconnect();
      reject(error);
    });
    client.socket.connect();
  });
}

const OPTIONS = { transports: ['websocket'], autoConnect: false, reconnection: false, forceNew: true };

export async function connectSubscriber(url: string, auth: object = {}): Promise<Subscriber> {
  const subscriber = await connected(new Subscriber(io(`${url}/chat`, { ...OPTIONS, auth })));
  await subscriber.told.until('conversation');
  return subscriber;
}

export async function connectStaff(url: string, email: string, status: string | null = 'online', password = 'demo'): Promise<StaffClient> {
  return staffOf(url, await staffToken(url, email, password), status);
}

/** Another socket of who is signed in. */
export async function staffOf(url: string, token: string, status: string | null): Promise<StaffClient> {
  const staff = await connected(new StaffClient(io(`${url}/desk`, { ...OPTIONS, auth: { token } })));
  await staff.told.until('desk');
  if (status !== null) await staff.request('presence', { status });
  return staff;
}

export async function staffToken(url: string, email: string, password = 'demo'): Promise<string> {
  const { token } = (await postJson(`${url}/api/staff/login`, { email, password })) as { token: string };
  return token;
}

export async function siteToken(url: string, msisdn: string): Promise<string> {
  const { token } = (await postJson(`${url}/demo/token`, { msisdn })) as { token: string };
  return token;
}

export async function postJson(url: string, body: object): Promise<unknown> {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
  return response.json();
}
