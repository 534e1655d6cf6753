/** Who of the agents is offered what of the line, and why. Pure: the rules of the floor in one place. */
import type { Conversation } from '../domain/conversation.js';
import type { ConversationId, StaffId } from '../domain/ids.js';
import type { PresenceStatus } from '../domain/staff.js';

/** One agent as the matcher sees her. `load` counts live conversations and open offers. */
export interface AgentOnFloor {
  readonly staffId: StaffId;
  readonly status: PresenceStatus;
  readonly isConnected: boolean;
  readonly skillGroups: readonly string[];
  readonly capacity: number;
  readonly load: number;
  readonly idleSince: number;
}

export interface Match {
  readonly conversationId: ConversationId;
  readonly staffId: StaffId;
  readonly why: 'preferred' | 'longest-idle' | 'only-one-left';
}

/** After this long a conversation may be offered again to somebody who passed it, if nobody else can take it. */
export const PASS_COOLDOWN_MS = 30_000;

/** `line` in serving order. An agent takes at most one new offer a round, so that offers spread over the floor. */
export function match(line: readonly Conversation[], agents: readonly AgentOnFloor[], now: number): readonly Match[] {
  const room = new Map(agents.map((agent) => [agent.staffId, agent.capacity - agent.load]));
  const matches: Match[] = [];
  for (const conversation of line) {
    if (!conversation.waiting || (conversation.offer && conversation.offer.expiresAt > now)) continue;
    const found = choose(conversation, agents, room, now);
    if (!found) continue;
    room.set(found.staffId, (room.get(found.staffId) ?? 0) - 1);
    matches.push({ conversationId: conversation.id, ...found });
  }
  return matches;
}

export function canServe(agent: AgentOnFloor, skillGroup: string): boolean {
  return agent.isConnected && agent.status === 'online' && agent.skillGroups.includes(skillGroup);
}

function choose(
  conversation: Conversation,
  agents: readonly AgentOnFloor[],
  room: ReadonlyMap<StaffId, number>,
  now: number,
): Omit<Match, 'conversationId'> | null {
  const waiting = conversation.waiting;
  if (!waiting) return null;
  const able = agents.filter((agent) => canServe(agent, waiting.skillGroup) && (room.get(agent.staffId) ?? 0) > 0);
  const preferred = able.find((agent) => agent.staffId === waiting.preferredStaffId);
  if (preferred) return { staffId: preferred.staffId, why: 'preferred' };
  const passedAt = new Map(waiting.passedBy.map((pass) => [pass.staffId, pass.at]));
  const fresh = able.filter((agent) => !passedAt.has(agent.staffId));
  const pool = fresh.length > 0 ? fresh : able.filter((agent) => now - (passedAt.get(agent.staffId) ?? 0) >= PASS_COOLDOWN_MS);
  const best = [...pool].sort((a, b) => busyness(a, room) - busyness(b, room) || a.idleSince - b.idleSince || (a.staffId < b.staffId ? -1 : 1))[0];
  return best ? { staffId: best.staffId, why: fresh.length > 0 ? 'longest-idle' : 'only-one-left' } : null;
}

/** Share of the capacity in use, so that a free agent comes before a half-busy one. */
function busyness(agent: AgentOnFloor, room: ReadonlyMap<StaffId, number>): number {
  return 1 - (room.get(agent.staffId) ?? 0) / Math.max(agent.capacity, 1);
}
