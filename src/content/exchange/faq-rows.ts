/** Rows of 问题, 答案, 意图, 相似问法, 生效, 失效 and their like: what they bring, and a draft as such rows. */
import type { Article } from '../../domain/article.js';
import type { IntentDefinition } from '../../domain/intent.js';
import { LOCALES } from '../../domain/locale.js';
import type { Locale } from '../../domain/locale.js';
import { contentWords } from '../../wording/content/words.js';
import { MOST_BODY } from '../article-file.js';
import { daySchema } from '../intent-file.js';
import { problemAt } from '../problem.js';
import type { ContentProblem } from '../problem.js';
import { isWithoutEnd, serialDay, writtenDay } from './days.js';
import { columnOf, HEAD_WITHIN, isHead, NEEDED } from './head.js';
import { COLUMNS } from './item.js';
import type { ArticleItem, Column, ExamplesItem, Heads, Item } from './item.js';
import { cellOfList, listOf } from './lists.js';
import { asSeen } from './merged-rows.js';
import type { Sheet } from './sheet.js';
import type { BrokenCell, MergedCells } from './workbook.js';

export const MOST_ROWS = 20_000;
const MOST_LABEL = 100;

export interface FaqRows {
  readonly items: readonly Item[];
  /** Which row was taken for the head, counted from 1; null where there is none. */
  readonly head: number | null;
  readonly ignored: readonly string[];
  readonly problems: readonly ContentProblem[];
}

/** What of a workbook its plain cells do not say. */
export interface CellsOfBook {
  readonly broken?: readonly BrokenCell[];
  readonly merged?: readonly MergedCells[];
}

const LISTS = ['intents', 'similar', 'keywords', 'plans', 'regions'] as const satisfies readonly Column[];

export function itemsOfSheet(file: string, sheet: Sheet, { broken = [], merged = [] }: CellsOfBook = {}): FaqRows {
  const at = sheet.slice(0, HEAD_WITHIN).findIndex(isHead);
  const above = Math.max(0, at);
  const [head = [], ...rows] = sheet.slice(above);
  const places = new Map<Column, number>();
  const heads: Partial<Record<Column, string>> = {};
  const ignored: string[] = [];
  const problems: ContentProblem[] = [];
  for (const [index, title] of head.entries()) {
    const column = columnOf(title);
    if (column === undefined) {
      if (title.trim() !== '') ignored.push(title);
    } else if (places.has(column)) problems.push(problemAt({ file, line: above + 1, column: title }, (faults) => faults.twoHeads(title)));
    else {
      places.set(column, index);
      heads[column] = title;
    }
  }
  if (at < 0) {
    const names = (locale: Locale) => NEEDED.map((column) => contentWords(locale).columns[column]).join(locale === 'en' ? ', ' : '、');
    const none = (locale: Locale) => contentWords(locale).faults.noHead(HEAD_WITHIN, names(locale));
    problems.push({ file, line: 1, text: none('en'), zh: none('zh-CN') });
  }
  // A column without a head would be left out unseen.
  const widest = rows.reduce((most, cells) => Math.max(most, cells.length), 0);
  for (let index = 0; index < widest; index++) if ((head[index] ?? '').trim() === '' && rows.some((cells) => (cells[index] ?? '').trim() !== '')) ignored.push(letterOf(index));
  if (rows.length > MOST_ROWS) problems.push(problemAt({ file, line: above + MOST_ROWS + 2 }, (faults) => faults.tooManyRows(MOST_ROWS)));
  if (problems.length > 0) return { items: [], head: null, ignored, problems };
  const brokenIn = new Map<number, BrokenCell[]>();
  for (const cell of broken) if ([...places.values()].includes(cell.column - 1)) brokenIn.set(cell.row, [...(brokenIn.get(cell.row) ?? []), cell]);
  const placeOf = (column: Column): number => (places.get(column) ?? -1) + 1;
  const seen = asSeen(sheet, merged, { question: placeOf('question'), lists: new Set(LISTS.map(placeOf)), head: above + 1 }).slice(above + 1);
  const items = seen.flatMap((cells, index): Item[] => {
    const row = above + index + 2;
    const cellOf = (column: Column): string | undefined => (places.has(column) ? (cells[places.get(column) ?? -1] ?? '') : undefined);
    const lost = brokenIn.get(row) ?? [];
    if (lost.length > 0) return [{ row, what: null, label: (cellOf('question') ?? '').trim().slice(0, MOST_LABEL), problems: lost.map(({ column, error }) => problemAt({ file, line: row, column: head[column - 1] || letterOf(column - 1) }, (faults) => (error === null ? faults.notWorkedOut : faults.brokenCell(error)))) }];
    return cells.every((cell) => cell.trim() === '') ? [] : [itemOf({ file, row, heads }, cellOf)];
  });
  return { items, head: above + 1, ignored, problems: [] };
}

/** As sheet programs call columns: A, B, … Z, AA. */
function letterOf(index: number): string {
  return (index < LETTERS ? '' : letterOf(Math.floor(index / LETTERS) - 1)) + String.fromCharCode(FIRST_LETTER + (index % LETTERS));
}

const LETTERS = 26;
const FIRST_LETTER = 65;

interface RowPlace {
  readonly file: string;
  readonly row: number;
  readonly heads: Heads;
}

/** Characters no editor can see; line breaks and tabs are fine. */
// eslint-style rules against control characters do not apply: finding them is the point.
const CONTROL = /[\p{Cc}]/u;

function itemOf({ file, row, heads }: RowPlace, cellOf: (column: Column) => string | undefined): Item {
  const problems: ContentProblem[] = [];
  const wrong = (column: Column, say: Parameters<typeof problemAt>[1]): void => void problems.push(problemAt({ file, line: row, ...(heads[column] === undefined ? {} : { column: heads[column] }) }, say));
  for (const column of COLUMNS) {
    const cell = cellOf(column) ?? '';
    if (cell.length > MOST_BODY) wrong(column, (faults) => faults.cellTooLong(MOST_BODY));
    if (CONTROL.test(cell.replace(/[\n\t]/g, ''))) wrong(column, (faults) => faults.controlChars);
  }
  const day = (column: 'validFrom' | 'validTo'): string | null | undefined => {
    const cell = cellOf(column)?.trim();
    if (cell === undefined || cell === '') return cell === undefined ? undefined : null;
    if (column === 'validTo' && isWithoutEnd(cell)) return null;
    const [written, serial] = [writtenDay(cell, column === 'validTo'), serialDay(cell)];
    // Told here, by the name that the file gives the column: what reads articles knows no columns.
    if (serial !== null) wrong(column, (faults) => faults.daySerial(cell, serial));
    else if (!daySchema.safeParse(written).success) wrong(column, (faults) => faults.dateCell);
    return written;
  };
  const [title, body, intents] = [cellOf('question') ?? '', cellOf('answer') ?? '', listOf(cellOf('intents') ?? '')];
  const similar = listOf(cellOf('similar') ?? '');
  if (title.trim() === '') wrong('question', (faults) => faults.needQuestion);
  if (intents.length === 0) wrong('intents', (faults) => faults.needIntent);
  const locale = localeOf(cellOf('locale')?.trim() ?? '', title);
  if (locale === null) wrong('locale', (faults) => faults.badLanguage);
  const spoken = locale ?? 'zh-CN';
  const [validFrom, validTo] = [day('validFrom'), day('validTo')];
  if (problems.length === 0 && validFrom && validTo && validTo < validFrom) wrong('validTo', (faults) => faults.backwards);
  if (problems.length > 0) return { row, what: null, label: title.trim().slice(0, MOST_LABEL), problems };
  if (body.trim() === '') return { row, heads, what: { kind: 'examples', intent: intents[0] ?? '', locale: spoken, phrases: [title, ...similar] }, problems };
  const list = (column: 'keywords' | 'plans' | 'regions') => (cellOf(column) === undefined ? {} : { [column]: listOf(cellOf(column) ?? '') });
  const what: ArticleItem = {
    ...{ kind: 'article', id: cellOf('id')?.trim() || null, locale: spoken, title, body, intents },
    ...(cellOf('similar') === undefined ? {} : { asked: similar }),
    ...(validFrom === undefined ? {} : { validFrom }),
    ...(validTo === undefined ? {} : { validTo }),
    ...(cellOf('successor') === undefined ? {} : { successor: cellOf('successor')?.trim() || null }),
    ...{ ...list('keywords'), ...list('plans'), ...list('regions') },
  };
  return { row, what, heads, problems };
}

function localeOf(written: string, title: string): Locale | null {
  if (written === '') return /\p{Script=Han}/u.test(title) ? 'zh-CN' : 'en';
  if (/^(zh|zh-cn|zh-hans|cn|中文|汉语)$/i.test(written)) return 'zh-CN';
  return /^(en|en-.*|english|英文|英语)$/i.test(written) ? 'en' : null;
}

/** Articles first, then the phrases of each intent. */
export function sheetOf({ articles, intents }: { readonly articles: readonly Article[]; readonly intents: readonly IntentDefinition[] }, locale: Locale): Sheet {
  const words = contentWords(locale).columns;
  return [COLUMNS.map((column) => words[column]), ...articles.map((article) => COLUMNS.map((column) => ofArticle(article, column))), ...intents.flatMap(ofIntent)];
}

function ofArticle(article: Article, column: Column): string {
  switch (column) {
    case 'question':
      return article.title;
    case 'answer':
      return article.body;
    case 'similar':
      return cellOfList(article.asked ?? []);
    case 'intents':
    case 'keywords':
    case 'plans':
    case 'regions':
      return cellOfList(article[column]);
    default:
      return article[column] ?? '';
  }
}

function ofIntent({ id, examples }: IntentDefinition): Sheet {
  return LOCALES.flatMap((locale) => {
    const [first, ...rest] = examples[locale];
    if (first === undefined) return [];
    const row: Partial<Record<Column, string>> = { locale, question: first, intents: id, similar: cellOfList(rest) };
    return [COLUMNS.map((column) => row[column] ?? '')];
  });
}

export type RowContent = ArticleItem | ExamplesItem;
