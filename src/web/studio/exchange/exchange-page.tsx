/** Import and export: a file is shown row by row before anything of it is taken, and the draft is handed out in four forms. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useRef, useState } from 'react';
import { ProblemList } from '../frame/problem-list.js';
import { useStudio, useTold, useWords } from '../frame/studio-context.js';
import { StudioError } from '../link/studio-api.js';
import type { ExportFormat, ImportPreview } from '../link/wire.js';
import { rangesOf } from './ranges.js';
import { PreviewTable } from './preview-table.js';

const FORMATS: readonly ExportFormat[] = ['csv', 'xlsx', 'yaml', 'rasa'];

export default function ExchangePage() {
  const words = useWords();
  const told = useTold();
  const { api } = useStudio();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  /** What was pressed goes with the rows: the keyboard goes on from here. */
  const chooser = useRef<HTMLInputElement>(null);
  const preview = useMutation({ mutationFn: (one: File) => api.previewImport(one), onSuccess: (shown) => setChosen(new Set(takeable(shown).map(({ row }) => row))) });
  const take = useMutation({
    mutationFn: (order: { readonly file: File; readonly rows: string; readonly seen: string }) => api.importRows(order.file, order.rows, order.seen),
    // Somebody changed what the rows touch: they are shown as they are by now, and nothing was taken.
    onError: (error, { file: again }) => {
      if (error instanceof StudioError && error.code === 'conflict') preview.mutate(again);
    },
    onSuccess: async () => {
      setFile(null);
      preview.reset();
      chooser.current?.focus();
      await Promise.all(['changes', 'intents', 'articles'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  const choose = (one: File | null): void => {
    take.reset();
    preview.reset();
    setFile(one);
    if (one) preview.mutate(one);
  };
  /** The same file may be chosen again once it was mended. */
  const chosenIn = (field: HTMLInputElement): void => {
    choose(field.files?.[0] ?? null);
    field.value = '';
  };
  const handOut = useMutation({ mutationFn: (format: ExportFormat) => api.download(format) });
  const failure = preview.error ?? take.error;
  const problems = failure instanceof StudioError ? failure.problems : [];
  return (
    <div className="page">
      <div className="page-head">
        <h1>{words.nav.exchange}</h1>
      </div>
      <section className="card" aria-label={words.exchange.import}>
        <h2>{words.exchange.import}</h2>
        <p className="hint">{words.exchange.lead}</p>
        <div className="row">
          <label className="file">
            <span>{words.exchange.choose}</span>
            <input ref={chooser} type="file" accept=".csv,.tsv,.txt,.xlsx,.yaml,.yml,.md" onChange={(event) => chosenIn(event.target)} />
          </label>
          {file === null ? null : <strong>{file.name}</strong>}
          {preview.data?.encoding === 'gb18030' ? <span className="tag">GBK</span> : null}
        </div>
        {preview.isPending || take.isPending ? <p role="status">{words.exchange.reading}</p> : null}
        <div role="alert" className="said">
          {take.data ? <Alert type="success" showIcon title={words.exchange.taken(take.data.taken, take.data.changed.length)} /> : null}
          {failure ? <Alert type="error" showIcon title={problems.length > 0 ? words.exchange.notRead : told(failure)} description={<ProblemList problems={problems} />} /> : null}
        </div>
        {preview.data && file ? (
          <>
            {preview.data.head !== null && preview.data.head > 1 ? <p className="hint">{words.exchange.headAt(preview.data.head)}</p> : null}
            {preview.data.ignored.length > 0 ? <p className="hint">{words.exchange.ignored(preview.data.ignored.join(', '))}</p> : null}
            <PreviewTable rows={preview.data.rows} chosen={chosen} onChoose={setChosen} />
            <div className="buttons">
              <Button type="primary" disabled={chosen.size === 0 || take.isPending} onClick={() => take.mutate({ file, rows: rangesOf([...chosen]), seen: preview.data.seen })}>{words.exchange.take(chosen.size)}</Button>
              <Button onClick={() => (choose(null), chooser.current?.focus())}>{words.exchange.cancel}</Button>
            </div>
          </>
        ) : null}
      </section>
      <section className="card" aria-label={words.exchange.export}>
        <h2>{words.exchange.export}</h2>
        <p className="hint">{words.exchange.exportLead}</p>
        <div className="buttons">{FORMATS.map((format) => <Button key={format} disabled={handOut.isPending} onClick={() => handOut.mutate(format)}>{words.exchange.formats[format]}</Button>)}</div>
        <div role="alert" className="said">{handOut.error ? <Alert type="error" showIcon title={told(handOut.error)} /> : null}</div>
      </section>
    </div>
  );
}

function takeable({ rows }: ImportPreview): ImportPreview['rows'] {
  return rows.filter(({ state }) => state === 'new' || state === 'changed');
}
