/** The staff's door: namespace `/desk`. Lets in by session, hands on, and delivers what happened on the floor. */
import type { Namespace, Server, Socket } from 'socket.io';
import type { Conversations } from '../../conversation/conversations.js';
import type { Conversation } from '../../domain/conversation.js';
import type { ErrorCode } from '../../domain/errors.js';
import type { Fact } from '../../domain/facts.js';
import type { ConversationId, StaffId } from '../../domain/ids.js';
import { mayByRole } from '../../identity/permissions.js';
import { sessionIdOfToken } from '../../identity/staff-sign-in.js';
import type { StaffSignIn } from '../../identity/staff-sign-in.js';
import type { AlertBook } from '../../ports/alert-book.js';
import type { Bus } from '../../ports/bus.js';
import type { Clock } from '../../ports/clock.js';
import type { RateLimit } from '../../ports/rate-limit.js';
import type { StaffDirectory } from '../../ports/staff-directory.js';
import { deskHandshake } from '../../protocol/desk.js';
import { DESK_NAMESPACE } from '../../protocol/limits.js';
import type { Logger } from '../../telemetry/logger.js';
import type { Metrics } from '../../telemetry/metrics.js';
import { serveRequests, wireError } from '../sockets/requests.js';
import type { SocketContext } from '../sockets/requests.js';
import { toDeskConversation, toLineNow, toStaffMessage, toWireNote } from '../wire.js';
import { BoardTeller } from './board-teller.js';
import { tellBrief } from './briefs.js';
import { deskRules } from './desk-rules.js';
import { DeskNotices } from './desk-notices.js';
import { DeskTeam } from './desk-team.js';
import { OfferTeller } from './offer-teller.js';
import { Onlookers } from './onlookers.js';
import { whileSignedIn } from './still-signed-in.js';
import { tellOwnState, tellWrapUp } from './own-state.js';
import { DeskSession } from './desk-session.js';

export interface DeskDoorDeps {
  readonly conversations: Conversations;
  readonly signIn: StaffSignIn;
  readonly staff: StaffDirectory;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly rateLimit: RateLimit;
  readonly logger: Logger;
  readonly metrics: Metrics;
  readonly alerts: AlertBook;
}

/** The board moves at most this often, however fast the line does; a little less often for each who is told, so that many desks cost no more than few. */
const BOARD_EVERY_MS = 150;
const BOARD_MORE_MS = 4;

const MOVES_THE_BOARD: ReadonlySet<Fact['type']> = new Set<Fact['type']>(['message.added', 'line.changed', 'presence.changed', 'agent.assigned', 'agent.released', 'alert.raised']);

export class DeskDoor {
  readonly #offers: OfferTeller;
  readonly #sessions = new Map<StaffId, Set<DeskSession>>();
  readonly #namespace: Namespace;
  readonly #context: SocketContext<DeskSession>;
  readonly #unsubscribe: () => void;
  readonly #team: DeskTeam;
  readonly #board: BoardTeller;
  readonly #notices: DeskNotices;
  readonly #onlookers: Onlookers;
  #isTellingBoard = false;

  constructor(
    io: Server,
    private readonly deps: DeskDoorDeps,
  ) {
    this.#team = new DeskTeam(deps, this.#sessions);
    this.#board = new BoardTeller(deps, this.#sessions);
    this.#notices = new DeskNotices(deps, this.#sessions);
    this.#notices.start();
    this.#onlookers = new Onlookers(deps, this.#sessions);
    this.#offers = new OfferTeller(deps);
    this.#context = {
      rules: deskRules(deps),
      rateLimit: deps.rateLimit,
      clock: deps.clock,
      logger: deps.logger,
      keyOf: (session) => session.staff.id,
      localeOf: (session) => session.locale,
      count: (event, outcome) => deps.metrics.requests.desk.add(event, outcome),
      isOpen: () => !deps.conversations.isStopping,
    };
    this.#namespace = io.of(DESK_NAMESPACE);
    this.#namespace.use((socket, next) => {
      this.#admit(socket).then(
        (code) => next(code === null ? undefined : handshakeError(code)),
        () => next(handshakeError('internal')),
      );
    });
    this.#namespace.on('connection', (socket) => void this.#connected(socket));
    this.#unsubscribe = deps.bus.subscribe((fact) => {
      this.#hear(fact)?.catch((error: unknown) => deps.logger.error({ error, fact: fact.type }, 'the desk could not be told'));
    });
  }

  close(): void {
    this.#unsubscribe();
    this.#board.stop();
    this.#notices.stop();
    // Told to go, a client of Socket.IO would stay away; cut off, it comes back by itself.
    for (const { conn } of this.#namespace.sockets.values()) conn.close();
  }

  async #admit(socket: Socket): Promise<ErrorCode | null> {
    const taken = await this.deps.rateLimit.take('desk.connect', socket.handshake.address);
    if (!taken.allowed) return 'rate-limited';
    const parsed = deskHandshake.safeParse(socket.handshake.auth);
    if (!parsed.success) return 'unauthenticated';
    const staff = await this.deps.signIn.whoIs(parsed.data.token);
    if (!staff) return 'unauthenticated';
    if (!mayByRole({ kind: 'staff', staff }, 'desk.use')) return 'forbidden';
    const { token, locale = 'zh-CN', alertsAfter = null } = parsed.data;
    socket.data = new DeskSession(socket, staff, locale, { sessionId: sessionIdOfToken(token), endsAt: await this.deps.signIn.endOf(token), alertsAfter });
    return null;
  }

  async #connected(socket: Socket): Promise<void> {
    const { conversations, logger, metrics } = this.deps;
    const session = socket.data as DeskSession;
    const { id } = session.staff;
    const peers = this.#sessions.get(id) ?? new Set();
    this.#sessions.set(id, peers.add(session));
    metrics.deskSockets.inc();
    const forget = whileSignedIn(this.deps.clock, { endsAt: session.endsAt, isSignedIn: () => this.deps.signIn.isSignedIn(String(socket.handshake.auth['token']), session.staff.role) }, () => void socket.disconnect(true));
    socket.on('disconnect', () => {
      forget();
      metrics.deskSockets.dec();
      peers.delete(session);
      if (peers.size === 0) this.#sessions.delete(id);
      this.#team.left(session);
      conversations.staffLeft(id).catch((error: unknown) => logger.error({ error }, 'presence could not be written'));
    });
    serveRequests(socket, session, this.#context);
    try {
      await conversations.staffArrived(id);
      // Before it is told how it stands: from there on it counts as one that was here.
      if (session.alertsAfter !== null) await this.#notices.catchUp(session, session.alertsAfter);
      await tellOwnState(this.deps, session);
      await this.#team.begin(session);
      await this.#repeatOffers(session);
      this.#tellBoard();
    } catch (error) {
      logger.error({ error }, 'a desk could not begin');
      socket.disconnect(true);
    }
  }

  /** A page that reloads in the middle of an offer sees it again, with the time that is left. */
  async #repeatOffers(session: DeskSession): Promise<void> {
    const { line } = await this.deps.conversations.floor();
    const now = this.deps.clock.now();
    for (const conversation of line) {
      if (conversation.offer?.staffId === session.staff.id && conversation.offer.expiresAt > now) await this.#offers.tell(conversation.id, conversation.offer, [session]);
    }
  }

  /** Null for what is most of all there is to hear, the messages: they are told at once. */
  #hear(fact: Fact): Promise<void> | null {
    if (MOVES_THE_BOARD.has(fact.type)) this.#board.moved();
    if (fact.type !== 'message.added') return this.#deliver(fact);
    this.#emit(fact.conversationId, fact.ownerId, 'message', () => toStaffMessage(fact.message));
    return null;
  }

  async #deliver(fact: Fact): Promise<void> {
    switch (fact.type) {
      case 'note.added':
        this.#emit(fact.conversationId, fact.ownerId, 'note', () => toWireNote(fact.note));
        return;
      case 'typing.changed':
        if (fact.from === 'subscriber') {
          this.#emit(fact.conversationId, fact.ownerId, 'typing', () => ({ conversationId: fact.conversationId, from: 'subscriber', on: fact.isOn, ...(fact.text === undefined ? {} : { text: fact.text }) }));
        }
        return;
      case 'conversation.changed':
        this.#emit(fact.conversationId, fact.conversation.owner?.staffId ?? null, 'conversation', () => toDeskConversation(fact.conversation));
        await this.#onlookers.heard(fact.conversation);
        return;
      case 'message.recalled':
        this.#emit(fact.conversationId, fact.ownerId, 'message:recall', () => ({ ...toStaffMessage(fact.message), recalled: true }));
        return;
      case 'pass.asked':
      case 'pass.ended':
      case 'viewing.changed':
        await this.#team.deliver(fact);
        if (fact.type === 'pass.ended') await this.#onlookers.lookAgain(fact.conversationId);
        return;
      case 'offer.made':
        await this.#offers.tell(fact.conversationId, fact.offer, this.#of(fact.offer.staffId));
        return;
      case 'offer.withdrawn':
        for (const session of this.#of(fact.staffId)) session.socket.emit('offer:withdrawn', { conversationId: fact.conversationId, reason: fact.reason });
        await this.#onlookers.lookAgain(fact.conversationId);
        return;
      case 'agent.assigned':
        await this.#assigned(fact.conversationId, fact.staffId, fact.reason);
        return;
      case 'agent.released':
        for (const session of this.#of(fact.staffId)) {
          session.watching.delete(fact.conversationId);
          this.#team.gaveUp(session, fact.conversationId);
          session.socket.emit('released', { conversationId: fact.conversationId, reason: fact.reason });
        }
        await tellWrapUp(this.deps, [...this.#of(fact.staffId)]);
        return;
      case 'brief.changed':
        await this.#briefAgain(fact.conversationId, ({ staff }) => staff.id === fact.staffId);
        return;
      case 'summary.written':
        await this.#summaryTold(fact);
        return;
      case 'line.changed':
        this.#tellBoard();
        return;
      case 'presence.changed':
        await Promise.all([...this.#of(fact.presence.staffId)].map((session) => tellOwnState(this.deps, session)));
        return;
      case 'case.changed':
        this.#notices.tellCase(fact.case);
        return;
      case 'follow-up.changed':
        this.#notices.tellFollowUp(fact.followUp);
        return;
      case 'staff.signed-out':
        for (const session of [...this.#of(fact.staffId)]) if (fact.sessionId === undefined || fact.sessionId === session.sessionId) session.socket.disconnect(true);
        return;
      case 'alert.raised':
        this.#notices.tellAlert(fact);
        return;
      default:
        return;
    }
  }

  /** To the owner's pages and to whoever watches; built only when somebody is there to see it. */
  #emit(conversationId: ConversationId, ownerId: StaffId | null, event: string, payload: () => object): void {
    if (this.#sessions.size === 0) return;
    let built: object | null = null;
    for (const [staffId, sessions] of this.#sessions) {
      for (const session of sessions) {
        if (staffId === ownerId || session.watching.has(conversationId)) session.socket.emit(event, (built ??= payload()));
      }
    }
  }

  #of(staffId: StaffId): Iterable<DeskSession> {
    return this.#sessions.get(staffId) ?? [];
  }

  async #assigned(id: ConversationId, staffId: StaffId, reason: string): Promise<void> {
    const { conversations } = this.deps;
    const sessions = [...this.#of(staffId)];
    if (sessions.length === 0) return;
    for (const session of sessions) session.socket.emit('assigned', { conversationId: id, reason });
    const conversation = await conversations.find(id);
    if (!conversation) return;
    await this.#tellBriefOf(conversation, sessions);
  }

  #tellBriefOf(conversation: Conversation, sessions: Iterable<DeskSession>): Promise<void> {
    return tellBrief(this.deps.conversations, { conversation, sessions }, (session, brief) => session.socket.emit('brief', { conversationId: conversation.id, brief }));
  }

  /** To whom it is offered and to whoever looks on: the subscriber said it differently. */
  async #briefAgain(id: ConversationId, isTold: (session: DeskSession) => boolean): Promise<void> {
    const seeing = [...this.#sessions.values()].flatMap((sessions) => [...sessions].filter((session) => isTold(session) || session.watching.has(id)));
    if (seeing.length === 0) return;
    const conversation = await this.deps.conversations.find(id);
    if (conversation) await this.#tellBriefOf(conversation, seeing);
  }

  /** To everybody who has the brief before them, in whose language it is. */
  async #summaryTold({ conversationId, locale }: Extract<Fact, { type: 'summary.written' }>): Promise<void> {
    if (this.#sessions.size === 0) return;
    const conversation = await this.deps.conversations.find(conversationId);
    const readers = [conversation?.owner?.staffId, conversation?.offer?.staffId, conversation?.pass?.to.staffId, ...(conversation?.helpers ?? []).map(({ staffId }) => staffId)];
    await this.#briefAgain(conversationId, (session) => session.locale === locale && readers.includes(session.staff.id));
  }

  #tellBoard(): void {
    if (this.#isTellingBoard) return;
    this.#isTellingBoard = true;
    this.deps.clock.after(BOARD_EVERY_MS + this.#sessions.size * BOARD_MORE_MS, () => {
      this.#isTellingBoard = false;
      this.#emitBoard().catch((error: unknown) => this.deps.logger.error({ error }, 'the board could not be told'));
    });
  }

  async #emitBoard(): Promise<void> {
    if (this.#sessions.size === 0) return;
    const queue = toLineNow(await this.deps.conversations.floor());
    this.deps.metrics.waiting.set(queue.counts.waiting);
    this.#namespace.emit('queue', queue);
  }
}

function handshakeError(code: ErrorCode): Error {
  return Object.assign(new Error(code), { data: wireError({ refused: code }, 'zh-CN') });
}
