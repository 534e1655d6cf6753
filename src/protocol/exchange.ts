/** What bringing content in as files takes over HTTP. */
import { z } from 'zod';

export const MAX_IMPORT_BYTES = 5_000_000;

export const importQuery = z.object({
  name: z.string().min(1).max(200).regex(/^[^/\\\p{Cc}]+$/u).describe('The name of the file: its ending tells the format'),
  rows: z.string().max(100_000).regex(/^\d{1,7}(-\d{1,7})?(,\d{1,7}(-\d{1,7})?)*$/).optional().describe('Rows to take, like 2-40,45; left out, every row must fit'),
  seen: z.string().max(64).optional().describe('As the preview said: refused as `conflict` when somebody has changed any of those texts since'),
});
export const exportQuery = z.object({ format: z.enum(['csv', 'xlsx', 'rasa', 'yaml']) });

/** Asked row by row: written out, a line of ranges may be of millions of them. */
export function rowsOf(written: string): Pick<ReadonlySet<number>, 'has'> {
  const ranges = written.split(',').map((part) => part.split('-').map(Number));
  return { has: (row) => ranges.some(([from = 0, to = from]) => from <= row && row <= to) };
}

export const contentProblem = z.object({ file: z.string(), line: z.int().describe('Of a table, the row'), column: z.string().optional(), text: z.string() });
const ignored = z.array(z.string()).describe('What of the file is not used: heads of columns that mean nothing here, sheets beside the one that is read');
const head = z.int().nullable().describe('Of a table, the row taken for its head; what stands above it is not looked at');
export const importPreview = z.object({
  format: z.enum(['csv', 'xlsx', 'rasa', 'yaml', 'markdown']).nullable(),
  encoding: z.enum(['utf-8', 'utf-16', 'gb18030']).nullable(),
  head,
  rows: z.array(z.object({ row: z.int(), state: z.enum(['new', 'changed', 'same', 'bad']), label: z.string(), paths: z.array(z.string()), begins: z.array(z.string()), problems: z.array(contentProblem) })),
  ignored,
  seen: z.string().describe('Of the texts the rows touch, as they were; to be sent back when rows are taken'),
});
export const imported = z.object({ head, ignored, taken: z.int(), changed: z.array(z.string()) });
