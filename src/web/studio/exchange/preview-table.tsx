/** The rows of a file before they are taken: which are new, which change something, and which do not fit and why. */
import { useState } from 'react';
import { useWords } from '../frame/studio-context.js';
import { useNames } from '../frame/use-names.js';
import type { ImportPreview } from '../link/wire.js';

type Row = ImportPreview['rows'][number];
const SHOWN = 200;
const TONES = { new: 'ok', changed: 'warn', same: '', bad: 'bad' } as const;

interface PreviewProps {
  readonly rows: readonly Row[];
  readonly chosen: ReadonlySet<number>;
  readonly onChoose: (chosen: ReadonlySet<number>) => void;
}

export function PreviewTable({ rows, chosen, onChoose }: PreviewProps) {
  const words = useWords().exchange;
  const names = useNames();
  const [only, setOnly] = useState<Row['state'] | null>(null);
  const [shown, setShown] = useState(SHOWN);
  const states = (['new', 'changed', 'same', 'bad'] as const).map((state) => [state, rows.filter((row) => row.state === state).length] as const);
  const seen = only === null ? rows : rows.filter(({ state }) => state === only);
  /** An article that is not there yet is called as its row. */
  const placeOf = (path: string): string => (names.text(path) === path ? words.newArticle : names.text(path));
  const fitting = rows.filter(({ state }) => state === 'new' || state === 'changed');
  const toggle = (row: number): void => {
    const next = new Set(chosen);
    if (!next.delete(row)) next.add(row);
    onChoose(next);
  };
  return (
    <>
      <div className="row">
        <div role="group" aria-label={words.filter} className="switch">
          <button type="button" aria-pressed={only === null} onClick={() => setOnly(null)}>{words.all} {rows.length}</button>
          {states.map(([state, count]) => <button key={state} type="button" aria-pressed={only === state} disabled={count === 0} onClick={() => setOnly(state)}>{words.states[state]} {count}</button>)}
        </div>
        <label className="tick"><input type="checkbox" checked={chosen.size === fitting.length && chosen.size > 0} onChange={() => onChoose(chosen.size === fitting.length ? new Set() : new Set(fitting.map(({ row }) => row)))} />{words.chooseFitting}</label>
      </div>
      <div className="scroll preview-rows" tabIndex={0}>
        <table className="sheet">
          <thead>
            <tr><th scope="col" aria-label={words.chooseRow} /><th scope="col" className="num">{words.row}</th><th scope="col">{words.what}</th><th scope="col">{words.state}</th><th scope="col">{words.where}</th></tr>
          </thead>
          <tbody>
            {seen.slice(0, shown).map((row) => (
              <tr key={row.row}>
                <td><input type="checkbox" aria-label={words.rowNumber(row.row)} checked={chosen.has(row.row)} disabled={row.state === 'bad' || row.state === 'same'} onChange={() => toggle(row.row)} /></td>
                <td className="num">{row.row}</td>
                <td>{row.label}</td>
                <td><span className="tag" data-tone={TONES[row.state]}>{words.states[row.state]}</span></td>
                <td>{row.state === 'bad' ? <ul className="plain-list bad">{row.problems.map(({ column, text }) => <li key={text}>{column === undefined ? text : words.inColumn(column, text)}</li>)}</ul> : <>{row.begins.map((name) => <span key={name} className="tag" data-tone="warn">{words.begins(name)}</span>)} {row.paths.filter((path) => row.begins.length === 0 || !path.startsWith('intents/')).map((path) => <span key={path} title={path}>{placeOf(path)} </span>)}</>}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {seen.length > shown ? <button type="button" className="more" onClick={() => setShown(shown + SHOWN)}>{words.more(seen.length - shown)}</button> : null}
      </div>
    </>
  );
}
