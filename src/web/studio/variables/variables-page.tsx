/** Words that stand in many texts: changed here once, with the texts that stand on each. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { AlsoHere } from '../frame/also-here.js';
import { ProblemList } from '../frame/problem-list.js';
import { useStudio, useTold, useWords } from '../frame/studio-context.js';
import { TextLink } from '../frame/use-names.js';
import { StudioError } from '../link/studio-api.js';
import { rowsOfVariables, variablesOf } from './variable-rows.js';
import type { VariableRow, VariablesAnswer } from './variable-rows.js';

/** Among what is not saved yet. */
const PLACE = 'variables';
/** In the draft. */
const TEXT = 'knowledge-base/variables.yaml';

export default function VariablesPage() {
  const words = useWords();
  const told = useTold();
  const { api } = useStudio();
  const [opened, setOpened] = useState(0);
  const { data, error, isPending, refetch } = useQuery({ queryKey: ['variables'], queryFn: api.variables });
  if (isPending) return <p role="status" className="page">{words.loading}</p>;
  if (error) return <p role="alert" className="page">{told(error)}</p>;
  return <Sheet key={`${data.version ?? 0} ${opened}`} data={data} onDiscard={() => void refetch().then(() => setOpened(opened + 1))} />;
}

function Sheet({ data, onDiscard }: { readonly data: VariablesAnswer; readonly onDiscard: () => void }) {
  const words = useWords();
  const told = useTold();
  const { api, unsaved } = useStudio();
  const queries = useQueryClient();
  const [left] = useState(() => unsaved.get<readonly VariableRow[]>(PLACE));
  const [rows, setRows] = useState(() => left?.text ?? rowsOfVariables(data.variables));
  const [version, setVersion] = useState(() => (left === null ? (data.version ?? null) : (left.base as number | null)));
  /** As they stand on the screen by then. */
  const written = useRef(rows);
  useEffect(() => void (written.current = rows), [rows]);
  const save = useMutation({
    mutationFn: (sent: readonly VariableRow[]) => api.saveVariables(variablesOf(sent), version),
    onSuccess: (saved, sent) => {
      // What was written on while they were on their way is not saved yet.
      if (written.current === sent) unsaved.drop(PLACE);
      else setVersion(saved.version ?? null);
      return Promise.all(['variables', 'changes'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  const failure = save.error instanceof StudioError ? save.error : null;
  const put = (at: number, change: Partial<VariableRow>): void => setRows(rows.map((row, index) => (index === at ? { ...row, ...change } : row)));
  const isChanged = JSON.stringify(variablesOf(rows)) !== JSON.stringify(variablesOf(rowsOfVariables(data.variables)));
  useEffect(() => (isChanged ? unsaved.put(PLACE, { text: rows, base: version }) : unsaved.drop(PLACE)), [unsaved, isChanged, rows, version]);
  const discard = (): void => {
    unsaved.drop(PLACE);
    onDiscard();
  };
  return (
    <div className="page">
      <div className="page-head">
        <h1>{words.nav.variables}</h1>
        <span className="hint" role="status">{isChanged ? words.edit.unsaved : ''}</span>
        {isChanged ? <Button type="text" onClick={discard}>{words.edit.discard}</Button> : null}
        <Button onClick={() => setRows([...rows, { name: '', zh: '', en: '' }])}>{words.variables.add}</Button>
        <Button type="primary" loading={save.isPending} disabled={!isChanged} onClick={() => save.mutate(rows)}>{words.edit.save}</Button>
      </div>
      <p className="hint">{words.variables.lead}</p>
      <AlsoHere path={TEXT} />
      <div role="alert" className="said">
        {save.error ? <Alert type="error" showIcon title={failure !== null && failure.problems.length > 0 ? words.edit.notFit : told(save.error)} description={<ProblemList problems={failure?.problems ?? []} />} action={failure?.code === 'conflict' ? <Button size="small" onClick={discard}>{words.edit.reload}</Button> : undefined} /> : null}
      </div>
      {rows.length === 0 ? <p className="card">{words.variables.none}</p> : (
        <div className="scroll" tabIndex={0}>
          <table className="sheet variables">
            <thead>
              <tr><th scope="col">{words.variables.name}</th><th scope="col">中文</th><th scope="col">English</th><th scope="col">{words.variables.uses}</th><th scope="col" aria-label={words.edit.delete} /></tr>
            </thead>
            <tbody>
              {rows.map((row, at) => (
                <tr key={at}>
                  <td><input aria-label={words.variables.name} value={row.name} maxLength={64} pattern="[a-z][a-z0-9_]*" onChange={(event) => put(at, { name: event.target.value })} /></td>
                  <td><input aria-label={`中文 ${row.name}`} value={row.zh} maxLength={300} onChange={(event) => put(at, { zh: event.target.value })} /></td>
                  <td><input aria-label={`English ${row.name}`} value={row.en} maxLength={300} onChange={(event) => put(at, { en: event.target.value })} /></td>
                  <td><Uses paths={data.uses[row.name] ?? []} /></td>
                  <td><Button type="text" danger size="small" onClick={() => setRows(rows.filter((_, index) => index !== at))}>{words.edit.delete}</Button></td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}

function Uses({ paths }: { readonly paths: readonly string[] }) {
  const words = useWords().variables;
  if (paths.length === 0) return <span className="hint">{words.unused}</span>;
  return (
    <details>
      <summary>{words.inTexts(paths.length)}</summary>
      <ul className="plain-list">{paths.map((path) => <li key={path}><TextLink path={path} /></li>)}</ul>
    </details>
  );
}
