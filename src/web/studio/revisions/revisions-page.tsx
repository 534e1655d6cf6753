/** What was ever published: who, when and why, what each changed, and the way back to it. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { goTo, usePlace, useStudio, useTime, useTold, useWords } from '../frame/studio-context.js';
import type { Revision } from '../link/wire.js';
import { Progress } from '../publish/progress.js';
import { DiffView } from './diff-view.js';

export default function RevisionsPage() {
  const words = useWords();
  const told = useTold();
  const { api } = useStudio();
  const { modal } = App.useApp();
  const queries = useQueryClient();
  const [, chosen] = usePlace();
  const { data: revisions, error, isPending } = useQuery({ queryKey: ['revisions'], queryFn: api.revisions });
  const restore = useMutation({
    mutationFn: (number: number) => api.restore(number, words.revisions.restoreNote(number)),
    onSuccess: () => Promise.all(['changes', 'revisions', 'intents', 'articles'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
  if (isPending) return <p role="status" className="page">{words.loading}</p>;
  if (error) return <p role="alert" className="page">{told(error)}</p>;
  const ask = (number: number): void => void modal.confirm({ title: words.revisions.sure(number), content: words.revisions.sureText, okText: words.revisions.restore, onOk: () => restore.mutate(number) });
  return (
    <div className="page">
      <div className="page-head">
        <h1>{words.nav.revisions}</h1>
      </div>
      <div role="alert" className="said">
        {restore.data ? <Alert type="success" showIcon title={words.publish.done(restore.data.revision)} /> : null}
        {restore.error ? <Alert type="error" showIcon title={told(restore.error)} /> : null}
      </div>
      {restore.isPending ? <Progress isPublishing /> : null}
      <ol className="revisions">
        {revisions.map((one, index) => (
          <li key={one.revision} className="card">
            <Head revision={one} isInForce={index === 0} />
            <div className="buttons">
              {one.revision > 1 ? (
                <Button size="small" aria-expanded={String(one.revision) === chosen} onClick={() => goTo('revisions', ...(String(one.revision) === chosen ? [] : [String(one.revision)]))}>{words.revisions.show}</Button>
              ) : null}
              {index > 0 ? <Button size="small" disabled={restore.isPending} onClick={() => ask(one.revision)}>{words.revisions.restore}</Button> : null}
            </div>
            {String(one.revision) === chosen ? <Changed number={one.revision} /> : null}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Head({ revision: { revision, note, at, by, origin, restoredFrom, overrideReason, approvedBy }, isInForce }: { readonly revision: Revision; readonly isInForce: boolean }) {
  const words = useWords();
  const when = useTime();
  return (
    <>
      <h2>
        {words.revisions.number(revision)} {isInForce ? <span className="tag" data-tone="ok">{words.revisions.inForce}</span> : null}
      </h2>
      <p>{note === '' ? words.revisions.origins[origin] : note}</p>
      <p className="hint">
        {by?.name ?? words.edit.files} · {when(at)}
        {restoredFrom === null ? '' : ` · ${words.revisions.restored(restoredFrom)}`}
        {approvedBy === null ? '' : ` · ${words.planned.approvedBy(approvedBy.name)}`}
      </p>
      {overrideReason === null ? null : <p className="hint bad">{words.revisions.overridden(overrideReason)}</p>}
    </>
  );
}

function Changed({ number }: { readonly number: number }) {
  const words = useWords();
  const { api } = useStudio();
  const { data } = useQuery({ queryKey: ['between', number], queryFn: () => api.changes(number - 1, number) });
  return data === undefined ? <p role="status">{words.loading}</p> : <DiffView changes={data} />;
}
