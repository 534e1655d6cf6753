/** Rows as a file that spreadsheets open, in which nothing that people wrote can become a formula. Pure. */

export type Cell = string | number | null;

/** What spreadsheets take for the beginning of a formula, and blanks before it. */
const FORMULA = /^[\s\0]*[=+\-@\t\r|%]/u;
const QUOTED = /["\n\r,;]/u;

/** With a mark that tells Excel it is UTF-8. Numbers stay numbers. */
export function csvOf(rows: readonly (readonly Cell[])[]): string {
  return `\ufeff${rows.map((row) => row.map(cellText).join(',')).join('\r\n')}\r\n`;
}

function cellText(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return QUOTED.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
