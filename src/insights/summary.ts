/** What supervisors read from sums: shares, medians, averages, the most asked. Pure. */
import type { DayFigures } from '../domain/figures.js';
import { quantile } from './spread.js';

export interface Times {
  readonly count: number;
  /** Seconds. */
  readonly p50: number | null;
  readonly p90: number | null;
}

export interface Rating {
  readonly count: number;
  readonly average: number | null;
  /** Four and five of five. */
  readonly goodShare: number | null;
}

export interface Summary {
  readonly conversations: number;
  readonly doors: DayFigures['doors'];
  /** Of conversations in which something was asked, those that the assistant answered without a person. */
  readonly containment: number | null;
  readonly outcomes: DayFigures['outcomes'];
  readonly questions: number;
  readonly fallbackShare: number | null;
  readonly clarifiedShare: number | null;
  readonly unhelpful: number;
  readonly handoffs: DayFigures['handoffs'];
  readonly abandonment: number | null;
  readonly rangeHitRate: number | null;
  readonly waits: Times;
  readonly answers: Times;
  readonly firstReplies: Times;
  readonly handling: Times;
  readonly ratings: Readonly<Record<'assistant' | 'agent', Rating>>;
  readonly intents: readonly { readonly intent: string; readonly count: number }[];
  readonly moods: DayFigures['moods'];
  readonly model: DayFigures['model'];
}

const TOP_INTENTS = 15;

export function summaryOf(figures: DayFigures): Summary {
  const { doors, outcomes, questions, handoffs, ranges, ratings, moods, model, unhelpful } = figures;
  const asked = outcomes.assistant + outcomes.unanswered + outcomes.person;
  const intents = Object.entries(figures.intents).map(([intent, count]) => ({ intent, count }));
  return {
    conversations: Object.values(doors).reduce((sum, count) => sum + count, 0),
    ...{ doors, outcomes, questions, unhelpful, handoffs, moods, model },
    containment: share(outcomes.assistant, asked),
    fallbackShare: share(figures.fallbacks, questions),
    clarifiedShare: share(figures.clarified, questions),
    abandonment: share(handoffs.left, handoffs.asked - handoffs.open),
    rangeHitRate: share(ranges.within, ranges.shown),
    waits: times(figures.waits),
    answers: times(figures.answers),
    firstReplies: times(figures.firstReplies),
    handling: times(figures.handling),
    ratings: { assistant: rating(ratings.assistant), agent: rating(ratings.agent) },
    intents: intents.sort((one, other) => other.count - one.count || one.intent.localeCompare(other.intent)).slice(0, TOP_INTENTS),
  };
}

function share(part: number, whole: number): number | null {
  return whole <= 0 ? null : part / whole;
}

function times(spread: DayFigures['waits']): Times {
  return { count: Object.values(spread).reduce((sum, count) => sum + count, 0), p50: quantile(spread, 0.5), p90: quantile(spread, 0.9) };
}

function rating(scores: Readonly<Record<string, number>>): Rating {
  const entries = Object.entries(scores).map(([score, count]) => [Number(score), count] as const);
  const count = entries.reduce((sum, [, times]) => sum + times, 0);
  const total = entries.reduce((sum, [score, times]) => sum + score * times, 0);
  const good = entries.reduce((sum, [score, times]) => sum + (score >= 4 ? times : 0), 0);
  return { count, average: count === 0 ? null : total / count, goodShare: share(good, count) };
}
