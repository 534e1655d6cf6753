/** The content as it lies in files: intents, the words people type instead, articles. What is wrong is told by file and line. */
import type { Article } from '../domain/article.js';
import { ProductError } from '../domain/errors.js';
import type { IntentDefinition } from '../domain/intent.js';
import { parseLexicon } from '../understanding/lexicon.js';
import type { Lexicon, LexiconFile } from '../understanding/lexicon.js';
import type { ContentFile, ContentFiles } from './content-files.js';
import { LOCALES } from '../domain/locale.js';
import { lineOf } from './intent-file.js';
import { KnownFiles } from './known-files.js';
import { problemAt } from './problem.js';
import { inSlices } from './slices.js';
import type { ContentProblem } from './problem.js';
import { readVariables, WordsPutIn } from './variables.js';
import type { Parsed } from './yaml-text.js';

export interface Seed {
  readonly intents: readonly IntentDefinition[];
  readonly articles: readonly Article[];
  readonly lexicon: Lexicon;
}

export interface ReadSeed {
  readonly seed: Seed;
  readonly problems: readonly ContentProblem[];
}

const LEXICON_FILES: readonly LexiconFile[] = ['dialects', 'typos', 'pinyin', 'fillers'];

/** `known`: what was read before. */
export async function readSeed(files: ContentFiles, known = new KnownFiles()): Promise<ReadSeed> {
  const [{ intents, articles, problems, read }, lexiconFiles, [variables]] = await Promise.all([readDefinitions(files, known), files.in('intents/lexicon', '.yaml'), files.in('knowledge-base', '.yaml')]);
  const lexicon = readLexicon(lexiconFiles, known, problems);
  problems.push(...tooMany(intents.length, 'intents', MOST_INTENTS), ...tooMany(articles.length, 'knowledge-base', MOST_ARTICLES));
  problems.push(...danglingReferences({ intents, articles }, read));
  const words = new WordsPutIn(readVariables(variables, problems), problems);
  return { seed: { intents: intents.map((intent) => words.intent(intent)), articles: articles.map((article) => words.article(article)), lexicon }, problems };
}

/** Intents and articles as they are written, each by itself. */
export async function readDefinitions(files: ContentFiles, known = new KnownFiles()): Promise<Pick<Seed, 'intents' | 'articles'> & { readonly problems: ContentProblem[]; readonly read: readonly ContentFile[] }> {
  const [intentFiles, articleFiles] = await Promise.all([files.in('intents', '.yaml'), files.in('knowledge-base', '.md')]);
  const problems: ContentProblem[] = [];
  const intents = collect(await inSlices(intentFiles, known.intent), problems);
  const articles = collect(await inSlices(articleFiles, known.article), problems);
  return { intents, articles, problems, read: [...intentFiles, ...articleFiles] };
}

const MOST_INTENTS = 1000;
const MOST_ARTICLES = 10_000;

function tooMany(count: number, file: string, most: number): ContentProblem[] {
  return count <= most ? [] : [problemAt({ file, line: 1 }, (faults) => faults.tooMany(most))];
}

/** For a start: content that is wrong is not served at all. */
export async function requireSeed(files: ContentFiles, known?: KnownFiles): Promise<Seed> {
  const { seed, problems } = await readSeed(files, known);
  if (problems.length === 0) return seed;
  const told = problems.map(({ file, line, text }) => `${file}:${line} ${text}`).join('\n');
  throw new ProductError('internal', `the content cannot be used:\n${told}`);
}

function collect<Value>(parsed: readonly Parsed<Value>[], problems: ContentProblem[]): Value[] {
  const values: Value[] = [];
  for (const one of parsed) {
    if ('problems' in one) problems.push(...one.problems);
    else values.push(one.value);
  }
  return values;
}

function readLexicon(files: readonly ContentFile[], known: KnownFiles, problems: ContentProblem[]): Lexicon {
  const parsed: Partial<Record<LexiconFile, unknown>> = {};
  for (const name of LEXICON_FILES) {
    const file = files.find(({ path }) => path.endsWith(`/${name}.yaml`));
    if (!file) continue;
    const yaml = known.lexicon(file);
    if ('problems' in yaml) problems.push(...yaml.problems);
    else parsed[name] = yaml.value;
  }
  const read = parseLexicon(parsed);
  problems.push(...read.problems.map((text) => ({ file: 'intents/lexicon', line: 1, text, zh: text })));
  return read.lexicon;
}

/** Of what an article or an answer says: read as Markdown before, here it is only which articles it names. */
const ARTICLE_LINK = /\]\(kb:([a-z0-9-]+)/g;

/** What names something that is not there, at the line that names it. */
function danglingReferences({ intents, articles }: Pick<Seed, 'intents' | 'articles'>, files: readonly ContentFile[]): ContentProblem[] {
  // By the names of the files: a file that is wrong in itself is told of once, not again wherever it is named.
  const intentIds = new Set(files.flatMap(({ path }) => /^intents\/(.+)\.yaml$/.exec(path)?.[1] ?? []));
  const articleIds = new Set(files.flatMap(({ path }) => /^knowledge-base\/(.+)\.[\w-]+\.md$/.exec(path)?.[1] ?? []));
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const at = (file: string, words: string) => ({ file, line: lineOf(texts.get(file) ?? '', words) });
  const deadLinks = (file: string, said: string) =>
    [...said.matchAll(ARTICLE_LINK)].flatMap(([, target = '']) => (articleIds.has(target) ? [] : [problemAt(at(file, `kb:${target}`), (faults) => faults.deadLink(`kb:${target}`))]));
  const ofArticles = articles.flatMap(({ id, locale, successor, body, intents: named }) => {
    const file = `knowledge-base/${id}.${locale}.md`;
    return [
      ...named.filter((one) => !intentIds.has(one)).map((one) => problemAt(at(file, 'intents:'), (faults) => faults.noIntent(one), 'intents')),
      ...(successor !== null && !articleIds.has(successor) ? [problemAt(at(file, 'successor:'), (faults) => faults.noArticle(successor), 'successor')] : []),
      ...deadLinks(file, body),
    ];
  });
  const ofIntents = intents.flatMap(({ id, buttons = [], answers = {} }) => {
    const file = `intents/${id}.yaml`;
    const ofButtons = buttons.flatMap((button) => {
      if ('intent' in button && !intentIds.has(button.intent)) return [problemAt(at(file, button.intent), (faults) => faults.noIntent(button.intent), 'buttons')];
      return 'article' in button && !articleIds.has(button.article) ? [problemAt(at(file, button.article), (faults) => faults.noArticle(button.article), 'buttons')] : [];
    });
    return [...ofButtons, ...LOCALES.flatMap((locale) => Object.values(answers[locale] ?? {}).flatMap((said) => deadLinks(file, said)))];
  });
  return [...ofArticles, ...ofIntents];
}
