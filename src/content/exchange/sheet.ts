/** A table as rows of text cells, from CSV or from the first sheet of a workbook that has a head. */
import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { problemAt } from '../problem.js';
import type { ContentProblem } from '../problem.js';
import { fromText } from './formula.js';
import { HEAD_WITHIN, isHead } from './head.js';
import { brokenCells, mergedCells, sheetsOf } from './workbook.js';
import type { BrokenCell, MergedCells, WorkbookSheet } from './workbook.js';

export type Sheet = readonly (readonly string[])[];
export type ReadSheet = { readonly rows: Sheet; readonly broken?: readonly BrokenCell[]; readonly merged?: readonly MergedCells[]; /** Sheets with something in them that are not read. */ readonly unread?: readonly string[] } | { readonly problems: readonly ContentProblem[] };

export function sheetOfCsv(file: string, text: string): ReadSheet {
  try {
    const rows = parseCsv(text, { bom: true, delimiter: delimiterOf(text), relax_column_count: true, skip_empty_lines: false, relax_quotes: false });
    return { rows: rows.map((row: readonly string[]) => row.map((cell) => fromText(withPlainBreaks(cell)))) };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error['lines'] ?? 1);
    const isQuote = error.code.includes('QUOTE');
    return { problems: [problemAt({ file, line }, (faults) => faults.csv(isQuote ? faults.quote : error.code))] };
  }
}

export async function sheetOfWorkbook(file: string, bytes: Uint8Array): Promise<ReadSheet> {
  const { default: readWorkbook } = await import('read-excel-file/node');
  try {
    const sheets = await readWorkbook(Buffer.from(bytes), { trim: false });
    const tables = sheets.map(({ data }) => data.map((row) => row.map((cell) => fromText(withPlainBreaks(textOf(cell))))));
    const parts = sheetsOf(bytes);
    const at = sheetToRead(tables, parts);
    const xml = parts[at]?.xml ?? '';
    const unread = sheets.filter((_, index) => index !== at && (tables[index] ?? []).length > 0).map(({ sheet }) => sheet);
    return { rows: tables[at] ?? [], broken: brokenCells(xml), merged: mergedCells(xml), ...(unread.length === 0 ? {} : { unread }) };
  } catch (error) {
    // The reader of workbooks runs out of stack where a sheet goes on for a million rows.
    const isTooLong = error instanceof RangeError;
    return { problems: [problemAt({ file, line: 1 }, (faults) => (isTooLong ? faults.tookTooLong : faults.notXlsx))] };
  }
}

/** The first with a head, else the first with anything; what nobody sees on opening the file only where there is nothing else. */
function sheetToRead(tables: readonly Sheet[], parts: readonly WorkbookSheet[]): number {
  const places = [...tables.keys()];
  const inSight = [...places.filter((at) => parts[at]?.isHidden !== true), ...places.filter((at) => parts[at]?.isHidden === true)];
  const isHeaded = (at: number): boolean => (tables[at] ?? []).slice(0, HEAD_WITHIN).some(isHead);
  return inSight.find(isHeaded) ?? inSight.find((at) => (tables[at] ?? []).length > 0) ?? 0;
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

function withPlainBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** What parts the names of a head, which may have a title above it; else what stands oftenest in the first line. */
function delimiterOf(text: string): string {
  const first = text.replace(BOM, '').split('\n', HEAD_WITHIN);
  const times = (mark: string): number => (first[0] ?? '').split(mark).length;
  const partsHead = (mark: string): boolean => first.some((line) => isHead(line.replaceAll('"', '').split(mark)));
  return DELIMITERS.find(partsHead) ?? DELIMITERS.reduce((best, mark) => (times(mark) > times(best) ? mark : best));
}

const DELIMITERS = [',', '\t', ';'] as const;
const BOM = '\uFEFF';
