/** Direct Line over WebSocket: what was said as it is said, from a watermark on, in order and without gaps. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import { besideUpTo } from '../../domain/aside.js';
import type { Conversation } from '../../domain/conversation.js';
import { isRefusal } from '../../domain/errors.js';
import type { Fact } from '../../domain/facts.js';
import type { ConversationId } from '../../domain/ids.js';
import type { Bus } from '../../ports/bus.js';
import { watermark } from '../../protocol/direct-line.js';
import type { Watermark } from '../../protocol/direct-line.js';
import type { Logger } from '../../telemetry/logger.js';
import { placeActivity, typingActivity } from './activity-sets.js';
import type { ActivitySet, Viewer } from './activity-sets.js';
import { openedBy } from './direct-line-door.js';
import type { DirectLineDeps } from './direct-line-door.js';

const PATH = /^\/v3\/directline\/conversations\/([0-9A-Za-z]{10,40})\/stream$/;
const PING_EVERY_MS = 25_000;
const PLACES_EVERY_MS = 250;
const PLACES_REFRESH_MS = 10_000;
/** Clients only send empty frames, to see whether the line is alive. */
const MOST_BYTES = 4_096;
/** Pages of one conversation open at once. */
const MOST_STREAMS = 20;

type Deps = DirectLineDeps & { readonly bus: Bus; readonly logger: Logger };

interface Admitted {
  readonly conversation: Conversation;
  readonly after: Watermark | null;
  readonly viewer: Viewer;
}

export class DirectLineStreams {
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MOST_BYTES, perMessageDeflate: false });
  readonly #streams = new Map<ConversationId, Set<Stream>>();
  readonly #stops: (() => void)[] = [];
  #isLooking = false;
  /** Null when no telling of places is due. */
  #cancelPlaces: (() => void) | null = null;

  constructor(private readonly deps: Deps) {}

  start(): void {
    this.#stops.push(this.deps.bus.subscribe((fact) => this.#hear(fact)));
    this.#every(PING_EVERY_MS, () => {
      this.#all((stream) => stream.ping());
      // Within the time of a ping also what another node said and the bus lost.
      void this.#lookForUntold();
    });
    this.#every(PLACES_REFRESH_MS, () => this.#tellPlaces());
  }

  stop(): void {
    for (const stop of this.#stops) stop();
    this.#cancelPlaces?.();
    this.#all((stream) => stream.socket.close(1001));
    this.#server.close();
  }

  /** Leaves alone what is not ours. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const url = new URL(request.url ?? '/', 'http://door');
    const id = PATH.exec(url.pathname)?.[1];
    if (id === undefined) return;
    socket.on('error', () => socket.destroy());
    this.#admit(request, url, id).then(
      (admitted) => {
        if (typeof admitted === 'number') socket.end(`HTTP/1.1 ${admitted} Refused\r\nConnection: close\r\n\r\n`);
        else this.#server.handleUpgrade(request, socket, head, (open) => this.#begin(open, admitted));
      },
      (error: unknown) => {
        this.deps.logger.error({ error }, 'a stream could not begin');
        socket.destroy();
      },
    );
  }

  async #admit(request: IncomingMessage, url: URL, id: string): Promise<Admitted | number> {
    const { tokens, clock, rateLimit } = this.deps;
    if (!this.#isWelcome(request)) return 403;
    if (!(await rateLimit.take('chat.connect', `dl:${request.socket.remoteAddress ?? ''}`)).allowed) return 429;
    const grant = await tokens.open(url.searchParams.get('t') ?? '', clock.now());
    const after = watermark.safeParse(url.searchParams.get('watermark') ?? '');
    if (grant?.conversationId !== id) return 403;
    if (!after.success) return 400;
    const conversation = await openedBy(this.deps, grant);
    if (isRefusal(conversation) || (this.#streams.get(conversation.id)?.size ?? 0) >= MOST_STREAMS) return 403;
    const isSecure = 'encrypted' in request.socket || request.headers['x-forwarded-proto'] === 'https';
    return { conversation, after: after.data, viewer: { user: grant.user, origin: `${isSecure ? 'https' : 'http'}://${request.headers.host ?? ''}` } };
  }

  #isWelcome({ headers: { origin, host } }: IncomingMessage): boolean {
    return origin === undefined || this.deps.allowedOrigins.includes(origin) || (URL.canParse(origin) && new URL(origin).host === host);
  }

  #begin(socket: WebSocket, { conversation, after, viewer }: Admitted): void {
    const { id } = conversation;
    const peers = this.#streams.get(id) ?? new Set();
    const stream = new Stream(this.deps, socket, { conversation, after, viewer });
    this.#streams.set(id, peers.add(stream));
    socket.on('close', () => {
      peers.delete(stream);
      if (peers.size === 0) this.#streams.delete(id);
    });
    socket.on('error', () => socket.terminate());
    stream.pump();
    if (conversation.state === 'queued') this.#tellPlaces();
  }

  #hear(fact: Fact): void {
    if (fact.type === 'line.changed') this.#tellPlaces();
    if (!('conversationId' in fact) || fact.conversationId === null) return;
    for (const stream of this.#streams.get(fact.conversationId) ?? []) stream.hear(fact);
  }

  #tellPlaces(): void {
    if (this.#cancelPlaces || this.#streams.size === 0) return;
    const tell = async (): Promise<void> => {
      this.#cancelPlaces = null;
      if (![...this.#streams.values()].some((peers) => [...peers].some((stream) => stream.conversation.state === 'queued'))) return;
      for (const [id, place] of await this.deps.conversations.places()) {
        for (const stream of this.#streams.get(id) ?? []) stream.tellOnce(`${place.askedAt}/${place.position}/${place.eta?.high ?? ''}`, { activities: [placeActivity(stream.conversation, place)] });
      }
    };
    this.#cancelPlaces = this.deps.clock.after(PLACES_EVERY_MS, () => void tell().catch((error: unknown) => this.deps.logger.error({ error }, 'places could not be told')));
  }

  /** One after the other: it is no hurry, and a thousand pages are a thousand looks. */
  async #lookForUntold(): Promise<void> {
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      for (const [id, peers] of [...this.#streams]) {
        const conversation = await this.deps.conversations.find(id);
        if (conversation) for (const stream of peers) stream.see(conversation);
      }
    } catch (error) {
      this.deps.logger.warn({ error }, 'what was not told on Direct Line could not be looked for');
    } finally {
      this.#isLooking = false;
    }
  }

  #all(act: (stream: Stream) => void): void {
    for (const peers of this.#streams.values()) for (const stream of peers) act(stream);
  }

  #every(ms: number, task: () => void): void {
    let cancel = (): void => undefined;
    const again = (): void => {
      cancel = this.deps.clock.after(ms, () => {
        task();
        again();
      });
    };
    again();
    this.#stops.push(() => cancel());
  }
}

/** One page's line: which conversation it shows and up to where it has been told. */
class Stream {
  conversation: Conversation;
  readonly #viewer: Viewer;
  #told: Watermark | null;
  #isPumping = false;
  #isMoreDue = false;
  #isAlive = true;
  #lastTold = '';

  constructor(
    private readonly deps: Deps,
    readonly socket: WebSocket,
    { conversation, after, viewer }: Admitted,
  ) {
    this.conversation = conversation;
    this.#told = after;
    this.#viewer = viewer;
    socket.on('pong', () => (this.#isAlive = true));
  }

  ping(): void {
    if (!this.#isAlive) {
      this.socket.terminate();
      return;
    }
    this.#isAlive = false;
    this.socket.ping();
  }

  hear(fact: Fact): void {
    switch (fact.type) {
      case 'conversation.changed':
        this.conversation = fact.conversation;
        return;
      case 'message.added':
      case 'message.recalled':
      case 'aside.said':
        this.pump();
        return;
      case 'typing.changed':
        if (fact.isOn && fact.from !== 'subscriber') this.#send({ activities: [typingActivity(this.conversation)] });
        return;
      default:
        return;
    }
  }

  see(conversation: Conversation): void {
    if (this.#told !== null && (conversation.lastSeq > this.#told.seq || besideUpTo(conversation) > this.#told.beside)) this.pump();
  }

  /** Not of the record: told to this page when it differs from what it was told last. */
  tellOnce(key: string, set: ActivitySet): void {
    if (key === this.#lastTold || this.#told === null) return;
    this.#lastTold = key;
    this.#send(set);
  }

  /** Tells everything that is not told yet; what comes meanwhile is found by looking once more. */
  pump(): void {
    this.#isMoreDue = true;
    if (this.#isPumping) return;
    this.#isPumping = true;
    void this.#pumpAll();
  }

  /** Free again in the same breath in which it finds nothing more: what comes a moment later is pumped anew. */
  async #pumpAll(): Promise<void> {
    try {
      while (this.#isMoreDue && this.socket.readyState === this.socket.OPEN) {
        this.#isMoreDue = false;
        await this.#pumpOnce();
      }
    } catch {
      this.socket.terminate();
    } finally {
      this.#isPumping = false;
    }
  }

  async #pumpOnce(): Promise<void> {
    this.conversation = (await this.deps.conversations.find(this.conversation.id)) ?? this.conversation;
    const { activities, watermark: upTo, upTo: told } = await this.deps.sets.after(this.conversation, this.#told, this.#viewer);
    if (activities.length > 0) this.#send({ activities, ...(upTo === undefined ? {} : { watermark: upTo }) });
    if (activities.length > 0 && told.seq < this.conversation.lastSeq) this.#isMoreDue = true;
    this.#told = told;
  }

  #send(set: ActivitySet): void {
    if (set.activities.length > 0 && this.socket.readyState === this.socket.OPEN) this.socket.send(JSON.stringify(set));
  }
}
