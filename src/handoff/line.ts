/** The waiting line as the floor sees it: who stands where, how long it may take, and what to offer to whom next. */
import type { Conversation } from '../domain/conversation.js';
import type { ConversationId, StaffId } from '../domain/ids.js';
import type { Clock } from '../ports/clock.js';
import type { PresenceBoard } from '../ports/presence-board.js';
import type { StaffDirectory } from '../ports/staff-directory.js';
import type { WaitingLine } from '../ports/waiting-line.js';
import { estimateWait } from './estimate.js';
import type { WaitRange } from './estimate.js';
import { canServe, match } from './match.js';
import type { AgentOnFloor, Match } from './match.js';

export interface Place {
  readonly position: number;
  readonly eta: WaitRange | null;
}

export interface Floor {
  readonly line: readonly Conversation[];
  readonly agents: readonly AgentOnFloor[];
  readonly liveCount: number;
}

const SAMPLES = 50;

export class Line {
  constructor(
    private readonly deps: { waitingLine: WaitingLine; board: PresenceBoard; staff: StaffDirectory; clock: Clock },
  ) {}

  async floor(): Promise<Floor> {
    const { waitingLine, board, staff, clock } = this.deps;
    const [line, live, rows, people] = await Promise.all([waitingLine.queued(), waitingLine.live(), board.all(), staff.list()]);
    const now = clock.now();
    const loads = new Map<StaffId, number>();
    const count = (id: StaffId) => loads.set(id, (loads.get(id) ?? 0) + 1);
    for (const conversation of live) if (conversation.owner) count(conversation.owner.staffId);
    for (const conversation of line) if (conversation.offer && conversation.offer.expiresAt > now) count(conversation.offer.staffId);
    const byId = new Map(people.map((person) => [person.id, person]));
    const agents = rows.flatMap((row) => {
      const person = byId.get(row.staffId);
      if (!person?.isActive) return [];
      const isConnected = row.isConnected && row.leaseUntil > now;
      return [{ ...row, isConnected, skillGroups: person.skillGroups, load: loads.get(row.staffId) ?? 0 }];
    });
    return { line, agents, liveCount: live.length };
  }

  /** What to offer now, in serving order. */
  async nextOffers(): Promise<readonly Match[]> {
    const { line, agents } = await this.floor();
    return line.length === 0 ? [] : match(line, agents, this.deps.clock.now());
  }

  /** The place and range of everybody who waits. */
  async places(): Promise<ReadonlyMap<ConversationId, Place>> {
    const [{ line, agents }, handlingMs] = await Promise.all([this.floor(), this.deps.waitingLine.handlingTimes(SAMPLES)]);
    const floors = new Map<string, { slots: number; taken: number }>();
    const floorOf = (group: string) => {
      const known = floors.get(group);
      if (known) return known;
      const able = agents.filter((agent) => canServe(agent, group));
      const offers = line.filter((one) => one.offer && able.some((agent) => agent.staffId === one.offer?.staffId)).length;
      const made = {
        slots: able.reduce((sum, agent) => sum + agent.capacity, 0),
        taken: Math.max(0, able.reduce((sum, agent) => sum + agent.load, 0) - offers),
      };
      floors.set(group, made);
      return made;
    };
    return new Map(
      line.map((conversation, index) => {
        const floor = floorOf(conversation.waiting?.skillGroup ?? 'general');
        return [conversation.id, { position: index + 1, eta: estimateWait(index + 1, { handlingMs, ...floor }) }];
      }),
    );
  }
}
