/** What editors call things that files and figures know by id: intents, articles, rules, texts of the draft. Pure. */
import type { ArticleEntry, IntentEntry, Lang, TextChange } from './wire.js';

export interface Names {
  readonly intent: (id: string) => string;
  /** In the editor's language when it has one. */
  readonly article: (id: string, locale?: Lang) => string;
  /** Where a message goes: an intent, a rule, or one of the words for what happens without an intent. */
  readonly route: (route: string) => string;
  readonly text: (path: string) => string;
  /** Between names. */
  readonly comma: string;
}

export interface NamedWords {
  readonly routes: Readonly<Record<string, string>>;
  readonly rules: Readonly<Record<string, string>>;
  readonly variables: string;
  readonly lexicon: (file: string) => string;
  readonly golden: (file: string) => string;
}

export interface Known {
  readonly intents: readonly Pick<IntentEntry, 'id' | 'names'>[];
  readonly articles: readonly Pick<ArticleEntry, 'id' | 'locale' | 'title'>[];
}

/** What an id stands for that has no name by now is its id. */
export function namesOf({ intents, articles }: Known, locale: Lang, words: NamedWords): Names {
  const ofIntents = new Map(intents.map(({ id, names }) => [id, names[locale]]));
  const ofArticles = new Map(articles.map((one) => [`${one.id}.${one.locale}`, one.title]));
  const intent = (id: string): string => ofIntents.get(id) || id;
  const article = (id: string, own: Lang = locale): string => ofArticles.get(`${id}.${own}`) || ofArticles.get(`${id}.zh-CN`) || ofArticles.get(`${id}.en`) || id;
  return {
    intent,
    article,
    comma: locale === 'en' ? ', ' : '、',
    route: (route) => words.routes[route] ?? ofIntents.get(route) ?? words.rules[route] ?? route,
    text: (path) => {
      const place = placeIn(path);
      if (place === null) return path;
      switch (place.kind) {
        case 'intent':
          return intent(place.id);
        case 'article': {
          const title = ofArticles.get(`${place.id}.${place.locale}`);
          return title === undefined ? path : `${title} (${place.locale === 'en' ? 'English' : '中文'})`;
        }
        case 'variables':
          return words.variables;
        default:
          return words[place.kind](place.id);
      }
    },
  };
}

type Place = { readonly kind: 'intent' | 'lexicon' | 'golden'; readonly id: string } | { readonly kind: 'article'; readonly id: string; readonly locale: Lang } | { readonly kind: 'variables' };

function placeIn(path: string): Place | null {
  if (path === 'knowledge-base/variables.yaml') return { kind: 'variables' };
  const [, intent] = /^intents\/([^/]+)\.yaml$/.exec(path) ?? [];
  if (intent !== undefined) return { kind: 'intent', id: intent };
  const [, shelf, file] = /^intents\/(lexicon|golden)\/([^/]+)\.yaml$/.exec(path) ?? [];
  if (shelf !== undefined && file !== undefined) return { kind: shelf === 'lexicon' ? 'lexicon' : 'golden', id: file };
  const [, id, locale] = /^knowledge-base\/([^/]+)\.(zh-CN|en)\.md$/.exec(path) ?? [];
  return id === undefined ? null : { kind: 'article', id, locale: locale === 'en' ? 'en' : 'zh-CN' };
}

/** Where in the studio a text of the draft is edited; null where it is not. */
export function hrefOf(path: string): string | null {
  const place = placeIn(path);
  switch (place?.kind) {
    case 'intent':
      return `#/intents/${place.id}`;
    case 'article':
      return `#/articles/${place.id}.${place.locale}`;
    case 'variables':
      return '#/variables';
    default:
      return null;
  }
}

/** The text of the draft behind a place of the studio such as `intents/balance_query`; null for one that is not there yet. */
export function pathOf(place: string): string | null {
  if (place === 'variables') return 'knowledge-base/variables.yaml';
  const [, kind, id] = /^(intents|articles)\/([^+]+)$/.exec(place) ?? [];
  return id === undefined ? null : kind === 'intents' ? `intents/${id}.yaml` : `knowledge-base/${id}.md`;
}

/** What is gone from the draft is called as the text itself said. */
export function nameInText({ path, hunks }: Pick<TextChange, 'path' | 'hunks'>, locale: Lang): string | null {
  const lines = hunks.flatMap((hunk) => hunk.lines.map(({ text }) => text));
  const field = path.startsWith('intents/') ? new RegExp(`^ {2}${locale}: (.+)$`) : /^title: (.+)$/;
  const said = lines.map((line) => field.exec(line)?.[1]).find((name) => name !== undefined);
  return said === undefined ? null : said.replace(/^(['"])(.*)\1$/, '$2');
}
