/** What does not fit, each with its file, its line or row, and its column; a text of the draft is a link to where it is put right. */
import type { Problem } from '../link/wire.js';
import { useWords } from './studio-context.js';
import { TextLink } from './use-names.js';

export function ProblemList({ problems }: { readonly problems: readonly Problem[] }) {
  const words = useWords().edit;
  const fields: Readonly<Record<string, string>> = words.fields;
  if (problems.length === 0) return null;
  return (
    <ul>
      {problems.map(({ file, line, column, text }) => (
        <li key={`${file}${line}${column ?? ''}${text}`}>
          <TextLink path={file} /> <span className="hint">{words.line(line)}{column === undefined ? '' : ` ${words.column(column)}`}</span> {withFieldNames(text, fields)}
        </li>
      ))}
    </ul>
  );
}

/** Files and the command line call fields as files do; editors know them by the words of the page. */
function withFieldNames(text: string, names: Readonly<Record<string, string>>): string {
  const [path = ''] = /^[\w.-]+(?=:| )/.exec(text) ?? [];
  const parts = path.split('.');
  return parts.every((part) => Object.hasOwn(names, part)) ? parts.map((part) => names[part]).join(' · ') + text.slice(path.length) : text;
}
