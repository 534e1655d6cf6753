/** An article as the chat quotes it, before it is saved: its passages, with the variables of the draft put in. */
import type { Passage } from '../domain/article.js';
import type { Refusal } from '../domain/errors.js';
import { picturesOf } from '../domain/picture.js';
import type { ShownPicture } from '../domain/picture.js';
import type { ArticleSplitter } from '../ports/article-splitter.js';
import type { ContentStore } from '../ports/content-store.js';
import { parseArticle } from './article-file.js';
import { articleText } from './article-text.js';
import { faulty } from './drafts.js';
import type { Json } from './intent-text.js';
import type { ContentProblem } from './problem.js';
import { readVariables, VARIABLES_PATH, WordsPutIn } from './variables.js';

export type QuotedPassage = Pick<Passage, 'heading' | 'text'> & { readonly pictures: readonly ShownPicture[] };

export async function asQuoted(entry: Json, { store, splitter }: { readonly store: ContentStore; readonly splitter: ArticleSplitter }): Promise<{ readonly passages: readonly QuotedPassage[] } | Refusal> {
  const path = `knowledge-base/${String(entry['id'])}.${String(entry['locale'])}.md`;
  const parsed = parseArticle({ path, text: articleText(entry, null) });
  if ('problems' in parsed) return faulty(parsed.problems);
  const problems: ContentProblem[] = [];
  const variables = readVariables((await store.draft()).find((text) => text.path === VARIABLES_PATH), problems);
  const article = new WordsPutIn(variables, problems).article(parsed.value);
  if (problems.length > 0) return faulty(problems);
  const passages = await splitter.split(article);
  return { passages: passages.map(({ heading, text }) => ({ heading, text, pictures: picturesOf(article.body, text) })) };
}
