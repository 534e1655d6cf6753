/** Cells that a sheet would run: marked on the way out, unmarked on the way in, so that both ways lose nothing. Pure. */

/** As OWASP lists them, with their full-width forms; a cell that begins with marks and then one of these is marked once more. */
const RUNS = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const MARKED = /^'+[=+\-@\t\r\n＝＋－＠]/u;

export function asText(cell: string): string {
  return RUNS.test(cell) ? `'${cell}` : cell;
}

export function fromText(cell: string): string {
  return MARKED.test(cell) ? cell.slice(1) : cell;
}
