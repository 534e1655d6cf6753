/** The waiting line as the floor sees it: who stands where, how long it may take, and what to offer to whom next. */
import type { Conversation } from '../domain/conversation.js';
import type { ConversationId } from '../domain/ids.js';
import type { Clock } from '../ports/clock.js';
import type { HandoffBook } from '../ports/handoff-book.js';
import type { PresenceBoard } from '../ports/presence-board.js';
import type { SettingsInForce } from '../ports/settings-in-force.js';
import type { StaffDirectory } from '../ports/staff-directory.js';
import type { WaitingLine } from '../ports/waiting-line.js';
import { waitEstimator } from './estimate.js';
import type { WaitRange } from './estimate.js';
import { FloorDrawing } from './floor.js';
import type { Floor } from './floor.js';
import { canServe, heldBackMs, match } from './match.js';
import type { Match } from './match.js';
import { poolsOf } from './pools.js';
import type { PlaceInPool } from './pools.js';

export interface Place {
  readonly position: number;
  readonly eta: WaitRange | null;
  /** Since when, epoch ms. */
  readonly askedAt: number;
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
  readonly #drawing = new FloorDrawing();

  constructor(private readonly deps: LineDeps) {}

  async floor(): Promise<Floor> {
    const { waitingLine, board, staff, clock, settings } = this.deps;
    const [queued, live, rows, people] = await Promise.all([waitingLine.queued(), waitingLine.live(), board.all(), staff.list()]);
    return this.#drawing.draw({ queued, live, rows, people, rules: settings.current('line') }, clock.now());
  }

  /** Whether somebody who serves the group is there, with hands free or not. */
  async isAnybodyThere(group: string): Promise<boolean> {
    return (await this.floor()).agents.some((agent) => canServe(agent, group));
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
    const rules = { settings: this.deps.settings.current('line'), now: this.deps.clock.now() };
    const estimators = new Map<string, ReturnType<typeof waitEstimator>>();
    const estimatorOf = (group: string, { slots, taken }: PlaceInPool) => {
      const known = estimators.get(group) ?? waitEstimator({ ...pace, slots, taken });
      estimators.set(group, known);
      return known;
    };
    const placeAt = (position: number, { waiting, offer }: Conversation): Place => {
      const group = waiting?.skillGroup ?? 'general';
      const pool = pools.next(group);
      const heldMs = waiting && !offer ? heldBackMs(waiting, agents, rules) : 0;
      return { askedAt: waiting?.since ?? 0, position, eta: later(estimatorOf(group, pool)(pool.place), heldMs) };
    };
    const places = new Map<ConversationId, Place>();
    const ofPerson = new Map<string, Place>();
    for (const conversation of line) {
      const { id, identity } = conversation;
      // While a place goes along to another window or channel there are two of it for a moment; nobody behind stands further back for that.
      const person = identity?.msisdn ?? id;
      const place = ofPerson.get(person) ?? placeAt(ofPerson.size + 1, conversation);
      ofPerson.set(person, place);
      places.set(id, place);
    }
    return places;
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

/** Not before the hold is over, unless it is ended by hand. */
function later(eta: WaitRange | null, heldMs: number): WaitRange | null {
  const held = Math.ceil(heldMs / 1000);
  return eta && { low: eta.low, likely: eta.likely + held, high: eta.high + held };
}
