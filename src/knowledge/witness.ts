/** Tells how an answer from the articles came about: which were weighed and why they stand where they stand, and what was quoted. */
import type { Passage } from '../domain/article.js';
import type { Locale } from '../domain/locale.js';
import type { Certainty } from './certainty.js';
import { reasonsOf } from './ranking.js';
import type { Candidate, Reasons } from './ranking.js';

export interface WeighedArticle {
  readonly id: string;
  readonly locale: Locale;
  readonly title: string;
  readonly score: number;
  readonly reasons: Reasons;
}

export interface LookedUp {
  readonly certainty: Certainty;
  /** That the first of them is the right one. */
  readonly chance: number;
  /** Best first. */
  readonly articles: readonly WeighedArticle[];
  readonly quoted: readonly Pick<Passage, 'articleId' | 'locale' | 'heading' | 'text'>[];
}

const TOLD = 3;

export class Witness {
  private weighing: Omit<LookedUp, 'quoted'> | null = null;
  private readonly passages: LookedUp['quoted'][number][] = [];

  weighed({ candidates, certainty, chance }: { readonly candidates: readonly Candidate[]; readonly certainty: Certainty; readonly chance: number }): void {
    const articles = candidates.slice(0, TOLD).map((candidate) => {
      const { id, locale, title } = candidate.article;
      return { id, locale, title, score: candidate.score, reasons: reasonsOf(candidate) };
    });
    this.weighing = { certainty, chance, articles };
  }

  quoted(passages: readonly Passage[]): void {
    this.passages.push(...passages.map(({ articleId, locale, heading, text }) => ({ articleId, locale, heading, text })));
  }

  /** Of one turn; null when no article was looked at. */
  take(): LookedUp | null {
    const quoted = this.passages.splice(0);
    const told = this.weighing === null && quoted.length === 0 ? null : { certainty: 'sure' as const, chance: 1, articles: [], ...this.weighing, quoted };
    this.weighing = null;
    return told;
  }
}
