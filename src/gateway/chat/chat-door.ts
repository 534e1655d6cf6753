/** The subscriber's door: namespace `/chat`. Lets in, hands on, and delivers what happened. */
import type { Namespace, Server, Socket } from 'socket.io';
import type { Conversations } from '../../conversation/conversations.js';
import type { Case } from '../../domain/case.js';
import { isRefusal } from '../../domain/errors.js';
import type { ErrorCode } from '../../domain/errors.js';
import type { Fact } from '../../domain/facts.js';
import type { ConversationId, Msisdn } from '../../domain/ids.js';
import type { Locale } from '../../domain/locale.js';
import type { SiteTokens } from '../../identity/site-token.js';
import type { Bus } from '../../ports/bus.js';
import type { Clock } from '../../ports/clock.js';
import type { RateLimit } from '../../ports/rate-limit.js';
import { CHAT_NAMESPACE } from '../../protocol/limits.js';
import { chatHandshake } from '../../protocol/chat.js';
import type { Logger } from '../../telemetry/logger.js';
import type { Metrics } from '../../telemetry/metrics.js';
import { serveRequests, wireError } from '../sockets/requests.js';
import type { SocketContext } from '../sockets/requests.js';
import { toRecalledMessage } from '../wire.js';
import { toOwnCase } from '../case-wire.js';
import { chatRules } from './chat-rules.js';
import { ChatSession } from './chat-session.js';
import type { LinksBelow } from './chat-session.js';
import { PlaceTeller } from './place-teller.js';

export interface ChatDoorDeps {
  readonly conversations: Conversations;
  readonly siteTokens: SiteTokens;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly rateLimit: RateLimit;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

export class ChatDoor {
  readonly #sessions = new Map<ConversationId, Set<ChatSession>>();
  readonly #namespace: Namespace;
  readonly #context: SocketContext<ChatSession>;
  readonly #stops: (() => void)[] = [];
  readonly #places: PlaceTeller;
  /** One for all sessions. */
  readonly #linksBelow: LinksBelow;

  constructor(
    io: Server,
    private readonly deps: ChatDoorDeps,
  ) {
    this.#namespace = io.of(CHAT_NAMESPACE);
    this.#places = new PlaceTeller(deps, this.#sessions);
    this.#linksBelow = (message, conversation) => deps.conversations.personal.linksBelow(message, conversation);
    this.#stops.push(() => this.#places.stop());
    // One for all sockets: five thousand idle pages share it.
    this.#context = {
      rules: chatRules(deps.conversations),
      rateLimit: deps.rateLimit,
      clock: deps.clock,
      logger: deps.logger,
      keyOf: (session) => session.conversation.id,
      localeOf: (session) => session.conversation.locale,
      count: (event, outcome) => deps.metrics.requests.chat.add(event, outcome),
      isOpen: () => !deps.conversations.isStopping,
    };
    this.#namespace.use((socket, next) => {
      this.#admit(socket).then(
        (code) => next(code === null ? undefined : handshakeError(code, socket)),
        () => next(handshakeError('internal', socket)),
      );
    });
    this.#namespace.on('connection', (socket) => this.#connected(socket));
    this.#stops.push(deps.bus.subscribe((fact) => this.#deliver(fact)));
  }

  close(): void {
    for (const stop of this.#stops) stop();
    // Told to go, a client of Socket.IO would stay away; cut off, it comes back by itself.
    for (const { conn } of this.#namespace.sockets.values()) conn.close();
  }

  async #admit(socket: Socket): Promise<ErrorCode | null> {
    const { conversations, siteTokens, clock, rateLimit } = this.deps;
    const taken = await rateLimit.take('chat.connect', socket.handshake.address);
    if (!taken.allowed) return 'rate-limited';
    const parsed = chatHandshake.safeParse(socket.handshake.auth);
    if (!parsed.success) return 'bad-request';
    const { token, resumeToken, afterSeq, locale, page } = parsed.data;
    let msisdn: Msisdn | null = null;
    if (token !== undefined) {
      msisdn = await siteTokens.verify(token, clock.now());
      if (msisdn === null) return 'unauthenticated';
    }
    const opened = await conversations.open({
      resumeToken: resumeToken ?? null,
      seenUpTo: afterSeq ?? 0,
      msisdn,
      locale: locale ?? null,
      channel: page === 'wechat' ? 'wechat-page' : 'web',
    });
    if (isRefusal(opened)) return opened.refused;
    socket.data = new ChatSession(socket, opened.conversation, opened.resumeToken, afterSeq ?? null, this.#linksBelow);
    return null;
  }

  #connected(socket: Socket): void {
    const { conversations, logger, metrics } = this.deps;
    const session = socket.data as ChatSession;
    const { id } = session.conversation;
    const peers = this.#sessions.get(id) ?? new Set();
    this.#sessions.set(id, peers.add(session));
    metrics.chatSockets.inc();
    socket.on('disconnect', () => {
      metrics.chatSockets.dec();
      peers.delete(session);
      if (peers.size === 0) this.#sessions.delete(id);
    });
    serveRequests(socket, session, this.#context);
    session.begin(conversations).catch((error: unknown) => {
      logger.error({ error }, 'a chat could not begin');
      socket.disconnect(true);
    });
    if (session.conversation.state === 'queued') this.#places.moved();
  }

  #deliver(fact: Fact): void {
    if (fact.type === 'line.changed') {
      this.#places.moved();
      return;
    }
    if (fact.type === 'case.changed') {
      this.#tellCase(fact.case);
      return;
    }
    if (!('conversationId' in fact) || fact.conversationId === null) return;
    const sessions = this.#sessions.get(fact.conversationId);
    if (!sessions) return;
    for (const session of sessions) this.#tell(session, fact);
  }

  #tell(session: ChatSession, fact: Fact): void {
    switch (fact.type) {
      case 'message.added':
        session.tellMessage(fact.message, this.deps.conversations);
        return;
      case 'message.recalled':
        session.socket.emit('message:recall', toRecalledMessage(fact.message, session.conversation.locale));
        return;
      case 'conversation.removed':
      case 'conversation.left':
        // The page comes back by itself, and is given a new one.
        session.socket.conn.close();
        return;
      case 'conversation.changed':
        session.tellConversation(fact.conversation);
        return;
      case 'message.delta':
        session.socket.emit('message:delta', { id: fact.messageId, text: fact.text });
        return;
      case 'message.cancelled':
        session.socket.emit('message:cancel', { id: fact.messageId });
        return;
      case 'typing.changed':
        if (fact.from === 'agent' || fact.from === 'bot') session.tellTyping(fact.from, fact.isOn);
        return;
      case 'survey.asked':
        session.askForRating();
        return;
      default:
        return;
    }
  }

  /** To every page of the subscriber's, whichever conversation it shows, and to the conversation it was opened in. */
  #tellCase(one: Case): void {
    for (const [id, sessions] of this.#sessions) {
      for (const session of sessions) {
        const { identity, locale } = session.conversation;
        const isOwn = one.msisdn === null ? one.conversationId === id : identity?.msisdn === one.msisdn;
        if (isOwn) session.socket.emit('case', toOwnCase(one, locale));
      }
    }
  }
}

/** Socket.IO hands `data` to the page's `connect_error`. */
function handshakeError(code: ErrorCode, socket: Socket): Error {
  const auth: unknown = socket.handshake.auth;
  const locale: Locale = typeof auth === 'object' && auth !== null && 'locale' in auth && auth.locale === 'en' ? 'en' : 'zh-CN';
  return Object.assign(new Error(code), { data: wireError({ refused: code }, locale) });
}

