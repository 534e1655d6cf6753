/** What does not fit, each with its file, its line or row, and its column. */
import type { Problem } from '../link/wire.js';

export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return <ul>{problems.map(({ file, line, column, text }) => <li key={`${file}${line}${column ?? ''}${text}`}>{file}:{line}{column === undefined ? '' : ` [${column}]`} {text}</li>)}</ul>;
}
