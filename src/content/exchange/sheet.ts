/** A table as rows of text cells, from CSV or from the first sheet of a workbook that has any. */
import { CsvError, parse as parseCsv } from 'csv-parse/sync';
import { problemAt } from '../problem.js';
import type { ContentProblem } from '../problem.js';
import { brokenCells } from './broken-cells.js';
import type { BrokenCell } from './broken-cells.js';
import { fromText } from './formula.js';

export type Sheet = readonly (readonly string[])[];
export type ReadSheet = { readonly rows: Sheet; readonly broken?: readonly BrokenCell[] } | { readonly problems: readonly ContentProblem[] };

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
    const at = sheets.findIndex((sheet) => sheet.data.length > 0);
    const broken = brokenCells(bytes, Math.max(0, at));
    return { rows: (sheets[at]?.data ?? []).map((row) => row.map((cell) => fromText(withPlainBreaks(textOf(cell))))), ...(broken.length === 0 ? {} : { broken }) };
  } catch {
    return { problems: [problemAt({ file, line: 1 }, (faults) => faults.notXlsx)] };
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  return typeof cell === 'string' || typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

function withPlainBreaks(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/** What stands oftenest in the head. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split('\n', 1);
  const times = (mark: string): number => head.split(mark).length;
  return [',', '\t', ';'].reduce((best, mark) => (times(mark) > times(best) ? mark : best));
}
