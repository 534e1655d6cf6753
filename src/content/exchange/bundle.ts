/** All files of the content in one YAML file, path by path and to the last byte; also a single file of ours by its name. */
import { parseDocument, stringify } from 'yaml';
import { z } from 'zod';
import type { ContentText } from '../../domain/content.js';
import { isContentPath } from '../content-files.js';
import { problemAt } from '../problem.js';
import type { ContentProblem } from '../problem.js';
import type { Item } from './item.js';

const FIRST_LINE = '# jiebang content';

export function isBundle(text: string): boolean {
  return text.startsWith(FIRST_LINE);
}

export function bundleOf(texts: readonly ContentText[]): string {
  const byPath = Object.fromEntries(texts.map(({ path, text }) => [path, text]));
  // Quoted: a block would lose carriage returns and what stands at the ends of lines.
  return `${FIRST_LINE}\n${stringify(byPath, { lineWidth: 0, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' })}`;
}

const bundleSchema = z.record(z.string(), z.string());

export function itemsOfBundle(file: string, text: string): { readonly items: readonly Item[]; readonly problems: readonly ContentProblem[] } {
  const document = parseDocument(text);
  const [error] = document.errors;
  const parsed = error ? null : bundleSchema.safeParse(document.toJS());
  if (!parsed?.success) return { items: [], problems: [problemAt({ file, line: error?.linePos?.[0].line ?? 1 }, (faults) => faults.syntax(error?.code ?? 'path: text'))] };
  const items = Object.entries(parsed.data).map(([path, own], index): Item => {
    const row = index + 1;
    if (!isContentPath(path)) return { row, what: null, problems: [problemAt({ file: path.slice(0, 100), line: row }, (faults) => faults.notContent)] };
    return { row, what: { kind: 'text', path, text: own }, problems: [] };
  });
  return { items, problems: [] };
}

/** `bill_query.yaml` is an intent, `recharge-ways.en.md` an article. */
export function itemsOfFile(name: string, text: string): { readonly items: readonly Item[]; readonly problems: readonly ContentProblem[] } {
  const path = name.endsWith('.md') ? `knowledge-base/${name}` : `intents/${name}`;
  if (!isContentPath(path)) return { items: [], problems: [problemAt({ file: name, line: 1 }, (faults) => faults.notContent)] };
  return { items: [{ row: 1, what: { kind: 'text', path, text }, problems: [] }], problems: [] };
}
