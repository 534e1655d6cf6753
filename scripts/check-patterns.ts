/**
 * Anybody may send any text, so no pattern may read the same words in two ways: one message would hold a server for minutes.
 * `npm run lint` runs this over every pattern written in `src` that repeats something, and over those that modules put together while they load. Ends with 1 if one is found.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { Linter } from 'eslint';
import regexp from 'eslint-plugin-regexp';
import ts from 'typescript';

interface Pattern {
  readonly source: string;
  readonly flags: string;
  readonly at: string;
}

const ROOT = join(import.meta.dirname, '..');
const SRC = join(ROOT, 'src');
/** The rooms that read what somebody wrote, be it a subscriber, an agent or a model. They can be imported without anything beginning. */
const READERS = ['domain', 'understanding', 'knowledge', 'skills', 'cases', 'dialogue', 'conversation'];
/** Numbers alone, and slow to parse. */
const DATA = 'english-vectors.ts';
const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !file.endsWith(DATA)).map((file) => join(SRC, file));

function writtenIn(file: string): readonly Pattern[] {
  const found: Pattern[] = [];
  const tree = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true);
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
      found.push({ source: node.text.slice(1, end), flags: node.text.slice(end + 1), at: `${relative(ROOT, file)}:${line + 1}` });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** What is built with `new RegExp` while these modules are imported. */
async function builtBy(modules: readonly string[]): Promise<readonly Pattern[]> {
  const built: Pattern[] = [];
  const Native = globalThis.RegExp;
  globalThis.RegExp = new Proxy(Native, {
    construct(target, [pattern, flags]: [string | RegExp, string?]) {
      const made = new target(pattern, flags);
      const caller = (new Error().stack ?? '').split('\n').find((line) => line.includes(`${SRC}/`) && !line.includes('node_modules'));
      if (caller !== undefined) built.push({ source: made.source, flags: made.flags, at: /src\/[^:)]+:\d+/.exec(caller)?.[0] ?? caller });
      return made;
    },
  });
  for (const file of modules) await import(file);
  globalThis.RegExp = Native;
  return built;
}

/** Without repetition nothing can be read in many ways. */
const repeats = ({ source }: Pattern): boolean => /[*+]|\{\d+,/.test(source);
/** Alternatives that overlap matter inside of something that is repeated; comparing them is slow. */
const repeatsAGroup = ({ source }: Pattern): boolean => /\)(?:[*+]|\{\d+,)/.test(source);
const BACKTRACKING = { 'regexp/no-super-linear-backtracking': ['error', { report: 'potential' }] } as const;
const ALTERNATIVES = { 'regexp/no-dupe-disjunctions': ['error', { report: 'trivial', reportExponentialBacktracking: 'potential', reportUnreachable: 'certain' }] } as const;

function ambiguities(patterns: readonly Pattern[], rules: typeof BACKTRACKING | typeof ALTERNATIVES): readonly string[] {
  const code = patterns.map(({ source, flags }) => `/${source}/${flags};`).join('\n');
  return new Linter()
    .verify(code, [{ plugins: { regexp }, rules: rules as never }])
    .filter(({ message, fatal }) => fatal === true || /exponential|polynomial/.test(message))
    .map(({ line, message }) => `${patterns[line - 1]?.at ?? ''} ${message}`);
}

const built = await builtBy(files.filter((file) => READERS.some((room) => file.startsWith(join(SRC, room, '/')))));
const patterns = [...files.flatMap(writtenIn), ...built].filter(repeats);
const known: Pattern[] = [{ source: '^(?:转接?|转接)+$', flags: 'u', at: 'known' }, { source: '^\\s*[.。]?\\s*$', flags: 'u', at: 'known' }];
if (built.length < 60 || patterns.length < 400 || ambiguities(known.slice(0, 1), ALTERNATIVES).length === 0 || ambiguities(known.slice(1), BACKTRACKING).length === 0) throw new Error(`this check finds nothing any more: ${built.length} built of ${patterns.length} patterns`);

const found = [...new Set([...ambiguities(patterns, BACKTRACKING), ...ambiguities(patterns.filter(repeatsAGroup), ALTERNATIVES)])];
for (const line of found) console.error(line);
console.log(`${patterns.length} patterns that repeat something, ${found.length} of them read a text in two ways`);
process.exit(found.length === 0 ? 0 : 1);
