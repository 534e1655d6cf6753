/** Who of the agents is offered what of the line, and why. Pure: the rules of the floor in one place. */
import type { AssignmentReason, Conversation, Waiting } from '../domain/conversation.js';
import type { ConversationId, StaffId } from '../domain/ids.js';
import type { LineSettings } from '../domain/line-settings.js';
import type { PresenceStatus } from '../domain/staff.js';
import { weightOf } from './order.js';

/** One agent as the matcher sees her. `load` is the weight of her live conversations and open offers, `chats` their number. */
export interface AgentOnFloor {
  readonly staffId: StaffId;
  readonly status: PresenceStatus;
  readonly isConnected: boolean;
  readonly skillGroups: readonly string[];
  readonly languages: readonly string[];
  readonly capacity: number;
  readonly load: number;
  readonly chats: number;
  readonly idleSince: number;
  readonly wrapUpUntil: number;
  /** An offer is before her that she has not answered. */
  readonly isAsked: boolean;
}

export interface Match {
  readonly conversationId: ConversationId;
  readonly staffId: StaffId;
  readonly why: AssignmentReason;
}

export interface FloorRules {
  readonly settings: LineSettings;
  readonly now: number;
}

/** After this long a conversation may be offered again to somebody who passed it, if nobody else can take it. */
export const PASS_COOLDOWN_MS = 30_000;

interface Hands {
  load: number;
  chats: number;
}

/** `line` in serving order. */
export function match(line: readonly Conversation[], agents: readonly AgentOnFloor[], rules: FloorRules): readonly Match[] {
  const hands = new Map<StaffId, Hands>(agents.map(({ staffId, load, chats }) => [staffId, { load, chats }]));
  // Behind one card no second countdown runs unseen. Where nobody is asked, chats simply come.
  const isOneByOne = !rules.settings.isAutoAccept;
  const asked = new Set<StaffId>(agents.filter(({ isAsked }) => isOneByOne && isAsked).map(({ staffId }) => staffId));
  const teams = teamsOf(agents, hands, rules);
  const matches: Match[] = [];
  for (const conversation of line) {
    const { waiting, offer, id } = conversation;
    if (!waiting || (offer && offer.expiresAt > rules.now)) continue;
    const { serving, free } = teams.of(waiting.skillGroup);
    // A thousand may wait for the same few who are all busy, or asked already.
    if (free.length === 0 || (!isNamed(waiting) && free.every(({ staffId }) => asked.has(staffId)))) continue;
    const weight = weightOf(conversation, rules.settings);
    const able = free.filter((agent) => hasRoom(agent, hands.get(agent.staffId) ?? agent, weight));
    const found = able.length === 0 ? null : choose(waiting, { serving, able, hands, asked }, rules);
    if (!found) continue;
    const taken = hands.get(found.staffId);
    if (taken) hands.set(found.staffId, { load: taken.load + weight, chats: taken.chats + 1 });
    if (isOneByOne) asked.add(found.staffId);
    teams.took(found.staffId);
    matches.push({ conversationId: id, ...found });
  }
  return matches;
}

/** Whether somebody is meant in person: she may be asked beside what is before her, others are asked one after the other. */
function isNamed({ preferredStaffId, caseOwnerStaffId, previousStaffId }: Waiting): boolean {
  return [preferredStaffId, caseOwnerStaffId, previousStaffId].some((id) => id !== null && id !== undefined);
}

interface Team {
  /** Those there who have the skill, busy or not. */
  readonly serving: readonly AgentOnFloor[];
  /** Those of them who have room for the lightest conversation there is. */
  free: readonly AgentOnFloor[];
}

function teamsOf(agents: readonly AgentOnFloor[], hands: ReadonlyMap<StaffId, Hands>, { settings, now }: FloorRules) {
  const lightest = Math.min(...Object.values(settings.weights));
  const isFree = (agent: AgentOnFloor): boolean => agent.wrapUpUntil <= now && hasRoom(agent, hands.get(agent.staffId) ?? agent, lightest);
  const teams = new Map<string, Team>();
  return {
    of(group: string): Team {
      const known = teams.get(group);
      if (known) return known;
      const serving = agents.filter((agent) => canServe(agent, group));
      const team: Team = { serving, free: serving.filter(isFree) };
      teams.set(group, team);
      return team;
    },
    /** Hands only fill during one round: who is full stays so. */
    took(staffId: StaffId): void {
      for (const team of teams.values()) team.free = team.free.filter((agent) => agent.staffId !== staffId || isFree(agent));
    },
  };
}

export function canServe(agent: AgentOnFloor, skillGroup: string): boolean {
  return agent.isConnected && agent.status === 'online' && agent.skillGroups.includes(skillGroup);
}

/** Whoever has nothing may take anything, however heavy: otherwise some conversations could never be taken. */
export function hasRoom({ capacity }: { readonly capacity: number }, { load, chats }: Hands, weight: number): boolean {
  return capacity > 0 && (chats === 0 || load + weight <= capacity);
}

/** How long, in ms, everybody who has room is kept from it: by having passed it just now, or by the wrap-up of another. */
export function heldBackMs({ skillGroup, passedBy }: Waiting, agents: readonly AgentOnFloor[], { settings, now }: FloorRules): number {
  const passedAt = new Map(passedBy.map(({ staffId, at }) => [staffId, at]));
  const lightest = Math.min(...Object.values(settings.weights));
  const holds = agents
    .filter((agent) => canServe(agent, skillGroup) && hasRoom(agent, agent, lightest))
    .map(({ staffId, wrapUpUntil }) => Math.max(0, wrapUpUntil - now, (passedAt.get(staffId) ?? -Infinity) + PASS_COOLDOWN_MS - now));
  return holds.length === 0 ? 0 : Math.min(...holds);
}

interface Floor {
  /** Those there who have the skill, busy or not. */
  readonly serving: readonly AgentOnFloor[];
  /** Those of them who can take it now. */
  readonly able: readonly AgentOnFloor[];
  readonly hands: ReadonlyMap<StaffId, Hands>;
  readonly asked: ReadonlySet<StaffId>;
}

function choose(waiting: Waiting, floor: Floor, rules: FloorRules): Omit<Match, 'conversationId'> | null {
  const { settings, now } = rules;
  const passedAt = new Map(waiting.passedBy.map((pass) => [pass.staffId, pass.at]));
  const known = (staffId: StaffId | null | undefined) => floor.able.find((agent) => agent.staffId === staffId && !passedAt.has(agent.staffId));
  const colleague = floor.able.find((agent) => agent.staffId === waiting.preferredStaffId);
  if (colleague) return { staffId: colleague.staffId, why: 'transfer' };
  const owner = settings.isCaseOwnerFirst ? known(waiting.caseOwnerStaffId) : undefined;
  if (owner) return { staffId: owner.staffId, why: 'case-owner' };
  const previous = settings.isPreviousAgentFirst ? known(waiting.previousStaffId) : undefined;
  if (previous) return { staffId: previous.staffId, why: 'previous-agent' };

  const spoken = speaking(waiting, floor, rules);
  const open = spoken.filter((agent) => !floor.asked.has(agent.staffId));
  const fresh = open.filter((agent) => !passedAt.has(agent.staffId));
  const pool = fresh.length > 0 ? fresh : open.filter((agent) => now - (passedAt.get(agent.staffId) ?? 0) >= PASS_COOLDOWN_MS);
  const [best] = [...pool].sort((a, b) => busyness(a, floor) - busyness(b, floor) || a.idleSince - b.idleSince || (a.staffId < b.staffId ? -1 : 1));
  if (!best) return null;
  return { staffId: best.staffId, why: fresh.length === 0 ? 'only-one-left' : spoken.length < floor.able.length ? 'language' : 'longest-idle' };
}

/** Those who speak the language; all of them when nobody there does, or when it has been waited for long enough. */
function speaking({ language, since }: Waiting, { serving, able }: Floor, { settings, now }: FloorRules): readonly AgentOnFloor[] {
  if (!settings.isLanguageMatched) return able;
  const speaks = (agent: AgentOnFloor) => agent.languages.includes(language);
  const free = able.filter(speaks);
  if (free.length > 0) return free;
  const isWorthWaiting = serving.some(speaks) && now - since < settings.languagePatienceSeconds * 1000;
  return isWorthWaiting ? [] : able;
}

/** Share of the capacity in use, so that a free agent comes before a half-busy one. */
function busyness(agent: AgentOnFloor, { hands }: Floor): number {
  return (hands.get(agent.staffId)?.load ?? agent.load) / Math.max(agent.capacity, 1);
}
