/** The articles of one revision, indexed by language; an article that lacks a language stands in the other one's shelf too. */
import type { Article, Passage } from '../domain/article.js';
import { LOCALES } from '../domain/locale.js';
import type { Locale } from '../domain/locale.js';
import type { Revision } from '../ports/published-content.js';
import { ArticleIndex } from './article-index.js';
import type { Match } from './article-index.js';
import type { Question } from './question.js';
import { intentShare, scoreOf } from './ranking.js';
import type { Candidate, IntentShare } from './ranking.js';
import { inForce, mayUse } from './usable.js';
import type { Asker } from './usable.js';

/** Articles of an intent this likely are looked at even if they share no word with the question. */
const LIKELY_INTENT = 0.05;

const isLikely = ({ first, further }: IntentShare): boolean => first + further >= LIKELY_INTENT;

export class Library {
  private readonly indexes = new Map<Locale, ArticleIndex>();

  constructor(private readonly revision: Revision) {}

  article(id: string, locale: Locale): Article | null {
    const { articles } = this.revision;
    const other = LOCALES.find((one) => one !== locale);
    return articles.get(`${id}.${locale}`) ?? (other && articles.get(`${id}.${other}`)) ?? null;
  }

  /** The article in force in place of this one, as if it had been found. */
  candidate(article: Article, today: string): Candidate | null {
    const current = inForce(article, today, (id, locale) => this.article(id, locale));
    if (!current) return null;
    const match: Match = { article: current, passages: this.passagesOf(current), score: 0, coverage: 0, named: 0, keyword: 0, characters: 0, asked: 0 };
    return { article: current, match, from: current === article ? null : article, intent: { first: 0, further: 0 }, score: 0 };
  }

  /** Everything that might answer and is in force; one candidate for each article. */
  candidates({ text, locale, ranking, today }: Question): readonly Candidate[] {
    const index = this.index(locale);
    const matches = [...index.match(text)];
    const matched = new Set(matches.map(({ article }) => article));
    matches.push(...index.withoutTerms((article) => !matched.has(article) && isLikely(intentShare(article, ranking))));
    const best = new Map<string, Candidate>();
    for (const match of matches) {
      const current = inForce(match.article, today, (id, other) => this.article(id, other));
      if (!current) continue;
      const intent = intentShare(current, ranking);
      const score = scoreOf(match, current, intent);
      const known = best.get(current.id);
      if (known && known.score >= score) continue;
      best.set(current.id, { article: current, match, from: current === match.article ? null : match.article, intent, score });
    }
    return [...best.values()];
  }

  /** Best first, of those this asker may use. */
  choose(found: readonly Candidate[], asker: Asker): readonly Candidate[] {
    return found.filter(({ article }) => mayUse(article, asker)).sort((one, other) => other.score - one.score);
  }

  /** The passages of a candidate, the one that answers best first; the opening one breaks ties, since articles begin with the answer. */
  passages(question: string, { article }: Candidate): readonly Passage[] {
    const own = this.passagesOf(article);
    return this.index(article.locale)
      .rankPassages(question, own)
      .map(({ passage }) => passage);
  }

  private passagesOf(article: Article): readonly Passage[] {
    return this.revision.passages.filter(({ articleId, locale }) => articleId === article.id && locale === article.locale);
  }

  /** Built when the first question of a language comes. */
  private index(locale: Locale): ArticleIndex {
    const known = this.indexes.get(locale);
    if (known) return known;
    const ids = new Set([...this.revision.articles.values()].map(({ id }) => id));
    const articles = [...ids].flatMap((id) => this.article(id, locale) ?? []);
    const made = new ArticleIndex(articles, this.revision.passages);
    this.indexes.set(locale, made);
    return made;
  }
}
