/** The content as it lies in files: intents, the words people type instead, articles. What is wrong is told by file and line. */
import { parse } from 'yaml';
import type { Article } from '../domain/article.js';
import { ProductError } from '../domain/errors.js';
import type { IntentDefinition } from '../domain/intent.js';
import { parseLexicon } from '../understanding/lexicon.js';
import type { Lexicon, LexiconFile } from '../understanding/lexicon.js';
import { parseArticle } from './article-file.js';
import type { ContentFile, ContentFiles } from './content-files.js';
import { parseIntent } from './intent-file.js';
import { inSlices, ONE_FILE } from './slices.js';
import type { ContentProblem, Parsed } from './yaml-text.js';

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

export async function readSeed(files: ContentFiles): Promise<ReadSeed> {
  const [intentFiles, lexiconFiles, articleFiles] = await Promise.all([
    files.in('intents', '.yaml'),
    files.in('intents/lexicon', '.yaml'),
    files.in('knowledge-base', '.md'),
  ]);
  const problems: ContentProblem[] = [];
  const intents = collect(await inSlices(intentFiles, parseIntent, ONE_FILE), problems);
  const articles = collect(await inSlices(articleFiles, parseArticle, ONE_FILE), problems);
  const lexicon = readLexicon(lexiconFiles, problems);
  problems.push(...danglingReferences(intents, articles));
  return { seed: { intents, articles, lexicon }, problems };
}

/** For a start: content that is wrong is not served at all. */
export async function requireSeed(files: ContentFiles): Promise<Seed> {
  const { seed, problems } = await readSeed(files);
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

function readLexicon(files: readonly ContentFile[], problems: ContentProblem[]): Lexicon {
  const parsed: Partial<Record<LexiconFile, unknown>> = {};
  for (const name of LEXICON_FILES) {
    const file = files.find(({ path }) => path.endsWith(`/${name}.yaml`));
    if (file) parsed[name] = yamlOf(file, problems);
  }
  const read = parseLexicon(parsed);
  problems.push(...read.problems.map((text) => ({ file: 'intents/lexicon', line: 1, text })));
  return read.lexicon;
}

function yamlOf(file: ContentFile, problems: ContentProblem[]): unknown {
  try {
    return parse(file.text);
  } catch (error) {
    problems.push({ file: file.path, line: 1, text: error instanceof Error ? error.message : String(error) });
    return null;
  }
}

function danglingReferences(intents: readonly IntentDefinition[], articles: readonly Article[]): ContentProblem[] {
  const intentIds = new Set(intents.map(({ id }) => id));
  const articleIds = new Set(articles.map(({ id }) => id));
  return articles.flatMap((article) => {
    const file = `knowledge-base/${article.id}.${article.locale}.md`;
    const unknown = article.intents.filter((id) => !intentIds.has(id)).map((id) => `intents: there is no intent ${id}`);
    const { successor } = article;
    const missing = successor !== null && !articleIds.has(successor) ? [`successor: there is no article ${successor}`] : [];
    return [...unknown, ...missing].map((text) => ({ file, line: 1, text }));
  });
}
