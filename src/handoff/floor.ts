/** The floor at one moment: who waits in which order, and what each agent has in hand. Pure. */
import type { Conversation } from '../domain/conversation.js';
import type { StaffId } from '../domain/ids.js';
import type { LineSettings } from '../domain/line-settings.js';
import type { Staff } from '../domain/staff.js';
import type { PresenceRow } from '../ports/presence-board.js';
import type { AgentOnFloor } from './match.js';
import { servingOrder, weightOf } from './order.js';

export interface Floor {
  /** In serving order. */
  readonly line: readonly Conversation[];
  readonly agents: readonly AgentOnFloor[];
  readonly liveCount: number;
}

/** What it is made of; each list is the same one until something in it changes. */
export interface FloorParts {
  readonly queued: readonly Conversation[];
  readonly live: readonly Conversation[];
  readonly rows: readonly PresenceRow[];
  readonly people: readonly Staff[];
  readonly rules: LineSettings;
}

/** Remembers the floor as it was drawn last: between two moves it is looked at many times, and a line may be long. */
export class FloorDrawing {
  #last: { readonly parts: FloorParts; readonly from: number; readonly until: number; readonly floor: Floor } | null = null;

  draw(parts: FloorParts, now: number): Floor {
    const last = this.#last;
    if (last !== null && last.from <= now && now < last.until && isSame(last.parts, parts)) return last.floor;
    const isSameLine = last !== null && last.parts.queued === parts.queued && last.parts.rules === parts.rules;
    const line = isSameLine ? last.floor.line : servingOrder(parts.queued, parts.rules);
    const floor = { line, agents: agentsOf(parts, now), liveCount: parts.live.length };
    this.#last = { parts, from: now, until: nextMove(parts, now), floor };
    return floor;
  }
}

function isSame(one: FloorParts, other: FloorParts): boolean {
  return one.queued === other.queued && one.live === other.live && one.rows === other.rows && one.people === other.people && one.rules === other.rules;
}

/** When time alone makes it another floor: an offer or a lease runs out. */
function nextMove({ queued, rows }: FloorParts, now: number): number {
  let next = Infinity;
  for (const { offer } of queued) if (offer && offer.expiresAt > now && offer.expiresAt < next) next = offer.expiresAt;
  for (const { leaseUntil } of rows) if (leaseUntil > now && leaseUntil < next) next = leaseUntil;
  return next;
}

function agentsOf({ queued, live, rows, people, rules }: FloorParts, now: number): readonly AgentOnFloor[] {
  const hands = new Map<StaffId, { load: number; chats: number }>();
  const count = (id: StaffId, conversation: Conversation) => {
    const { load, chats } = hands.get(id) ?? { load: 0, chats: 0 };
    hands.set(id, { load: load + weightOf(conversation, rules), chats: chats + 1 });
  };
  for (const conversation of live) if (conversation.owner) count(conversation.owner.staffId, conversation);
  const asked = new Set<StaffId>();
  for (const conversation of queued) {
    const { offer } = conversation;
    if (!offer || offer.expiresAt <= now) continue;
    count(offer.staffId, conversation);
    asked.add(offer.staffId);
  }
  const byId = new Map(people.map((person) => [person.id, person]));
  return rows.flatMap((row) => {
    const person = byId.get(row.staffId);
    if (!person?.isActive) return [];
    const isConnected = row.isConnected && row.leaseUntil > now;
    const { skillGroups, languages } = person;
    return [{ ...row, isConnected, skillGroups, languages, isAsked: asked.has(row.staffId), ...(hands.get(row.staffId) ?? { load: 0, chats: 0 }) }];
  });
}
