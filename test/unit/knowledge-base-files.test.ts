// What every article under knowledge-base/ must keep, so that it can be found, cited and trusted.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';

const knowledgeBase = new URL('../../knowledge-base/', import.meta.url);
const intentFolder = new URL('../../intents/', import.meta.url);
const questionFiles = ['questions', 'questions-blind'].map((name) => new URL(`../evaluation/${name}.jsonl`, import.meta.url));

const fields = ['id', 'locale', 'title', 'intents', 'plans', 'regions', 'validFrom', 'validTo', 'successor', 'keywords', 'asked'];
const locales = ['zh-CN', 'en'];
const planIds = [
  'lite-19', 'smooth-39', 'smooth-59', '5g-99', '5g-129', '5g-199',
  'senior-29', 'campus-36', 'home-169', 'business-259', 'legacy-58',
];
const day = /^\d{4}-\d{2}-\d{2}$/;

type ArticleFile = { name: string; meta: Record<string, unknown>; body: string };
type Question = { text: string; locale: string; article: string | null };

const articles = readdirSync(knowledgeBase).sort().map(readArticle);
const ids = new Set(articles.map((file) => text(file, 'id')));
const questions = questionFiles.flatMap((file) => readFileSync(file, 'utf8').trim().split('\n').map(readQuestion));

function readArticle(name: string): ArticleFile {
  const raw = readFileSync(new URL(name, knowledgeBase), 'utf8');
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(raw) ?? [];
  const meta: unknown = parse(head);
  return { name, meta: isRecord(meta) ? meta : {}, body: body.trim() };
}

function readQuestion(line: string): Question {
  const row: unknown = JSON.parse(line);
  if (!isRecord(row)) throw new Error(`not a question: ${line}`);
  const { text: words, locale, article } = row;
  if (typeof words !== 'string' || typeof locale !== 'string') throw new Error(`not a question: ${line}`);
  if (article !== null && typeof article !== 'string') throw new Error(`not a question: ${line}`);
  return { text: words, locale, article };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function text(file: ArticleFile, field: string): string {
  const value = file.meta[field];
  return typeof value === 'string' ? value : '';
}

function list(file: ArticleFile, field: string): string[] {
  const value = file.meta[field];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

function names(found: readonly ArticleFile[]): string[] {
  return found.map((file) => file.name);
}

function firstParagraph(file: ArticleFile): string {
  const [first = ''] = file.body.split('\n\n');
  return first.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1');
}

function comparable(words: string): string {
  return words.toLowerCase().replace(/[\s\p{P}]+/gu, '');
}

function isDayOrNull(value: unknown): boolean {
  return value === null || (typeof value === 'string' && day.test(value));
}

function intentIdsOfKind(kind?: string): string[] {
  const files = readdirSync(intentFolder).filter((name) => name.endsWith('.yaml'));
  const parsed = files.map((name): unknown => parse(readFileSync(new URL(name, intentFolder), 'utf8')));
  const intents = parsed.filter(isRecord).filter((intent) => kind === undefined || intent['kind'] === kind);
  return intents.map((intent) => String(intent['id']));
}

describe('front matter', () => {
  it('has exactly the agreed fields in every file', () => {
    expect(articles.length).toBeGreaterThan(0);
    for (const file of articles) expect([file.name, ...Object.keys(file.meta)]).toEqual([file.name, ...fields]);
  });

  it('names the file by id and locale', () => {
    for (const file of articles) expect(file.name).toBe(`${text(file, 'id')}.${text(file, 'locale')}.md`);
  });

  it('fills title and keywords with words', () => {
    const lacking = articles.filter((file) => text(file, 'title') === '' || list(file, 'keywords').length < 3);
    expect(names(lacking)).toEqual([]);
  });

  it('holds nothing but words in its lists', () => {
    const listFields = ['intents', 'plans', 'regions', 'keywords', 'asked'];
    const isWordList = (value: unknown): boolean => Array.isArray(value) && value.every((item) => typeof item === 'string');
    const wrong = articles.filter((file) => listFields.some((field) => !isWordList(file.meta[field])));
    expect(names(wrong)).toEqual([]);
  });

  it('gives its days as YYYY-MM-DD, the first not after the last', () => {
    const wrong = articles.filter((file) => {
      const { validFrom, validTo } = file.meta;
      if (typeof validFrom !== 'string' || !day.test(validFrom) || !isDayOrNull(validTo)) return true;
      return typeof validTo === 'string' && validFrom > validTo;
    });
    expect(names(wrong)).toEqual([]);
  });

  it('names only plans of the catalogue', () => {
    const unknown = articles.flatMap((file) => list(file, 'plans')).filter((plan) => !planIds.includes(plan));
    expect(unknown).toEqual([]);
  });

  it('names only intents of the catalogue, at least one', () => {
    const known = new Set(intentIdsOfKind());
    const wrong = articles.filter((file) => {
      const intents = list(file, 'intents');
      return intents.length === 0 || intents.some((intent) => !known.has(intent));
    });
    expect(names(wrong)).toEqual([]);
  });

  it('gives a withdrawn article a successor that is still in force', () => {
    const withdrawn = articles.filter((file) => file.meta['validTo'] !== null);
    const endless = new Set(articles.filter((file) => file.meta['validTo'] === null).map((file) => text(file, 'id')));
    expect(withdrawn.length).toBeGreaterThan(0);
    for (const file of withdrawn) expect([file.name, endless.has(text(file, 'successor'))]).toEqual([file.name, true]);
  });
});

describe('the knowledge base as a whole', () => {
  it('has every article in both languages, for the same plans, regions and days', () => {
    const shape = ({ meta }: ArticleFile): string =>
      JSON.stringify([meta['intents'], meta['plans'], meta['regions'], meta['validFrom'], meta['validTo'], meta['successor']]);
    for (const id of ids) {
      const versions = articles.filter((file) => text(file, 'id') === id);
      expect([id, ...versions.map((file) => text(file, 'locale')).sort()]).toEqual([id, ...[...locales].sort()]);
      expect([id, new Set(versions.map(shape)).size]).toEqual([id, 1]);
    }
  });

  it('answers every faq intent with an article for everybody', () => {
    const forAll = articles.filter((file) => list(file, 'plans').length === 0 && list(file, 'regions').length === 0);
    const covered = new Set(forAll.filter((file) => file.meta['validTo'] === null).flatMap((file) => list(file, 'intents')));
    const faqIntents = intentIdsOfKind('faq');
    expect(faqIntents.length).toBeGreaterThan(0);
    expect(faqIntents.filter((intent) => !covered.has(intent))).toEqual([]);
  });
});

describe('the text of an article', () => {
  it('opens with an answer short enough to stand alone', () => {
    const tooLong = articles.filter((file) => {
      const opening = firstParagraph(file);
      const length = text(file, 'locale') === 'en' ? opening.split(/\s+/).length : opening.length;
      return opening === '' || opening.startsWith('#') || length > (text(file, 'locale') === 'en' ? 70 : 120);
    });
    expect(names(tooLong)).toEqual([]);
  });

  it('has sections', () => {
    expect(names(articles.filter((file) => !/^## \S/m.test(file.body)))).toEqual([]);
  });

  it('links only to other articles that exist', () => {
    for (const file of articles) {
      const targets = [...file.body.matchAll(/\]\(([^)]*)\)/g)].map((match) => match[1] ?? '');
      const broken = targets.filter((to) => !to.startsWith('kb:') || !ids.has(to.slice(3)) || to.slice(3) === text(file, 'id'));
      expect([file.name, ...broken]).toEqual([file.name]);
    }
  });
});

describe('the questions used for judging', () => {
  it('point at articles that exist and repeat no question', () => {
    const lost = questions.filter(({ article }) => article !== null && !ids.has(article));
    expect(lost).toEqual([]);
    expect(new Set(questions.map((question) => comparable(question.text))).size).toBe(questions.length);
  });

  it('appear in no article', () => {
    const all = articles.map((file) => comparable(`${text(file, 'title')}\n${file.body}\n${list(file, 'keywords').join('\n')}\n${list(file, 'asked').join('\n')}`));
    const copied = questions.filter((question) => all.some((words) => words.includes(comparable(question.text))));
    expect(copied.map((question) => question.text)).toEqual([]);
  });
});
