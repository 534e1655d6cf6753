/** Keeps one socket to the server alive: connects, comes back after a loss with growing pauses, and asks questions with a time limit. */
import type { Ack, ChatEvents, ChatHandshake, ChatRequestName } from '../../protocol/chat.js';
import type { Timing } from './timing.js';

/** The part of a Socket.IO client that is used. */
export interface ChatSocket {
  readonly connected: boolean;
  /** True while the library itself goes on trying. */
  readonly active: boolean;
  /** The page belongs to another site than the server does. */
  readonly isForeign: boolean;
  connect(): void;
  disconnect(): void;
  on(event: string, listener: (payload: never) => void): void;
  ask(event: string, payload: object, timeoutMs: number, answer: (failed: boolean, ack: unknown) => void): void;
}

export type OpenSocket = (handshake: () => ChatHandshake) => ChatSocket;
/** `barred`: the server takes no connection from this page's origin. */
export type Link = 'idle' | 'connecting' | 'online' | 'offline' | 'barred';
/** `lost`: the connection went before the answer came; `late`: it stands, but no answer came in time. */
export type Answer<Result extends object> = Ack<Result> | 'lost' | 'late';

export interface ConnectionWatcher {
  onLink(link: Link): void;
  /** The server would not have this handshake; change it before the next attempt. */
  onRefused(code: string): void;
  onEvent(incoming: Incoming): void;
}

/** One event of the server, its payload told by its name. */
export type Incoming = { [Name in keyof ChatEvents]: { readonly name: Name; readonly payload: Parameters<ChatEvents[Name]>[0] } }[keyof ChatEvents];

const EVENTS: readonly (keyof ChatEvents)[] = ['conversation', 'message', 'message:delta', 'message:cancel', 'message:recall', 'queue', 'typing', 'survey', 'case'];
const ANSWER_WITHIN_MS = 12_000;
const FIRST_PAUSE_MS = 800;
const LONGEST_PAUSE_MS = 20_000;
const FORBIDDEN = 403;

export class Connection {
  readonly #socket: ChatSocket;
  readonly #timing: Timing;
  readonly #watcher: ConnectionWatcher;
  #isWanted = false;
  #hasBeenOnline = false;
  #isBarred = false;
  #failures = 0;
  #stopWaiting: (() => void) | null = null;

  constructor(open: OpenSocket, parts: { timing: Timing; watcher: ConnectionWatcher; handshake: () => ChatHandshake }) {
    this.#timing = parts.timing;
    this.#watcher = parts.watcher;
    this.#socket = open(parts.handshake);
    this.#listen();
  }

  get isOnline(): boolean {
    return this.#socket.connected;
  }

  start(): void {
    if (this.#isWanted) return;
    this.#isWanted = true;
    this.#watcher.onLink('connecting');
    this.#socket.connect();
  }

  /** Leaves and comes back with a new handshake. */
  restart(): void {
    if (!this.#isWanted) return;
    this.#socket.disconnect();
    // Leaving looks like a loss. To connect once more while a connection is under way makes the server close it.
    this.#stopWaiting?.();
    this.#watcher.onLink('connecting');
    this.#socket.connect();
  }

  stop(): void {
    this.#isWanted = false;
    this.#stopWaiting?.();
    this.#socket.disconnect();
    this.#watcher.onLink('idle');
  }

  /** The network or the page came back: do not sit out the rest of the pause. */
  hurry(): void {
    if (!this.#isWanted || this.#socket.connected) return;
    this.#stopWaiting?.();
    // The library sits out a pause of its own; leaving ends it.
    this.#socket.disconnect();
    this.#socket.connect();
  }

  ask<Result extends object = object>(event: ChatRequestName, payload: object): Promise<Answer<Result>> {
    if (!this.#socket.connected) return Promise.resolve(this.#isBarred ? 'late' : 'lost');
    return new Promise((resolve) => {
      this.#socket.ask(event, payload, ANSWER_WITHIN_MS, (failed, ack) => {
        if (!failed && isAck<Result>(ack)) resolve(ack);
        else resolve(this.#socket.connected ? 'late' : 'lost');
      });
    });
  }

  #listen(): void {
    this.#socket.on('connect', () => {
      this.#failures = 0;
      this.#hasBeenOnline = true;
      this.#isBarred = false;
      this.#watcher.onLink('online');
    });
    this.#socket.on('disconnect', () => this.#onDown());
    this.#socket.on('connect_error', (error: Error & { data?: { code?: string }; description?: unknown }) => {
      if (this.#socket.isForeign && error.description === FORBIDDEN) return this.#bar();
      const isRefusal = !this.#socket.active;
      if (isRefusal) this.#watcher.onRefused(error.data?.code ?? error.message);
      this.#onDown();
    });
    for (const name of EVENTS) this.#socket.on(name, (payload) => this.#watcher.onEvent({ name, payload } as Incoming));
  }

  /** Trying again changes nothing; it is looked again when the page or the network comes back. */
  #bar(): void {
    this.#isBarred = true;
    this.#socket.disconnect();
    this.#watcher.onLink('barred');
  }

  #onDown(): void {
    if (!this.#isWanted) return;
    this.#watcher.onLink(this.#hasBeenOnline ? 'offline' : 'connecting');
    if (this.#socket.active) return;
    // The library gives up when the server itself closed or refused; the subscriber did not.
    const pause = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** this.#failures) * (0.5 + this.#timing.random() / 2);
    this.#failures += 1;
    this.#stopWaiting?.();
    this.#stopWaiting = this.#timing.after(pause, () => this.#socket.connect());
  }
}

function isAck<Result extends object>(value: unknown): value is Ack<Result> {
  return typeof value === 'object' && value !== null && 'ok' in value;
}
