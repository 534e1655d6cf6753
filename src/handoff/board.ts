/** The floor at one moment as a supervisor sees it, and what of it wants her attention. Pure. */
import { waitsSince } from '../domain/conversation-steps.js';
import type { Conversation } from '../domain/conversation.js';
import type { ConversationId, StaffId } from '../domain/ids.js';
import type { LineSettings } from '../domain/line-settings.js';
import type { Message } from '../domain/message.js';
import type { PromiseMade } from '../domain/promise.js';
import type { MoodLabel } from '../domain/reading.js';
import type { Staff } from '../domain/staff.js';
import { canServe } from './match.js';
import type { AgentOnFloor } from './match.js';

/** What was last said in one conversation. */
export interface Glimpse {
  readonly moods: readonly MoodLabel[];
  /** When the subscriber began to wait for an answer, or had last spoken when one came. */
  readonly subscriberAt: number | null;
  readonly agentAt: number | null;
}

export interface BoardFacts {
  readonly line: readonly Conversation[];
  readonly live: readonly Conversation[];
  readonly agents: readonly AgentOnFloor[];
  readonly people: readonly Staff[];
  readonly glimpses: ReadonlyMap<ConversationId, Glimpse>;
  readonly lastReplies: ReadonlyMap<StaffId, number>;
  readonly promises: readonly PromiseMade[];
  readonly rules: LineSettings;
  readonly hitRate: number | null;
  readonly now: number;
}

export interface BoardChat {
  readonly conversation: Conversation;
  readonly mood: MoodLabel;
  readonly unansweredSince: number | null;
}

export interface BoardAlert {
  readonly kind: 'line-full' | 'line-slow' | 'nobody-there' | 'anger' | 'silent-agent' | 'promise-due';
  readonly conversationId: ConversationId | null;
  readonly staffId: StaffId | null;
  readonly who: string | null;
  readonly at: number;
  readonly count: number;
}

const MOODS_KEPT = 3;
const PASSED_SHOWN = 20;
/** The line is slow before it has to send people away, so that something can still be done. */
const SLOW_SHARE = 0.8;
/** Somebody reloads her page, or comes back from a break: a moment without anybody is no trouble yet. */
const NOBODY_AFTER_MS = 30_000;
const LINE_LEVEL = { conversationId: null, staffId: null, who: null } as const;

/** Whoever asks again has waited since they first asked. `mood`: of these words; null for a tap. */
export function afterMessage(glimpse: Glimpse, { from, at }: Pick<Message, 'from' | 'at'>, mood: () => MoodLabel | null): Glimpse {
  if (from === 'agent') return { ...glimpse, agentAt: at };
  if (from !== 'subscriber') return glimpse;
  const { subscriberAt, agentAt, moods } = glimpse;
  const isWaiting = subscriberAt !== null && subscriberAt > (agentAt ?? 0);
  const felt = mood();
  return { ...glimpse, subscriberAt: isWaiting ? subscriberAt : at, moods: felt === null ? moods : [...moods, felt].slice(-MOODS_KEPT) };
}

export function boardOf(facts: BoardFacts) {
  const live = facts.live.map((conversation) => chatOf(conversation, facts.glimpses.get(conversation.id)));
  const { now, hitRate } = facts;
  return { at: now, waiting: { ...waitingOf(facts.line), passed: passedOf(facts) }, agents: agentsOf(facts), live, alerts: alertsOf(facts, live), hitRate };
}
export type Board = ReturnType<typeof boardOf>;

function waitingOf(line: readonly Conversation[]) {
  const groups = new Map<string, { count: number; longestSince: number }>();
  for (const { waiting } of line) {
    if (!waiting) continue;
    const known = groups.get(waiting.skillGroup) ?? { count: 0, longestSince: waitsSince(waiting) };
    groups.set(waiting.skillGroup, { count: known.count + 1, longestSince: Math.min(known.longestSince, waitsSince(waiting)) });
  }
  const all = [...groups].map(([group, { count, longestSince }]) => ({ group, count, longestSince }));
  const longestSince = all.length === 0 ? null : Math.min(...all.map((one) => one.longestSince));
  return { count: line.length, longestSince, groups: all.sort((a, b) => a.longestSince - b.longestSince) };
}

/** Who waits on because an agent declined, or did not answer: longest first. */
function passedOf({ line, people }: BoardFacts) {
  const names = namesOf(people);
  return line
    .flatMap(({ id, waiting }) => {
      const passes = (waiting?.passedBy ?? []).flatMap(({ staffId, how, reason }) => (how === undefined ? [] : [{ name: names.get(staffId) ?? staffId, how, reason: reason ?? null }]));
      return waiting && passes.length > 0 ? [{ conversationId: id, headline: waiting.headline, group: waiting.skillGroup, since: waitsSince(waiting), passes }] : [];
    })
    .sort((a, b) => a.since - b.since)
    .slice(0, PASSED_SHOWN);
}

function namesOf(people: readonly Staff[]): ReadonlyMap<StaffId, string> {
  return new Map(people.map(({ id, name }) => [id, name]));
}

function agentsOf({ agents, line, people, lastReplies, now }: BoardFacts) {
  const names = namesOf(people);
  // What is only on offer takes room, and is no chat of hers yet.
  const offered = (id: StaffId): number => line.filter(({ offer }) => offer?.staffId === id && offer.expiresAt > now).length;
  return agents
    .map((agent) => ({ ...agent, chats: agent.chats - offered(agent.staffId) }))
    .filter(({ isConnected, chats }) => isConnected || chats > 0)
    .map(({ staffId, status, isConnected, chats, load, capacity, wrapUpUntil }) => ({
      ...{ staffId, chats, load, capacity },
      name: names.get(staffId) ?? staffId,
      status: isConnected ? status : ('offline' as const),
      lastReplyAt: lastReplies.get(staffId) ?? null,
      wrapUpUntil: wrapUpUntil > now ? wrapUpUntil : null,
    }));
}

function chatOf(conversation: Conversation, glimpse: Glimpse | undefined): BoardChat {
  const { subscriberAt = null, agentAt = null } = glimpse ?? {};
  const from = Math.max(agentAt ?? 0, conversation.owner?.since ?? 0);
  const isOpen = subscriberAt !== null && subscriberAt > (agentAt ?? 0);
  return { conversation, mood: worst(glimpse?.moods ?? [], conversation.waiting?.mood ?? 'calm'), unansweredSince: isOpen ? Math.max(subscriberAt, from) : null };
}

/** The last words say how somebody feels; before any, what brought them here does. */
function worst(moods: readonly MoodLabel[], before: MoodLabel): MoodLabel {
  if (moods.length === 0) return before;
  return moods.includes('angry') ? 'angry' : moods.includes('unhappy') ? 'unhappy' : 'calm';
}

/** Those who wait for a group of which nobody is online, when one of them has for a while. */
function nobodyThere({ line, agents, now }: BoardFacts): readonly BoardAlert[] {
  const alone = line.flatMap(({ waiting }) => (waiting && !agents.some((agent) => canServe(agent, waiting.skillGroup)) ? [waitsSince(waiting)] : []));
  const since = Math.min(...alone);
  return alone.length > 0 && now - since >= NOBODY_AFTER_MS ? [{ ...LINE_LEVEL, kind: 'nobody-there', at: since, count: alone.length }] : [];
}

function alertsOf(facts: BoardFacts, live: readonly BoardChat[]): readonly BoardAlert[] {
  const { line, promises, rules, now } = facts;
  const oldest = Math.min(...line.map(({ waiting }) => (waiting ? waitsSince(waiting) : now)));
  const slowMs = rules.longestWaitMinutes * 60_000 * SLOW_SHARE;
  const silentMs = rules.silentAgentSeconds * 1000;
  const about = ({ conversation }: BoardChat) => ({ conversationId: conversation.id, staffId: conversation.owner?.staffId ?? null, who: conversation.owner?.name ?? null, count: 0 });
  return [
    ...nobodyThere(facts),
    ...(rules.lineCap > 0 && line.length >= rules.lineCap ? [{ ...LINE_LEVEL, kind: 'line-full' as const, at: now, count: line.length }] : []),
    ...(slowMs > 0 && line.length > 0 && now - oldest >= slowMs ? [{ ...LINE_LEVEL, kind: 'line-slow' as const, at: oldest, count: line.length }] : []),
    ...live.flatMap((chat) => (chat.mood === 'angry' ? [{ ...about(chat), kind: 'anger' as const, at: chat.conversation.owner?.since ?? now }] : [])),
    ...live.flatMap((chat) => (silentMs > 0 && chat.unansweredSince !== null && now - chat.unansweredSince >= silentMs ? [{ ...about(chat), kind: 'silent-agent' as const, at: chat.unansweredSince }] : [])),
    ...promises.map(({ conversationId, by, dueAt }) => ({ kind: 'promise-due' as const, conversationId, staffId: by === 'assistant' ? null : by.staffId, who: by === 'assistant' ? null : by.name, at: dueAt, count: 0 })),
  ];
}
