/** Words that stand in many texts and change in one place: `knowledge-base/variables.yaml`, written `{{hotline}}` in articles and answers. */
import { z } from 'zod';
import type { Article } from '../domain/article.js';
import type { AnswersByChannel, IntentDefinition } from '../domain/intent.js';
import { LOCALES } from '../domain/locale.js';
import type { Locale, Localised } from '../domain/locale.js';
import type { ContentFile } from './content-files.js';
import { problemAt } from './problem.js';
import type { ContentProblem } from './problem.js';
import { parseYaml } from './yaml-text.js';
import type { Parsed } from './yaml-text.js';

export const VARIABLES_PATH = 'knowledge-base/variables.yaml';

export type Variables = ReadonlyMap<string, Localised>;

const word = z.coerce.string().min(1).max(300);
const schema = z.record(z.string().max(64).regex(/^[a-z][a-z0-9_]*$/, 'badId'), z.union([z.strictObject({ 'zh-CN': word, en: word }), word]));
const MARK = /\{\{([^{}]{1,100})\}\}/g;

export function readVariables(file: ContentFile | undefined, problems: ContentProblem[]): Variables {
  const parsed = file ? parseYaml({ file: file.path, text: file.text, linesBefore: 0 }, schema) : { value: {} };
  if ('problems' in parsed) {
    problems.push(...parsed.problems);
    return new Map();
  }
  return new Map(Object.entries(parsed.value).map(([name, value]) => [name, typeof value === 'string' ? { 'zh-CN': value, en: value } : value]));
}

/** The names a text stands on. */
export function variablesIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(MARK)].map(([, name = '']) => name.trim()))];
}

/** A file that is one no more is told by its problems. */
export function parseVariables(file: ContentFile): Parsed<Variables> {
  const problems: ContentProblem[] = [];
  const value = readVariables(file, problems);
  return problems.length > 0 ? { problems } : { value };
}

/** Every text with its words put in; a name that stands for nothing is a problem, so that no mark is ever shown. */
export class WordsPutIn {
  constructor(
    private readonly variables: Variables,
    private readonly problems: ContentProblem[],
  ) {}

  article(article: Article): Article {
    const put = (text: string): string => this.put(text, article.locale, `knowledge-base/${article.id}.${article.locale}.md`);
    return { ...article, title: put(article.title), body: put(article.body) };
  }

  intent(intent: IntentDefinition): IntentDefinition {
    if (!intent.answers) return intent;
    const answers = LOCALES.flatMap((locale) => {
      const own = intent.answers?.[locale];
      return own ? [[locale, this.byChannel(own, locale, `intents/${intent.id}.yaml`)] as const] : [];
    });
    return { ...intent, answers: Object.fromEntries(answers) };
  }

  private byChannel(answers: AnswersByChannel, locale: Locale, file: string): AnswersByChannel {
    return Object.fromEntries(Object.entries(answers).map(([channel, text]) => [channel, this.put(text, locale, file)]));
  }

  private put(text: string, locale: Locale, file: string): string {
    return text.replace(MARK, (mark, spaced: string) => {
      const name = spaced.trim();
      const value = this.variables.get(name)?.[locale];
      if (value === undefined) this.problems.push(problemAt({ file, line: 1 }, (faults) => faults.noVariable(name)));
      return value ?? mark;
    });
  }
}
