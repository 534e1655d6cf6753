/** The waiting line as the floor sees it: who stands where, how long it may take, and what to offer to whom next. */
import type { Conversation } from '../domain/conversation.js';
import type { ConversationId, StaffId } from '../domain/ids.js';
import type { LineSettings } from '../domain/line-settings.js';
import type { Clock } from '../ports/clock.js';
import type { HandoffBook } from '../ports/handoff-book.js';
import type { PresenceBoard } from '../ports/presence-board.js';
import type { SettingsInForce } from '../ports/settings-in-force.js';
import type { StaffDirectory } from '../ports/staff-directory.js';
import type { WaitingLine } from '../ports/waiting-line.js';
import { waitEstimator } from './estimate.js';
import type { WaitRange } from './estimate.js';
import { match } from './match.js';
import type { AgentOnFloor, Match } from './match.js';
import { servingOrder, weightOf } from './order.js';
import { poolsOf } from './pools.js';
import type { PlaceInPool } from './pools.js';

export interface Place {
  readonly position: number;
  readonly eta: WaitRange | null;
  /** Since when, epoch ms. */
  readonly askedAt: number;
}

export interface Floor {
  /** In serving order. */
  readonly line: readonly Conversation[];
  readonly agents: readonly AgentOnFloor[];
  readonly liveCount: number;
}

export interface LineDeps {
  readonly waitingLine: WaitingLine;
  readonly handoffs: HandoffBook;
  readonly board: PresenceBoard;
  readonly staff: StaffDirectory;
  readonly settings: SettingsInForce;
  readonly clock: Clock;
}

interface Pace {
  readonly readAt: number;
  readonly handlingMs: readonly number[];
  readonly leavingPerSecond: number;
}

const SAMPLES = 50;
/** How far back it is looked how many give up. */
const LEAVING_WINDOW_MS = 3_600_000;
const PACE_EVERY_MS = 2000;

export class Line {
  #pace: Pace | null = null;
  #ordered: { readonly queued: readonly Conversation[]; readonly rules: LineSettings; readonly line: readonly Conversation[] } | null = null;

  constructor(private readonly deps: LineDeps) {}

  async floor(): Promise<Floor> {
    const { waitingLine, board, staff, clock, settings } = this.deps;
    const [queued, live, rows, people] = await Promise.all([waitingLine.queued(), waitingLine.live(), board.all(), staff.list()]);
    const now = clock.now();
    const rules = settings.current('line');
    const hands = new Map<StaffId, { load: number; chats: number }>();
    const count = (id: StaffId, conversation: Conversation) => {
      const { load, chats } = hands.get(id) ?? { load: 0, chats: 0 };
      hands.set(id, { load: load + weightOf(conversation, rules), chats: chats + 1 });
    };
    for (const conversation of live) if (conversation.owner) count(conversation.owner.staffId, conversation);
    for (const conversation of queued) if (conversation.offer && conversation.offer.expiresAt > now) count(conversation.offer.staffId, conversation);
    const byId = new Map(people.map((person) => [person.id, person]));
    const agents = rows.flatMap((row) => {
      const person = byId.get(row.staffId);
      if (!person?.isActive) return [];
      const isConnected = row.isConnected && row.leaseUntil > now;
      const { skillGroups, languages } = person;
      return [{ ...row, isConnected, skillGroups, languages, ...(hands.get(row.staffId) ?? { load: 0, chats: 0 }) }];
    });
    return { line: this.#inOrder(queued, rules), agents, liveCount: live.length };
  }

  /** Most reads of a long line find it as it was. */
  #inOrder(queued: readonly Conversation[], rules: LineSettings): readonly Conversation[] {
    if (this.#ordered?.queued !== queued || this.#ordered.rules !== rules) this.#ordered = { queued, rules, line: servingOrder(queued, rules) };
    return this.#ordered.line;
  }

  /** What to offer now, in serving order. */
  async nextOffers(): Promise<readonly Match[]> {
    const { line, agents } = await this.floor();
    return line.length === 0 ? [] : match(line, agents, { settings: this.deps.settings.current('line'), now: this.deps.clock.now() });
  }

  /** The place and range of everybody who waits. */
  async places(): Promise<ReadonlyMap<ConversationId, Place>> {
    const [{ line, agents }, pace] = await Promise.all([this.floor(), this.#paceNow()]);
    const pools = poolsOf(line, agents);
    const estimators = new Map<string, ReturnType<typeof waitEstimator>>();
    const estimatorOf = (group: string, { slots, taken }: PlaceInPool) => {
      const known = estimators.get(group) ?? waitEstimator({ ...pace, slots, taken });
      estimators.set(group, known);
      return known;
    };
    return new Map(
      line.map(({ id, waiting }, index) => {
        const group = waiting?.skillGroup ?? 'general';
        const pool = pools.next(group);
        return [id, { askedAt: waiting?.since ?? 0, position: index + 1, eta: estimatorOf(group, pool)(pool.place) }];
      }),
    );
  }

  /** Read now and then: how long services take changes slowly. */
  async #paceNow(): Promise<Pace> {
    const now = this.deps.clock.now();
    if (this.#pace && Math.abs(now - this.#pace.readAt) < PACE_EVERY_MS) return this.#pace;
    const { waitingLine, handoffs } = this.deps;
    const [handlingMs, lately] = await Promise.all([waitingLine.handlingTimes(SAMPLES), handoffs.leaving(now - LEAVING_WINDOW_MS, now)]);
    this.#pace = { readAt: now, handlingMs, leavingPerSecond: lately.waitedMs === 0 ? 0 : (lately.left * 1000) / lately.waitedMs };
    return this.#pace;
  }
}
