/** Splits an article into passages that can be found and quoted on their own. */
import type { Article, Passage } from '../domain/article.js';

export interface ArticleSplitter {
  /**
   * In the order of the article, headings kept apart from the text, no sentence cut in two. Texts are plain: links and
   * emphasis gone, a table's rows as lines. The ids are the article's id, its locale and a number from 1.
   */
  split(article: Article): Promise<readonly Passage[]>;
}
