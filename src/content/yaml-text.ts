/** YAML read against a schema, with every problem told by file and line, as an editor needs it. */
import { LineCounter, isNode, parseDocument } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import { z } from 'zod';
import type { Locale } from '../domain/locale.js';
import { contentWords } from '../wording/content/words.js';
import { problemAt } from './problem.js';
import type { ContentProblem } from './problem.js';

export interface YamlText {
  readonly file: string;
  readonly text: string;
  /** Lines of the file before this text begins. */
  readonly linesBefore: number;
  /** A file of many entries is read beside the product, and may be larger than one of them. */
  readonly mostChars?: number;
}

export type Parsed<Value> = { readonly value: Value } | { readonly problems: readonly ContentProblem[] };

/** The largest text that is looked at, in characters: of one entry, and of a file that holds many. */
export const MOST_CHARS = 1_000_000;
export const MOST_CHARS_OF_FILE = 5_000_000;
/** Enough to find every mistake of a person; a file that is no YAML at all has thousands. */
const MOST_PROBLEMS = 50;
/** Indents of a document: nothing of ours goes deeper than ten. */
const DEEPEST = 60;

const inChinese = z.locales.zhCN().localeError;
const inEnglish = z.locales.en().localeError;

export function parseYaml<Value>(source: YamlText, schema: z.ZodType<Value>): Parsed<Value> {
  const lines = new LineCounter();
  const at = (offset: number) => ({ file: source.file, line: source.linesBefore + lines.linePos(offset).line });
  const { mostChars = MOST_CHARS } = source;
  if (source.text.length > mostChars) return { problems: [problemAt(at(0), (faults) => faults.tooLarge(`${mostChars / 1_000_000} MB`))] };
  const deep = tooDeep(source.text);
  if (deep !== null) return { problems: [problemAt({ file: source.file, line: source.linesBefore + deep }, (faults) => faults.tooDeep)] };
  const document = parseDocument(source.text, { lineCounter: lines });
  const wrong = [...document.errors, ...document.warnings];
  if (wrong.length > 0) return { problems: wrong.slice(0, MOST_PROBLEMS).map((error) => syntaxProblem(at(error.pos[0]), error)) };
  let value: unknown;
  try {
    value = document.toJS();
  } catch {
    return { problems: [problemAt(at(0), (faults) => faults.tooDeep)] };
  }
  const checked = schema.safeParse(value, { error: inEnglish });
  if (checked.success) return { value: checked.data };
  return { problems: issuesOf(schema, value, checked.error).map(({ path, text, zh }) => ({ ...at(offsetOf(document, path)), text, zh })).slice(0, MOST_PROBLEMS) };
}

/** The same issues in both languages: our own messages name a sentence of the wording, the rest are the validator's. */
function issuesOf(schema: z.ZodType, value: unknown, english: z.ZodError): readonly { readonly path: readonly PropertyKey[]; readonly text: string; readonly zh: string }[] {
  const chinese = schema.safeParse(value, { error: inChinese }).error?.issues ?? [];
  return english.issues.map((issue, index) => {
    return { path: issue.path, text: told('en', issue, issue.message), zh: told('zh-CN', issue, chinese[index]?.message ?? issue.message) };
  });
}

type Issue = z.ZodError['issues'][number];

/** Which field, and of a list which of its entries as a person counts them; then what is wrong with it. */
function told(locale: Locale, issue: Issue, message: string): string {
  const { faults } = contentWords(locale);
  const fields = issue.path.filter((part) => typeof part !== 'number').join('.') || 'file';
  const entry = issue.path.findLast((part) => typeof part === 'number');
  const field = entry === undefined ? fields : faults.entryOf(fields, entry + 1);
  const isMissing = issue.code === 'invalid_type' && message.endsWith('undefined');
  return `${field}: ${isMissing ? faults.missing : (limitTold(locale, issue) ?? sentence(locale, message))}`;
}

/** How much is allowed, in the words of whoever writes it. */
function limitTold(locale: Locale, issue: Issue): string | null {
  const { faults } = contentWords(locale);
  if (issue.code !== 'too_big' && issue.code !== 'too_small') return null;
  const isOfTexts = issue.origin === 'string';
  if (!isOfTexts && issue.origin !== 'array') return null;
  const bound = Number(issue.code === 'too_big' ? issue.maximum : issue.minimum);
  if (issue.code === 'too_big') return isOfTexts ? faults.mostChars(bound) : faults.tooMany(bound);
  return isOfTexts ? faults.fewestChars(bound) : faults.fewest(bound);
}

function sentence(locale: Locale, message: string): string {
  const faults: Readonly<Record<string, unknown>> = contentWords(locale).faults;
  const known = Object.hasOwn(faults, message) ? faults[message] : undefined;
  return typeof known === 'string' ? known : message;
}

function syntaxProblem(place: { readonly file: string; readonly line: number }, { code, message }: YAMLError): ContentProblem {
  const [first = message] = message.split('\n');
  const { yaml } = contentWords('zh-CN');
  return {
    ...place,
    text: contentWords('en').faults.syntax(first.replace(/ at line \d.*$/, '')),
    zh: contentWords('zh-CN').faults.syntax(yaml[code] ?? yaml['other'] ?? ''),
  };
}

/** The line at which a text nests deeper than any content of ours; the parser would follow it to the end of its stack. */
function tooDeep(text: string): number | null {
  let open = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const indent = line.length - line.trimStart().length;
    const dashes = /^\s*(?:[-?]\s+){20,}/.test(line);
    for (const char of line) open = Math.max(0, open + (char === '[' || char === '{' ? 1 : char === ']' || char === '}' ? -1 : 0));
    if (indent > 4 * DEEPEST || dashes || open > 20 * DEEPEST) return index + 1;
  }
  return null;
}

/** Of a missing field, the place of what should hold it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}
