/** From open questions to content: phrases for an intent of the draft, and the beginning of an article. */
import type { ContentAuthor } from '../domain/content.js';
import { isRefusal } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { Locale } from '../domain/locale.js';
import { startOf } from '../domain/text-ends.js';
import type { Drafts } from './drafts.js';

export interface PhrasesWanted {
  readonly intent: string;
  readonly locale: Locale;
  readonly phrases: readonly string[];
  readonly by: ContentAuthor;
}

/** Adds what is not there yet; whoever saved meanwhile is not overwritten. */
export async function addPhrases(drafts: Drafts, { intent, locale, phrases, by }: PhrasesWanted): Promise<{ readonly added: number } | Refusal> {
  const found = await drafts.find('intent', intent);
  if (isRefusal(found)) return found;
  const examples = found.entry['examples'] as Readonly<Record<string, readonly string[]>> | undefined;
  const known = examples?.[locale] ?? [];
  const have = new Set(known.map(sameText));
  const fresh = [...new Map(phrases.map((phrase) => [sameText(phrase), phrase.trim()] as const)).entries()].filter(([key]) => !have.has(key)).map(([, phrase]) => phrase);
  if (fresh.length === 0) return { added: 0 };
  const entry = { ...found.entry, examples: { ...examples, [locale]: [...known, ...fresh] } };
  const saved = await drafts.save('intent', intent, { entry, by, version: found.version });
  return isRefusal(saved) ? saved : { added: fresh.length };
}

export interface ArticleBegun {
  readonly id: string;
  readonly locale: Locale;
  readonly title: string;
  readonly intents: readonly string[];
  readonly asked: readonly string[];
  readonly body: string;
  readonly by: ContentAuthor;
}

/** Far away, so that an article that was only begun answers nobody even when the draft is published. */
export const NOT_YET = '2099-12-31';

/** Begun once: who comes second, or again because the group was never told of it, gets what is there, with all that was written in it since. */
export async function beginArticle(drafts: Drafts, { id, locale, title, intents, asked, body, by }: ArticleBegun): Promise<{ readonly article: string; readonly version: number; readonly isNew: boolean } | Refusal> {
  const article = `${id}.${locale}`;
  const entry = { id, locale, title: startOf(title, 200), intents, validFrom: NOT_YET, asked: asked.map((text) => startOf(text, 300)), body };
  const saved = await drafts.save('article', article, { entry, by, version: null });
  if (!isRefusal(saved)) return { article, version: saved.version, isNew: true };
  const there = saved.refused === 'conflict' ? await drafts.find('article', article) : saved;
  return isRefusal(there) ? saved : { article, version: there.version, isNew: false };
}

/** A begun article's file name from the group it answers: the same group has one. */
export function articleIdFor(finding: string): string {
  return `gap-${finding.toLowerCase().replace(/[^a-z0-9]/g, '').slice(-16)}`;
}

/** Versions of the draft's articles, to see what has been edited since. */
export async function articleVersions(drafts: Drafts, articles: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (articles.length === 0) return new Map();
  const wanted = new Set(articles);
  return new Map((await drafts.list('article')).flatMap(({ entry, version }) => (wanted.has(`${String(entry['id'])}.${String(entry['locale'])}`) ? [[`${String(entry['id'])}.${String(entry['locale'])}`, version] as const] : [])));
}

function sameText(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
