/** The articles of a revision, indexed by language; an article that lacks a language stands in the other one's shelf too. */
import type { Article, Passage } from '../domain/article.js';
import { LOCALES } from '../domain/locale.js';
import type { Locale } from '../domain/locale.js';
import { OftenUsed } from '../domain/recently-used.js';
import type { Revision } from '../ports/published-content.js';
import { ArticleIndex } from './article-index.js';
import type { Match } from './article-index.js';
import type { Question } from './question.js';
import { confidencesOf, intentShare, scoreOf } from './ranking.js';
import type { Candidate, IntentShare } from './ranking.js';
import type { Shares } from './shares.js';
import { inForce, isForOthers, mayUse } from './usable.js';
import type { Asker } from './usable.js';

/** Articles of an intent this likely are looked at even if they share no word with the question. */
const LIKELY_INTENT = 0.05;

/** What an article for one plan loses with somebody whose plan is unknown and who did not name it. */
const FOR_OTHERS = 0.35;

/** Some ten kB each. */
const QUESTIONS_KEPT = 200;

/** What was weighed last for a question, and by what: asked in the same words and read the same way it comes to the same. */
interface Weighed {
  readonly shares: Shares | null;
  readonly ranking: Question['ranking'];
  readonly candidates: readonly Candidate[];
}

const isLikely = ({ first, further }: IntentShare): boolean => first + further >= LIKELY_INTENT;

export class Library {
  private readonly indexes = new Map<Locale, ArticleIndex>();

  private readonly passagesByArticle = new Map<string, Passage[]>();

  private readonly weighed = new OftenUsed<string, Weighed>(QUESTIONS_KEPT);

  private readonly ranked = new OftenUsed<string, readonly Passage[]>(QUESTIONS_KEPT);

  constructor(private readonly revision: Pick<Revision, 'articles' | 'passages'>) {
    for (const passage of revision.passages) {
      const key = articleKey(passage.articleId, passage.locale);
      const own = this.passagesByArticle.get(key);
      if (own) own.push(passage);
      else this.passagesByArticle.set(key, [passage]);
    }
  }

  article(id: string, locale: Locale): Article | null {
    const { articles } = this.revision;
    const other = LOCALES.find((one) => one !== locale);
    return articles.get(articleKey(id, locale)) ?? (other && articles.get(articleKey(id, other))) ?? null;
  }

  /** The article in force in place of this one, as if it had been found. */
  candidate(article: Article, today: string): Candidate | null {
    const current = inForce(article, today, (id, locale) => this.article(id, locale));
    if (!current) return null;
    const match: Match = { article: current, passages: this.passagesOf(current), score: 0, coverage: 0, named: 0, keyword: 0, characters: 0, like: 0, asked: 0 };
    return { article: current, match, from: current === article ? null : article, intent: { first: 0, further: 0 }, elsewhere: null, score: 0 };
  }

  /** Everything that might answer and is in force; one candidate for each article. */
  candidates(question: Question, shares: Shares | null = null): readonly Candidate[] {
    const { text, locale, today, ranking } = question;
    const key = `${today} ${locale} ${ranking[0]?.intent ?? '-'} ${text}`;
    const known = this.weighed.get(key);
    if (known?.shares === shares && isSameRanking(known.ranking, ranking)) return known.candidates;
    const candidates = this.weigh(question, shares);
    this.weighed.put(key, { shares, ranking, candidates });
    return candidates;
  }

  private weigh({ text, locale, ranking, today }: Question, shares: Shares | null): readonly Candidate[] {
    const index = this.index(locale);
    const confidences = confidencesOf(ranking);
    const matches = [...index.match(text)];
    const matched = new Set(matches.map(({ article }) => article));
    matches.push(...index.withoutTerms((article) => !matched.has(article) && isLikely(intentShare(article, confidences))));
    const best = new Map<string, Candidate>();
    for (const match of matches) {
      const current = inForce(match.article, today, (id, other) => this.article(id, other));
      if (!current) continue;
      const intent = intentShare(current, confidences);
      const elsewhere = shares && Math.max(shares.get(match.article.id) ?? 0, shares.get(current.id) ?? 0);
      const score = scoreOf({ article: current, match, intent, elsewhere });
      const known = best.get(current.id);
      if (known && known.score >= score) continue;
      best.set(current.id, { article: current, match, from: current === match.article ? null : match.article, intent, elsewhere, score });
    }
    return [...best.values()];
  }

  /** Best first, of those this asker may use. */
  choose(found: readonly Candidate[], asker: Asker): readonly Candidate[] {
    return found
      .filter(({ article }) => mayUse(article, asker))
      .map((candidate) => (isForOthers(candidate.article, asker) ? { ...candidate, score: candidate.score - FOR_OTHERS } : candidate))
      .sort((one, other) => other.score - one.score);
  }

  /** The passages of a candidate as the article has them. */
  inOrder({ article }: Candidate): readonly Passage[] {
    return this.passagesOf(article);
  }

  /** The passages of a candidate, the one that answers best first; the opening one breaks ties, since articles begin with the answer. */
  passages(question: string, { article }: Candidate): readonly Passage[] {
    return this.ranked.take(`${articleKey(article.id, article.locale)} ${question}`, () => this.rank(question, article));
  }

  private rank(question: string, article: Article): readonly Passage[] {
    return this.index(article.locale)
      .rankPassages(question, this.passagesOf(article))
      .map(({ passage }) => passage);
  }

  private passagesOf(article: Article): readonly Passage[] {
    return this.passagesByArticle.get(articleKey(article.id, article.locale)) ?? [];
  }

  /** Built when the first question of a language comes. */
  private index(locale: Locale): ArticleIndex {
    const known = this.indexes.get(locale);
    if (known) return known;
    const made = new ArticleIndex(this.shelf(locale), this.revision.passages);
    this.indexes.set(locale, made);
    return made;
  }

  /** What the first question of each language would otherwise build, in short steps. */
  async makeReady(pause: () => Promise<void>): Promise<void> {
    for (const locale of LOCALES) if (!this.indexes.has(locale)) this.indexes.set(locale, await ArticleIndex.slowly(this.shelf(locale), this.revision.passages, pause));
  }

  private shelf(locale: Locale): readonly Article[] {
    const ids = new Set([...this.revision.articles.values()].map(({ id }) => id));
    return [...ids].flatMap((id) => this.article(id, locale) ?? []);
  }
}

function isSameRanking(one: Question['ranking'], other: Question['ranking']): boolean {
  return one === other || (one.length === other.length && one.every(({ intent, confidence }, index) => intent === other[index]?.intent && confidence === other[index].confidence));
}

/** As the revision keys its articles. */
function articleKey(id: string, locale: Locale): string {
  return `${id}.${locale}`;
}
