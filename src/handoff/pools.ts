/** Whom one who waits competes with: agents who can serve the group, and those ahead who may take them first. Pure. */
import type { Conversation } from '../domain/conversation.js';
import { canServe } from './match.js';
import type { AgentOnFloor } from './match.js';

export interface PlaceInPool {
  /** From 1; somebody ahead counts by the share of their agents that are also one's own. */
  readonly place: number;
  readonly slots: number;
  readonly taken: number;
}

interface Pool {
  readonly able: ReadonlySet<AgentOnFloor>;
  readonly slots: number;
  readonly taken: number;
}

/** `next` is asked for each who waits in serving order. */
export function poolsOf(line: readonly Conversation[], agents: readonly AgentOnFloor[]): { next(group: string): PlaceInPool } {
  const offered = new Map<string, number>();
  for (const { offer } of line) if (offer) offered.set(offer.staffId, (offered.get(offer.staffId) ?? 0) + 1);
  const pools = new Map<string, Pool>();
  const poolOf = (group: string): Pool => {
    const known = pools.get(group);
    if (known) return known;
    const able = new Set(agents.filter((agent) => canServe(agent, group)));
    const made = { able, slots: sum(able, ({ capacity }) => capacity), taken: sum(able, (agent) => Math.max(0, agent.load - (offered.get(agent.staffId) ?? 0))) };
    pools.set(group, made);
    return made;
  };
  // The same few groups meet again and again; how far they share their agents is the same each time.
  const shares = new Map<string, number>();
  const shareOf = (other: string, group: string): number => {
    const key = `${other}\n${group}`;
    const known = shares.get(key) ?? overlap(poolOf(other), poolOf(group));
    shares.set(key, known);
    return known;
  };
  const ahead = new Map<string, number>();
  return {
    next(group) {
      const own = poolOf(group);
      let place = 1;
      for (const [other, count] of ahead) place += count * shareOf(other, group);
      ahead.set(group, (ahead.get(group) ?? 0) + 1);
      return { place, slots: own.slots, taken: own.taken };
    },
  };
}

/** The share of one pool's slots that the other could also have. */
function overlap(one: Pool, other: Pool): number {
  if (one === other) return 1;
  return one.slots === 0 ? 0 : sum([...one.able].filter((agent) => other.able.has(agent)), ({ capacity }) => capacity) / one.slots;
}

function sum<Item>(items: Iterable<Item>, value: (item: Item) => number): number {
  let total = 0;
  for (const item of items) total += value(item);
  return total;
}
