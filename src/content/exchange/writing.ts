/** A table as bytes a sheet program opens: every cell is text, and none of it runs. */
import { asText } from './formula.js';
import type { Sheet } from './sheet.js';

/** Every cell quoted (RFC 4180); the mark at the beginning tells Excel that it is UTF-8. */
export function csvOf(sheet: Sheet): Uint8Array {
  const lines = sheet.map((row) => row.map((cell) => `"${asText(cell).replaceAll('"', '""')}"`).join(','));
  return Buffer.from(`\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`);
}

export async function workbookOf(sheet: Sheet): Promise<Uint8Array> {
  const { default: writeWorkbook } = await import('write-excel-file/node');
  const [head = []] = sheet;
  const rows = sheet.map((row, index) => row.map((cell) => (cell === '' ? null : { value: inXml(asText(cell)), type: String, ...(index === 0 ? { fontWeight: 'bold' as const } : { wrap: true }) })));
  return writeWorkbook(rows, { columns: head.map(() => ({ width: WIDTH })), stickyRowsCount: 1 }).toBuffer();
}

const WIDTH = 28;

/** Workbooks write characters that XML has none of as _x0001_, and what only looks like that in turn. */
function inXml(cell: string): string {
  const marked = cell.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_').replace(/[\p{Cc}￾￿]/gu, (char) => (char === '\n' || char === '\t' ? char : hex(char)));
  // The writer keeps its texts by name in a plain object, which has some of its own already: "constructor" would be lost.
  return marked in Object.prototype ? `${hex(marked.slice(0, 1))}${marked.slice(1)}` : marked;
}

function hex(char: string): string {
  return `_x${char.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`;
}
