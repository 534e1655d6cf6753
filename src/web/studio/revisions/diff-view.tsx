/** What lies between two states of the content, text by text, each line marked by sign as well as by colour. */
import { useLocale, useWords } from '../frame/studio-context.js';
import { useNames } from '../frame/use-names.js';
import { nameInText } from '../link/names.js';
import type { TextChange } from '../link/wire.js';

const SIGNS = { same: ' ', added: '+', removed: '−' } as const;
const OPEN = 3;

export function DiffView({ changes }: { readonly changes: readonly TextChange[] }) {
  const words = useWords();
  const names = useNames();
  const locale = useLocale();
  /** Its name in the draft, else as the text itself says. */
  const nameOf = (change: Pick<TextChange, 'path' | 'hunks'>): string => {
    const name = names.text(change.path);
    return name === change.path || change.path === `intents/${name}.yaml` ? (nameInText(change, locale) ?? '') : name;
  };
  if (changes.length === 0) return <p>{words.revisions.same}</p>;
  return (
    <>
      {changes.map(({ path, kind, hunks }, index) => (
        <details key={path} className="change" open={index < OPEN}>
          <summary>
            <span className="text-name">{nameOf({ path, hunks })}</span> <code>{path}</code> <span className="tag" data-tone={kind === 'removed' ? 'bad' : kind === 'added' ? 'ok' : 'warn'}>{words.change[kind]}</span>
          </summary>
          <div className="scroll diff" tabIndex={0}>
            {hunks.map((hunk) => (
              <pre key={hunk.line}>
                {hunk.lines.map((line, at) => (
                  <span key={at} data-kind={line.kind}>{SIGNS[line.kind]} {line.text}{'\n'}</span>
                ))}
              </pre>
            ))}
          </div>
        </details>
      ))}
    </>
  );
}
