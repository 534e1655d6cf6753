/** Several entries in one cell of a table. Pure. */

/** One entry a line, which a backslash at its end carries on in the next; in a cell of one line, between bars or semicolons. */
export function listOf(cell: string): readonly string[] {
  if (!cell.includes('\n')) return cell.split(/[|｜;；]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));
  const entries: string[] = [];
  let begun: string | null = null;
  for (const line of cell.split('\n')) {
    const marks = /\\*$/.exec(line)?.[0].length ?? 0;
    // Of its own backslashes each stands twice: the odd one is the mark.
    const entry: string = `${begun === null ? '' : `${begun}\n`}${line.slice(0, line.length - Math.ceil(marks / 2))}`;
    begun = marks % 2 === 1 ? entry : null;
    if (begun === null) entries.push(entry);
  }
  return [...entries, ...(begun === null ? [] : [begun])].filter((entry) => entry.trim() !== '');
}

/** A line break at the end says that the whole of it is one entry. */
export function cellOfList(entries: readonly string[]): string {
  const [only] = entries;
  const isPlain = only !== undefined && entries.length === 1 && !/[|｜;；\n]|^\s|\s$/.test(only);
  return isPlain ? only : entries.map((entry) => `${asLines(entry)}\n`).join('');
}

function asLines(entry: string): string {
  return entry.replace(/\\+$/gm, '$&$&').replaceAll('\n', '\\\n');
}
