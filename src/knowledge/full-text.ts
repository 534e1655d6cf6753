/** The second ranking of articles: by the words of their passages in the store's full text. Silent until the words and the shelf are ready. */
import { createHash } from 'node:crypto';
import type { Article, Passage } from '../domain/article.js';
import { OftenUsed } from '../domain/recently-used.js';
import type { Clock } from '../ports/clock.js';
import type { PassageSearch, SearchablePassage } from '../ports/passage-search.js';
import type { Revision } from '../ports/published-content.js';
import type { Segmenter } from '../ports/segmenter.js';
import type { Question } from './question.js';
import { sharesOfBest, type Shares } from './shares.js';
import { indexed, sought } from './words.js';

/** Raised whenever the same passages come out as other words. */
const WORDS_VERSION = 1;
const MOST_HITS = 60;
const TEXTS_AT_ONCE = 200;
const QUESTIONS_KEPT = 1000;
/** Until then its questions are answered without: filing anew at each of them would hold them up. */
const AGAIN_AFTER_MS = 30_000;

export interface FullTextDeps {
  readonly segmenter: Segmenter;
  readonly search: PassageSearch;
  readonly clock: Clock;
  /** Told when a revision could not be filed: its questions are then answered without. */
  readonly onTrouble?: (error: unknown) => void;
}

/** What was filed for a revision never changes, so what was found on it may be kept. */
interface Shelf {
  readonly name: string;
  readonly found: OftenUsed<string, Shares>;
}

export class FullText {
  private readonly shelves = new WeakMap<Revision, Promise<string | null>>();
  private readonly ready = new WeakMap<Revision, Shelf>();

  private isStopped = false;

  constructor(private readonly deps: FullTextDeps) {}

  /** What is being filed is given up: the next start begins anew. */
  stop(): void {
    this.isStopped = true;
  }

  /** Files a revision's passages unless another start or node has; resolves when its questions are answered by full text. */
  prepare(revision: Revision): Promise<string | null> {
    const known = this.shelves.get(revision);
    if (known) return known;
    const filing = this.file(revision).catch((error: unknown) => {
      if (this.isStopped) return null;
      this.deps.onTrouble?.(error);
      this.deps.clock.after(AGAIN_AFTER_MS, () => this.shelves.delete(revision));
      return null;
    });
    this.shelves.set(revision, filing);
    return filing;
  }

  /** What each article's best passage scored, as a share of the best; null while nothing is ready, which no question waits for. */
  async shares(revision: Revision, { text, locale }: Pick<Question, 'text' | 'locale'>): Promise<Shares | null> {
    const shelf = this.ready.get(revision);
    if (shelf === undefined || !this.deps.segmenter.isReady) {
      void this.prepare(revision);
      return null;
    }
    const question = `${locale} ${text}`;
    const known = shelf.found.get(question);
    if (known !== undefined) return known;
    try {
      const [words = []] = await this.deps.segmenter.words([text]);
      const shares = sharesOfBest(await this.deps.search.find({ shelf: shelf.name, locale, words: sought(words), most: MOST_HITS }));
      shelf.found.put(question, shares);
      return shares;
    } catch (error) {
      this.deps.onTrouble?.(error);
      return null;
    }
  }

  private async file(revision: Revision): Promise<string> {
    const { segmenter, search, clock } = this.deps;
    const shelf = shelfOf(revision);
    // Asked for a word in any case: from here on the dictionary is loaded.
    await segmenter.words(['']);
    if (!(await search.has(shelf))) await search.fill(shelf, await this.searchable(revision), clock.now(), () => !this.isStopped);
    this.ready.set(revision, { name: shelf, found: new OftenUsed(QUESTIONS_KEPT) });
    return shelf;
  }

  private async searchable({ articles, passages }: Revision): Promise<readonly SearchablePassage[]> {
    const filed: SearchablePassage[] = [];
    for (let from = 0; from < passages.length; from += TEXTS_AT_ONCE) {
      const some = passages.slice(from, from + TEXTS_AT_ONCE);
      const texts = some.flatMap((passage) => textsOf(passage, articles.get(`${passage.articleId}.${passage.locale}`)));
      const words = (await this.deps.segmenter.words(texts)).map(indexed);
      some.forEach(({ id, articleId, locale }, index) => {
        const [names = [], heading = [], body = []] = words.slice(3 * index, 3 * index + 3);
        filed.push({ id, articleId, locale, names, heading, body });
      });
    }
    return filed;
  }
}

function textsOf({ heading, text }: Passage, article: Article | undefined): readonly [string, string, string] {
  const names = article ? [article.title, ...article.keywords, ...(article.asked ?? [])] : [];
  return [names.join(' '), heading, text];
}

/** Named by what is in it, so that neither a restart nor a second node files it again. */
function shelfOf({ articles, passages }: Revision): string {
  const names = [...articles].map(([key, { title, keywords, asked }]) => [key, title, keywords, asked]);
  return createHash('sha256').update(JSON.stringify([WORDS_VERSION, names, passages])).digest('hex').slice(0, 24);
}
