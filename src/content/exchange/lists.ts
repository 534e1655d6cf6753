/** Several entries in one cell of a table. Pure. */

/** One entry a line; in a cell of one line, between bars or semicolons. */
export function listOf(cell: string): readonly string[] {
  const parts = cell.includes('\n') ? cell.split('\n') : cell.split(/[|｜;；]/);
  return parts.filter((part) => part.trim() !== '').map((part) => (cell.includes('\n') ? part : part.trim()));
}

/** A line break at the end says that the whole of it is one entry. */
export function cellOfList(entries: readonly string[]): string {
  const [only] = entries;
  const isPlain = only !== undefined && entries.length === 1 && !/[|｜;；]|^\s|\s$/.test(only);
  return isPlain ? only : entries.map((entry) => `${entry}\n`).join('');
}
