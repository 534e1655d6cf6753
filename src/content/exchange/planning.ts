/** What importing rows would do to the draft, row by row, each on top of those before it. Pure but for its pauses. */
import { createHash } from 'node:crypto';
import type { ContentText } from '../../domain/content.js';
import { parseArticle } from '../article-file.js';
import { articleJson, articleText } from '../article-text.js';
import { lineOf, parseIntent } from '../intent-file.js';
import { intentJson } from '../intent-text.js';
import type { Json } from '../intent-text.js';
import { problemAt } from '../problem.js';
import type { ContentProblem, ProblemPlace } from '../problem.js';
import { inSlices } from '../slices.js';
import { parseVariables, VARIABLES_PATH } from '../variables.js';
import type { Parsed } from '../yaml-text.js';
import { GrowingIntents } from './growing-intents.js';
import type { ArticleItem, Column, ExamplesItem, Heads, Item, TextItem } from './item.js';

export type RowState = 'new' | 'changed' | 'same' | 'bad';

export interface PlannedRow {
  readonly row: number;
  readonly state: RowState;
  /** What an editor knows it by. */
  readonly label: string;
  /** The texts of the draft it touches. */
  readonly paths: readonly string[];
  /** Intents there are none of yet, by the names the row calls them. */
  readonly begins: readonly string[];
  readonly problems: readonly ContentProblem[];
}

export interface Plan {
  readonly rows: readonly PlannedRow[];
  /** What the draft's texts become; only those that change. */
  readonly texts: ReadonlyMap<string, string>;
}

export async function planOf(items: readonly Item[], draft: readonly ContentText[], { file, today }: { readonly file: string; readonly today: string }): Promise<Plan> {
  const planning = new Planning(draft, file, today);
  await inSlices(draft, (text) => planning.know(text));
  const rows = await inSlices(items, (item) => planning.take(item));
  await inSlices(planning.intents.changed(), (id) => planning.write(id));
  return { rows, texts: planning.changed() };
}

class Planning {
  readonly intents = new GrowingIntents((id) => this.now.get(pathOfIntent(id)) ?? null);
  private readonly before: ReadonlyMap<string, string>;
  private readonly now: Map<string, string>;
  private readonly byName = new Map<string, Set<string>>();
  private readonly byTitle = new Map<string, string>();
  /** In which row of this file an article was set. */
  private readonly setBy = new Map<string, number>();

  constructor(
    draft: readonly ContentText[],
    private readonly file: string,
    private readonly today: string,
  ) {
    this.before = new Map(draft.map(({ path, text }) => [path, text]));
    this.now = new Map(this.before);
  }

  write(id: string): void {
    this.now.set(pathOfIntent(id), this.intents.written(id));
  }

  changed(): ReadonlyMap<string, string> {
    return new Map([...this.now].filter(([path, text]) => this.before.get(path) !== text));
  }

  take({ row, what, label = '', heads = {}, problems }: Item): PlannedRow {
    if (what === null) return { row, state: 'bad', label, paths: [], begins: [], problems };
    switch (what.kind) {
      case 'article':
        return this.article({ file: this.file, line: row }, what, heads);
      case 'examples':
        return this.examples({ file: this.file, line: row }, what, heads);
      case 'text':
        return this.text(row, what);
    }
  }

  /** Names and titles are how rows call what is there. */
  know({ path, text }: ContentText): void {
    const article = /^knowledge-base\/.+\.([\w-]+)\.md$/.exec(path);
    if (article) this.byTitle.set(`${article[1]} ${String(articleJson(text)['title'] ?? '')}`, path);
    const id = /^intents\/([^/]+)\.yaml$/.exec(path)?.[1];
    if (id === undefined) return;
    for (const name of Object.values((intentJson(text)['names'] ?? {}) as Readonly<Record<string, unknown>>)) {
      const key = String(name).trim().toLowerCase();
      this.byName.set(key, (this.byName.get(key) ?? new Set()).add(id));
    }
  }

  private article(place: ProblemPlace, item: ArticleItem, heads: Heads): PlannedRow {
    const row = place.line;
    const bad = (problems: readonly ContentProblem[]): PlannedRow => ({ row, state: 'bad', label: item.title, paths: [], begins: [], problems });
    const named = item.intents.map((name) => this.intentOf(inColumn(place, heads.intents), name));
    const unclear = named.flatMap((one) => (typeof one === 'string' ? [] : [one]));
    const intents = named.flatMap((one) => (typeof one === 'string' ? [one] : []));
    const key = `${item.locale} ${item.title}`;
    const path = item.id === null ? (this.byTitle.get(key) ?? `knowledge-base/faq-${digest(key)}.${item.locale}.md`) : `knowledge-base/${item.id}.${item.locale}.md`;
    const earlier = this.setBy.get(path);
    if (earlier !== undefined) return bad([problemAt(inColumn(place, heads[item.id === null ? 'question' : 'id']), (faults) => faults.twiceInFile(earlier))]);
    const previous = this.now.get(path) ?? null;
    const json = this.fieldsOf(item, { path, previous, intents });
    if (unclear.length > 0) return bad(unclear);
    const isSame = previous !== null && saysTheSame(previous, json);
    const text = isSame ? previous : articleText(json, previous);
    const parsed = isSame ? null : parseArticle({ path, text });
    if (parsed && 'problems' in parsed) return bad(parsed.problems.map((one) => ({ ...one, ...inColumn(place, heads[columnOf(text, one.line)]) })));
    this.setBy.set(path, row);
    if (!this.byTitle.has(key)) this.byTitle.set(key, path);
    this.now.set(path, text);
    const begun = item.intents.flatMap((name, index) => this.missing(intents[index] ?? '', name, item));
    const state = isSame && begun.length === 0 ? 'same' : previous === null ? 'new' : 'changed';
    return { row, state, label: item.title, paths: [path, ...begun.map(([id]) => pathOfIntent(id))], begins: begun.map(([, name]) => name), problems: [] };
  }

  /** An article needs its intent: one that is not there yet begins with the article's own questions. */
  private missing(id: string, name: string, { locale, title, asked = [] }: ArticleItem): readonly (readonly [id: string, name: string])[] {
    if (this.intents.has(id)) return [];
    this.intents.add(id, name, { locale, phrases: [title, ...asked] });
    return [[id, name]];
  }

  private fieldsOf({ kind: _kind, id: _id, ...fields }: ArticleItem, { path, previous, intents }: { path: string; previous: string | null; intents: readonly string[] }): Json {
    const id = /^knowledge-base\/(.+)\.[\w-]+\.md$/.exec(path)?.[1] ?? '';
    const given = Object.fromEntries(Object.entries({ ...fields, validFrom: fields.validFrom ?? undefined }).filter(([, value]) => value !== undefined));
    return { ...(previous === null ? { ...EMPTY_ARTICLE, validFrom: this.today } : articleJson(previous)), ...given, id, intents };
  }

  private examples(place: ProblemPlace, item: ExamplesItem, heads: Heads): PlannedRow {
    const row = place.line;
    const label = item.phrases[0] ?? item.intent;
    const bad = (problems: readonly ContentProblem[]): PlannedRow => ({ row, state: 'bad', label, paths: [], begins: [], problems });
    const id = this.intentOf(inColumn(place, heads.intents), item.intent);
    if (typeof id !== 'string') return bad([id]);
    const isNew = !this.intents.has(id);
    const added = this.intents.add(id, item.intent, item);
    if (typeof added === 'function') return bad([problemAt(inColumn(place, heads.question), added)]);
    return { row, state: isNew ? 'new' : added ? 'changed' : 'same', label, paths: [pathOfIntent(id)], begins: isNew ? [item.intent] : [], problems: [] };
  }

  private text(row: number, { path, text }: TextItem): PlannedRow {
    const previous = this.now.get(path);
    const parsed = previous === text ? { value: null } : parsedAs(path)({ path, text });
    const bad = (problems: readonly ContentProblem[]): PlannedRow => ({ row, state: 'bad', label: path, paths: [], begins: [], problems });
    // PostgreSQL keeps no text with this character.
    if (text.includes('\0')) return bad([problemAt({ file: path, line: lineOf(text, '\0') }, (faults) => faults.controlChars)]);
    if ('problems' in parsed) return bad(parsed.problems);
    this.now.set(path, text);
    return { row, state: previous === text ? 'same' : previous === undefined ? 'new' : 'changed', label: path, paths: [path], begins: [], problems: [] };
  }

  /** By id, else by name in either language; an unknown one becomes an intent of its own. */
  private intentOf(place: ProblemPlace, name: string): string | ContentProblem {
    const isId = INTENT_ID.test(name);
    if (isId && this.intents.has(name)) return name;
    const named = [...(this.byName.get(name.trim().toLowerCase()) ?? [])];
    if (named.length > 1) return problemAt(place, (faults) => faults.twoIntents(name, named.join(', ')));
    return named[0] ?? (isId ? name : `faq_${digest(name)}`);
  }
}

/** What else lies in that folder is no intent, whatever a row calls it. */
const INTENT_ID = /^[a-z][a-z0-9_]{0,63}$/;

/** What the studio could not open again to mend it is not taken in; the rest is told by the check. */
function parsedAs(path: string): (file: ContentText) => Parsed<unknown> {
  if (path.endsWith('.md')) return parseArticle;
  if (path === VARIABLES_PATH) return parseVariables;
  return /^intents\/[^/]+$/.test(path) ? parseIntent : () => ({ value: null });
}

function inColumn(place: ProblemPlace, column: string | undefined): ProblemPlace {
  return column === undefined ? place : { ...place, column };
}

/** From which column of the table a line of an article's text came: the answer is what stands below its fields. */
function columnOf(text: string, line: number): Column {
  const lines = text.split('\n');
  const end = lines.indexOf('---', 1) + 1;
  if (line > end) return 'answer';
  const field = lines.slice(0, line).reverse().map((one) => /^(\w+):/.exec(one)?.[1]).find((name) => name !== undefined) ?? '';
  return FIELD_COLUMNS[field] ?? 'answer';
}

const FIELD_COLUMNS: Readonly<Record<string, Column>> = { id: 'id', locale: 'locale', title: 'question', asked: 'similar', intents: 'intents', plans: 'plans', regions: 'regions', validFrom: 'validFrom', validTo: 'validTo', successor: 'successor', keywords: 'keywords' };

const EMPTY_ARTICLE = { id: '', locale: '', title: '', intents: [], plans: [], regions: [], validFrom: '', validTo: null, successor: null, keywords: [], asked: [] };

/** What says the same is not written anew: the file keeps its own way of writing. */
function saysTheSame(previous: string, json: Json): boolean {
  const was: Json = { ...EMPTY_ARTICLE, ...articleJson(previous) };
  return Object.keys(json).every((key) => JSON.stringify(plain(was[key])) === JSON.stringify(plain(json[key])));
}

function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === 'string' ? value.trim() : (value ?? null);
}

function pathOfIntent(id: string): string {
  return `intents/${id}.yaml`;
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
