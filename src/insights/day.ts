/** A day of figures from what happened on it, and sums of days. Pure. */
import type { ConversationDigest, DayFigures, HandoffCounts } from '../domain/figures.js';
import type { Handoff } from '../ports/handoff-book.js';
import { added, spreadOf } from './spread.js';

export interface DayParts {
  /** Of conversations begun that day. */
  readonly digests: readonly ConversationDigest[];
  /** Asked for that day. */
  readonly handoffs: readonly Handoff[];
  /** When agents spoke in the conversations of these handoffs. */
  readonly agentAt: ReadonlyMap<string, readonly number[]>;
  readonly handlingMs: readonly number[];
}

const NO_HANDOFFS: HandoffCounts = { asked: 0, accepted: 0, failed: 0, 'timed-out': 0, left: 0, open: 0 };

export const NOTHING: DayFigures = {
  doors: {},
  outcomes: { assistant: 0, unanswered: 0, person: 0, none: 0 },
  ...{ questions: 0, fallbacks: 0, clarified: 0, unhelpful: 0 },
  intents: {},
  moods: { calm: 0, unhappy: 0, angry: 0 },
  ratings: { assistant: {}, agent: {} },
  handoffs: NO_HANDOFFS,
  ranges: { shown: 0, within: 0 },
  ...{ waits: {}, answers: {}, firstReplies: {}, handling: {} },
  model: { tokens: 0, costMicros: 0 },
};

export function dayOfFigures({ digests, handoffs, agentAt, handlingMs }: DayParts): DayFigures {
  const sum = (of: (one: ConversationDigest) => number): number => digests.reduce((total, one) => total + of(one), 0);
  return {
    doors: countedBy(digests, ({ channel }) => channel),
    outcomes: { ...NOTHING.outcomes, ...countedBy(digests, ({ outcome }) => outcome) },
    questions: sum(({ questions }) => questions),
    fallbacks: sum(({ fallbacks }) => fallbacks),
    clarified: sum(({ clarified }) => clarified),
    unhelpful: sum(({ unhelpful }) => unhelpful),
    intents: intentsOf(digests),
    moods: { ...NOTHING.moods, ...countedBy(digests, ({ mood }) => mood) },
    ratings: { assistant: ratingsOf(digests, 'assistant'), agent: ratingsOf(digests, 'agent') },
    handoffs: { ...NO_HANDOFFS, ...countedBy(handoffs, ({ end }) => end?.ending ?? 'open'), asked: handoffs.length },
    ranges: rangesOf(handoffs),
    waits: spreadOf(handoffs.flatMap(({ askedAt, end }) => (end?.ending === 'accepted' ? [(end.endedAt - askedAt) / 1000] : []))),
    answers: spreadOf(digests.flatMap(({ answerMs }) => (answerMs === null ? [] : [answerMs / 1000]))),
    firstReplies: spreadOf(handoffs.flatMap((handoff) => firstReply(handoff, agentAt.get(handoff.conversationId) ?? []))),
    handling: spreadOf(handlingMs.map((ms) => ms / 1000)),
    model: { tokens: sum(({ model }) => model.tokens), costMicros: sum(({ model }) => model.costMicros) },
  };
}

export function sumOfDays(days: readonly DayFigures[]): DayFigures {
  return days.reduce(
    (one, other) => ({
      doors: added(one.doors, other.doors),
      outcomes: { ...one.outcomes, ...added(one.outcomes, other.outcomes) },
      questions: one.questions + other.questions,
      fallbacks: one.fallbacks + other.fallbacks,
      clarified: one.clarified + other.clarified,
      unhelpful: one.unhelpful + other.unhelpful,
      intents: added(one.intents, other.intents),
      moods: { ...one.moods, ...added(one.moods, other.moods) },
      ratings: { assistant: added(one.ratings.assistant, other.ratings.assistant), agent: added(one.ratings.agent, other.ratings.agent) },
      handoffs: { ...NO_HANDOFFS, ...added({ ...one.handoffs }, { ...other.handoffs }) },
      ranges: { shown: one.ranges.shown + other.ranges.shown, within: one.ranges.within + other.ranges.within },
      waits: added(one.waits, other.waits),
      answers: added(one.answers, other.answers),
      firstReplies: added(one.firstReplies, other.firstReplies),
      handling: added(one.handling, other.handling),
      model: { tokens: one.model.tokens + other.model.tokens, costMicros: one.model.costMicros + other.model.costMicros },
    }),
    NOTHING,
  );
}

function countedBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}

function intentsOf(digests: readonly ConversationDigest[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { intents } of digests) for (const [intent, count] of Object.entries(intents)) counts[intent] = (counts[intent] ?? 0) + count;
  return counts;
}

function ratingsOf(digests: readonly ConversationDigest[], of: 'assistant' | 'agent'): Record<string, number> {
  return countedBy(digests.filter(({ rating }) => rating?.of === of), ({ rating }) => String(rating?.score ?? 0));
}

/** As the line's own figures judge it: a wait that ended otherwise than with an agent says nothing about the range. */
function rangesOf(handoffs: readonly Handoff[]): DayFigures['ranges'] {
  const told = handoffs.flatMap(({ askedAt, first, end }) => (first && end?.ending === 'accepted' ? [{ first, seconds: (end.endedAt - askedAt) / 1000 }] : []));
  return { shown: told.length, within: told.filter(({ first, seconds }) => seconds >= first.low && seconds <= first.high).length };
}

function firstReply({ end }: Handoff, agentAt: readonly number[]): readonly number[] {
  if (end?.ending !== 'accepted') return [];
  const spokeAt = agentAt.find((at) => at >= end.endedAt);
  return spokeAt === undefined ? [] : [(spokeAt - end.endedAt) / 1000];
}
