/** What lies between two states of the content, text by text, each line marked by sign as well as by colour. */
import { useWords } from '../frame/studio-context.js';
import type { TextChange } from '../link/wire.js';

const SIGNS = { same: ' ', added: '+', removed: '−' } as const;
const OPEN = 3;

export function DiffView({ changes }: { readonly changes: readonly TextChange[] }) {
  const words = useWords();
  if (changes.length === 0) return <p>{words.revisions.same}</p>;
  return (
    <>
      {changes.map(({ path, kind, hunks }, index) => (
        <details key={path} className="change" open={index < OPEN}>
          <summary>
            <code>{path}</code> <span className="tag" data-tone={kind === 'removed' ? 'bad' : kind === 'added' ? 'ok' : 'warn'}>{words.change[kind]}</span>
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
