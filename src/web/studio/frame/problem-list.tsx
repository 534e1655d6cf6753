/** What does not fit, each with its file, its line or row, and its column; a text of the draft is a link to where it is put right. */
import type { Problem } from '../link/wire.js';
import { useWords } from './studio-context.js';
import { TextLink } from './use-names.js';

export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const words = useWords().edit;
  if (problems.length === 0) return null;
  return (
    <ul>
      {problems.map(({ file, line, column, text }) => (
        <li key={`${file}${line}${column ?? ''}${text}`}>
          <TextLink path={file} /> <span className="hint">{words.line(line)}{column === undefined ? '' : ` ${words.column(column)}`}</span> {text}
        </li>
      ))}
    </ul>
  );
}
