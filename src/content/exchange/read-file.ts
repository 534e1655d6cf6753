/** A file an editor brings, read into rows by what its name and its first lines say. */
import { problemAt } from '../problem.js';
import type { ContentProblem } from '../problem.js';
import { isBundle, itemsOfBundle, itemsOfFile } from './bundle.js';
import { itemsOfSheet } from './faq-rows.js';
import type { FileFormat, ReadFile } from './item.js';
import { itemsOfRasa } from './rasa.js';
import { sheetOfCsv, sheetOfWorkbook } from './sheet.js';
import type { ReadSheet } from './sheet.js';
import { decodeText } from './text-encoding.js';

export async function readFile(name: string, bytes: Uint8Array): Promise<ReadFile> {
  const ending = /\.(\w+)$/.exec(name.toLowerCase())?.[1] ?? '';
  if (ending === 'xlsx') return ofSheet(name, { format: 'xlsx', encoding: null }, await sheetOfWorkbook(name, bytes));
  if (!['csv', 'tsv', 'txt', 'yaml', 'yml', 'md'].includes(ending)) return failed(name, null, [problemAt({ file: name, line: 1 }, (faults) => faults.unknownFormat)]);
  const decoded = decodeText(bytes);
  if (!decoded) return failed(name, null, [problemAt({ file: name, line: 1 }, (faults) => faults.notText)]);
  const { text, encoding } = decoded;
  if (ending === 'csv' || ending === 'tsv' || ending === 'txt') return ofSheet(name, { format: 'csv', encoding }, sheetOfCsv(name, text));
  const isRasa = ending !== 'md' && /^nlu:/m.test(text);
  const format = ending === 'md' ? 'markdown' : isRasa ? 'rasa' : 'yaml';
  const read = isRasa ? itemsOfRasa(name, text) : isBundle(text) ? itemsOfBundle(name, text) : itemsOfFile(name, text);
  return notEmpty({ name, format, encoding, head: null, ignored: [], ...read });
}

function ofSheet(name: string, { format, encoding }: Pick<ReadFile, 'format' | 'encoding'>, sheet: ReadSheet): ReadFile {
  if ('problems' in sheet) return failed(name, format, sheet.problems);
  const { ignored, ...read } = itemsOfSheet(name, sheet.rows, sheet);
  return notEmpty({ name, format, encoding, ...read, ignored: [...ignored, ...(sheet.unread ?? [])] });
}

function notEmpty(read: ReadFile): ReadFile {
  return read.items.length + read.problems.length > 0 ? read : { ...read, problems: [problemAt({ file: read.name, line: 1 }, (faults) => faults.empty)] };
}

export function failed(name: string, format: FileFormat | null, problems: readonly ContentProblem[]): ReadFile {
  return { name, format, encoding: null, items: [], head: null, ignored: [], problems };
}
