/** What content files say, each read once: from one revision to the next nearly all of them are the same, and reading them takes longer than all the rest. */
import { z } from 'zod';
import type { Article } from '../domain/article.js';
import type { IntentDefinition } from '../domain/intent.js';
import { RecentlyUsed } from '../domain/recently-used.js';
import { parseArticle } from './article-file.js';
import type { ContentFile } from './content-files.js';
import { parseIntent } from './intent-file.js';
import { parseYaml } from './yaml-text.js';
import type { Parsed } from './yaml-text.js';

/** The files of the revision in force and of the draft, for an operator with a thousand of them. */
const MOST_KEPT = 4000;
/** Four files of words, as they are and as they were. */
const LEXICONS_KEPT = 16;

/** Its answers are shared: nobody changes them. */
export class KnownFiles {
  readonly #intents = new RecentlyUsed<string, Parsed<IntentDefinition>>(MOST_KEPT);
  readonly #articles = new RecentlyUsed<string, Parsed<Article>>(MOST_KEPT);
  readonly #lexicons = new RecentlyUsed<string, Parsed<unknown>>(LEXICONS_KEPT);

  readonly intent = (file: ContentFile): Parsed<IntentDefinition> => this.#intents.take(keyOf(file), () => parseIntent(file));

  readonly article = (file: ContentFile): Parsed<Article> => this.#articles.take(keyOf(file), () => parseArticle(file));

  /** One of `intents/lexicon/`: its thousand lines take longer than any other file. */
  readonly lexicon = (file: ContentFile): Parsed<unknown> => this.#lexicons.take(keyOf(file), () => parseYaml({ file: file.path, text: file.text, linesBefore: 0 }, z.unknown()));
}

function keyOf({ path, text }: ContentFile): string {
  return `${path}\0${text}`;
}
