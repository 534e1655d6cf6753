/** A socket whose connection and answers the test decides. */
import type { ChatHandshake, WireConversation, WireMessage } from '../../../src/protocol/chat.js';
import type { ChatSocket, OpenSocket } from '../../../src/web/kit/connection.js';

export interface Asked {
  readonly event: string;
  readonly payload: Record<string, unknown>;
  answer(ack: object): void;
  time(): void;
}

export class FakeSocket implements ChatSocket {
  connected = false;
  active = false;
  readonly isForeign = true;
  /** How often a connection was tried. */
  attempts = 0;
  /** How often it was told to connect, also while a connection was under way. */
  wishes = 0;
  handshakes: ChatHandshake[] = [];
  asked: Asked[] = [];
  readonly #listeners = new Map<string, (payload: never) => void>();
  #handshake: (() => ChatHandshake) | null = null;
  #pending = new Set<() => void>();

  readonly open: OpenSocket = (handshake) => {
    this.#handshake = handshake;
    return this;
  };

  /** While the library still tries by itself, another wish to connect changes nothing. */
  connect(): void {
    this.wishes += 1;
    if (!this.active) this.attempts += 1;
    this.active = true;
  }

  disconnect(): void {
    const hasStood = this.connected;
    this.active = false;
    this.#fall();
    if (hasStood) this.tell('disconnect', 'io client disconnect');
  }

  on(event: string, listener: (payload: never) => void): void {
    this.#listeners.set(event, listener);
  }

  ask(event: string, payload: object, _timeoutMs: number, answer: (failed: boolean, ack: unknown) => void): void {
    const done = (failed: boolean, ack: unknown): void => {
      this.#pending.delete(lose);
      answer(failed, ack);
    };
    const lose = (): void => done(true, null);
    this.#pending.add(lose);
    this.asked.push({ event, payload: payload as Record<string, unknown>, answer: (ack) => done(false, ack), time: () => done(true, null) });
  }

  /** The server accepts the connection that is being tried. */
  accept(): void {
    if (this.#handshake) this.handshakes.push(this.#handshake());
    this.connected = true;
    this.tell('connect', undefined);
  }

  refuse(code: string): void {
    this.active = false;
    this.tell('connect_error', Object.assign(new Error(code), { data: { code } }));
  }

  /** The server does not serve this page, and would be asked again by the library. */
  bar(): void {
    this.tell('connect_error', Object.assign(new Error('fetch read error'), { description: 403 }));
  }

  /** The network goes; the library goes on trying. */
  cut(): void {
    this.#fall();
    this.tell('disconnect', 'transport close');
  }

  tell(event: string, payload: unknown): void {
    this.#listeners.get(event)?.(payload as never);
  }

  /** The newest question of this kind. */
  last(event: string): Asked | undefined {
    return this.asked.findLast((asked) => asked.event === event);
  }

  #fall(): void {
    this.connected = false;
    for (const lose of [...this.#pending]) lose();
  }
}

export function conversationOf(change: Partial<WireConversation> = {}): WireConversation {
  return { id: 'c1', resumeToken: 'r1', state: 'bot', lastSeq: 0, verified: false, locale: 'zh-CN', elder: false, readSeq: { subscriber: 0, agent: 0 }, ...change };
}

export function messageOf(seq: number, change: Partial<WireMessage> = {}): WireMessage {
  return { id: `m${seq}`, conversationId: 'c1', seq, from: 'bot', kind: 'text', text: `message ${seq}`, at: 1_000_000 + seq * 1000, ...change };
}
