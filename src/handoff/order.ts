/** In which order those who wait are served: by rank and by time, under rules that nobody can starve by. Pure. */
import type { Conversation, Priority } from '../domain/conversation.js';
import type { ConversationWeights, LineSettings } from '../domain/line-settings.js';

const RANKS = ['normal', 'vip', 'unhappy', 'elder', 'urgent'] as const satisfies readonly (keyof ConversationWeights)[];
const MINUTE_MS = 60_000;

export function rankOf(priority: Priority): keyof ConversationWeights {
  return RANKS[priority];
}

/** How much of an agent's capacity this conversation takes. */
export function weightOf(conversation: Conversation, { weights }: LineSettings): number {
  return weights[rankOf(conversation.waiting?.priority ?? 0)];
}

/**
 * With ageing a rank is a head start: the order of two who wait never changes while both do, whoever waits long enough
 * comes first, and within one rank first come is first served. Without it the higher rank goes first, however long.
 */
export function servingOrder(line: readonly Conversation[], settings: LineSettings): readonly Conversation[] {
  const entries = line.map((conversation) => ({ conversation, place: placeOf(conversation, settings) }));
  entries.sort((one, other) => compare(one.place, other.place));
  return entries.map(({ conversation }) => conversation);
}

interface PlaceKey {
  readonly rank: number;
  readonly startedAt: number;
  readonly since: number;
  readonly id: string;
}

function placeOf({ id, waiting }: Conversation, { isAgeing, headStartMinutes }: LineSettings): PlaceKey {
  const priority = waiting?.priority ?? 0;
  const since = waiting?.since ?? 0;
  if (!isAgeing) return { rank: priority, startedAt: since, since, id };
  const rank = rankOf(priority);
  const minutes = rank === 'normal' ? 0 : headStartMinutes[rank];
  return { rank: 0, startedAt: since - minutes * MINUTE_MS, since, id };
}

function compare(one: PlaceKey, other: PlaceKey): number {
  return other.rank - one.rank || one.startedAt - other.startedAt || one.since - other.since || (one.id < other.id ? -1 : 1);
}
