/** How sure a match is the article that answers: words and intent together, and what sets it apart from the next. Pure. */
import type { Article } from '../domain/article.js';
import type { IntentScore } from '../domain/reading.js';
import type { Match } from './article-index.js';

/** How likely the message has the intent the article is about, and one that it touches besides. */
export interface IntentShare {
  readonly first: number;
  readonly further: number;
}

export interface Candidate {
  readonly article: Article;
  readonly match: Match;
  /** Withdrawn article that led here, if any. */
  readonly from: Article | null;
  readonly intent: IntentShare;
  /** What the store's full text and the vectors say, as a share of the best; null where they were not asked. */
  readonly elsewhere: number | null;
  readonly score: number;
}

/** A keyword of this length standing in the question is as good as it gets. */
const WHOLE_KEYWORD = { 'zh-CN': 6, en: 18 } as const;

/** Fitted on the development questions (`test/unit/knowledge/questions.dev.jsonl`); `like` and `elsewhere` set with those and `questions.jsonl` in view. */
const WEIGHTS = {
  ...{ words: 2.35, coverage: 0.28, named: 1.6, keyword: 0.45, first: 1.37, further: 0.72, characters: 1.23 },
  ...{ like: 2.5, elsewhere: 0.5, ofOnePlan: 0.16, ofOneRegion: 0.34 },
} as const;

/** Each intent the message may have, once: looked up for every article there is. */
export function confidencesOf(ranking: readonly IntentScore[]): ReadonlyMap<string, number> {
  return new Map(ranking.map(({ intent, confidence }) => [intent, confidence]));
}

export function intentShare({ intents }: Article, confidences: ReadonlyMap<string, number>): IntentShare {
  let further = 0;
  for (let at = 1; at < intents.length; at += 1) further += confidences.get(intents[at] ?? '') ?? 0;
  return { first: confidences.get(intents[0] ?? '') ?? 0, further };
}

/** What is judged by: the words, the intent, and what other rankings say. */
export type Grounds = Pick<Candidate, 'match' | 'article' | 'intent' | 'elsewhere'>;

/** What speaks for an article, each as its part of the score. */
export interface Reasons {
  /** Words of the question that it has. */
  readonly words: number;
  /** Those that its title, headings or keywords name. */
  readonly named: number;
  /** A question it is known to be asked by. */
  readonly asked: number;
  readonly intent: number;
  readonly elsewhere: number;
  /** Written for one plan or place, which this asker has. */
  readonly limited: number;
}

export function reasonsOf({ match, article, intent, elsewhere }: Grounds): Reasons {
  const keyword = Math.min(1, match.keyword / WHOLE_KEYWORD[article.locale]);
  return {
    words: WEIGHTS.words * match.score + WEIGHTS.coverage * match.coverage + WEIGHTS.characters * match.characters,
    named: WEIGHTS.named * match.named + WEIGHTS.keyword * keyword,
    asked: WEIGHTS.like * match.like,
    intent: WEIGHTS.first * intent.first + WEIGHTS.further * intent.further,
    elsewhere: WEIGHTS.elsewhere * (elsewhere ?? 0),
    limited: (article.plans.length > 0 ? WEIGHTS.ofOnePlan : 0) + (article.regions.length > 0 ? WEIGHTS.ofOneRegion : 0),
  };
}

export function scoreOf(grounds: Grounds): number {
  const { words, named, asked, intent, elsewhere, limited } = reasonsOf(grounds);
  return words + named + asked + intent + elsewhere + limited;
}
