/** How sure a match is the article that answers: words and intent together, and what sets it apart from the next. Pure. */
import type { Article } from '../domain/article.js';
import type { IntentScore } from '../domain/reading.js';
import type { Match } from './article-index.js';

export interface Candidate {
  readonly article: Article;
  readonly match: Match;
  /** Withdrawn article that led here, if any. */
  readonly from: Article | null;
  readonly intent: number;
  readonly score: number;
}

/** An article's first intent is what it is about; further ones it touches. */
const FURTHER_INTENT = 0.85;

/** A keyword of this length standing in the question is as good as it gets. */
const WHOLE_KEYWORD = { 'zh-CN': 6, en: 18 } as const;

/** Found by trying on questions written for it (`test/unit/knowledge/questions.dev.jsonl`), not on the evaluation set. */
const WEIGHTS = { words: 2, coverage: 1, named: 1, keyword: 1, intent: 2, ofOnePlan: -0.3 } as const;

export function intentShare(article: Article, ranking: readonly IntentScore[]): number {
  const share = ranking.reduce((sum, { intent, confidence }) => {
    const at = article.intents.indexOf(intent);
    return at < 0 ? sum : sum + confidence * (at === 0 ? 1 : FURTHER_INTENT);
  }, 0);
  return Math.min(1, share);
}

export function scoreOf(match: Match, article: Article, intent: number): number {
  const keyword = Math.min(1, match.keyword / WHOLE_KEYWORD[article.locale]);
  return (
    WEIGHTS.words * match.score +
    WEIGHTS.coverage * match.coverage +
    WEIGHTS.named * match.named +
    WEIGHTS.keyword * keyword +
    WEIGHTS.intent * intent +
    (article.plans.length > 0 ? WEIGHTS.ofOnePlan : 0)
  );
}
