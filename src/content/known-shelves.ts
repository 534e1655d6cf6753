/** Articles with their passages, one copy for all revisions whose articles are the same: what is built on them, such as the indexes they are found by, serves all of these. */
import type { Article, Passage } from '../domain/article.js';

/** As a revision has them. */
export interface Shelf {
  /** By `id` + `.` + locale. */
  readonly articles: ReadonlyMap<string, Article>;
  readonly passages: readonly Passage[];
}

/** Kept no longer than a revision has them. */
export class KnownShelves {
  readonly #articles = new Map<string, WeakRef<Shelf['articles']>>();
  readonly #passages = new WeakMap<Shelf['articles'], readonly Passage[]>();

  /** `name` comes of everything the articles say. */
  known(name: string): Shelf | undefined {
    const articles = this.#articles.get(name)?.deref();
    const passages = articles && this.#passages.get(articles);
    return articles && passages && { articles, passages };
  }

  /** The copy that all have: who made the same meanwhile gets the earlier one. */
  keep(name: string, shelf: Shelf): Shelf {
    const known = this.known(name);
    if (known) return known;
    for (const [other, kept] of this.#articles) if (kept.deref() === undefined) this.#articles.delete(other);
    this.#articles.set(name, new WeakRef(shelf.articles));
    this.#passages.set(shelf.articles, shelf.passages);
    return shelf;
  }
}
