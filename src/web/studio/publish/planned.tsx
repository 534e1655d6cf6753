/** Publications that wait for a second person or their time, and what became of the last ones. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useStudio, useTime, useTold, useWords } from '../frame/studio-context.js';
import type { Planned } from '../link/wire.js';
import { DiffView } from '../revisions/diff-view.js';

const LOOK_EVERY_MS = 3000;
const ENDED_SHOWN = 5;
const TONES = { awaiting: 'warn', scheduled: 'warn', published: 'ok', failed: 'bad', cancelled: '' } as const;

export function PlannedList() {
  const { planned: words, revisions: { show } } = useWords();
  const told = useTold();
  const [seen, setSeen] = useState<string | null>(null);
  const { api, session } = useStudio();
  const queries = useQueryClient();
  const { data } = useQuery({ queryKey: ['planned'], queryFn: api.planned, refetchInterval: LOOK_EVERY_MS });
  const act = useMutation({
    mutationFn: ({ id, what }: { readonly id: string; readonly what: 'approve' | 'cancel' }) => api.onPlanned(id, what),
    onSettled: () => Promise.all(['planned', 'changes', 'revisions'].map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
  const waiting = (data?.planned ?? []).filter(({ state }) => state === 'awaiting' || state === 'scheduled');
  const ended = (data?.planned ?? []).filter(({ endedAt }) => endedAt !== null).slice(0, ENDED_SHOWN);
  if (waiting.length + ended.length === 0) return null;
  const listed = (plans: readonly Planned[]) => (
    <ul className="plain-list planned">
      {plans.map((plan) => (
        <li key={plan.id}>
          <About plan={plan} />
          <Button size="small" aria-expanded={seen === plan.id} onClick={() => setSeen(seen === plan.id ? null : plan.id)}>{show}</Button>
          {plan.endedAt !== null ? null : (
            <span className="buttons">
              {plan.state === 'awaiting' && plan.by.staffId !== session.staff.id ? <Button size="small" type="primary" loading={act.isPending} onClick={() => act.mutate({ id: plan.id, what: 'approve' })}>{words.approve}</Button> : null}
              <Button size="small" disabled={act.isPending} onClick={() => act.mutate({ id: plan.id, what: 'cancel' })}>{words.cancel}</Button>
            </span>
          )}
          {seen === plan.id ? <PlannedChanges id={plan.id} /> : null}
        </li>
      ))}
    </ul>
  );
  return (
    <>
      {waiting.length === 0 && !act.error ? null : (
        <section className="card" aria-label={words.title}>
          <h2>{words.title}</h2>
          <div role="alert" className="said">{act.error ? <Alert type="error" showIcon title={told(act.error)} /> : null}</div>
          {listed(waiting)}
        </section>
      )}
      {ended.length === 0 ? null : (
        <section className="card" aria-label={words.ended}>
          <h2>{words.ended}</h2>
          {listed(ended)}
        </section>
      )}
    </>
  );
}

/** Fixed when it was asked for: whoever agrees sees what she agrees to, whatever the draft says by now. */
function PlannedChanges({ id }: { readonly id: string }) {
  const words = useWords();
  const told = useTold();
  const { api } = useStudio();
  const { data, error } = useQuery({ queryKey: ['planned-changes', id], queryFn: () => api.plannedChanges(id) });
  if (error) return <p role="alert">{told(error)}</p>;
  return <div className="planned-changes">{data === undefined ? <p role="status">{words.loading}</p> : <DiffView changes={data} />}</div>;
}

function About({ plan }: { readonly plan: Planned }) {
  const words = useWords().planned;
  const when = useTime();
  const failures: Readonly<Record<string, string>> = words.failures;
  return (
    <span>
      <span className="tag" data-tone={TONES[plan.state]}>{words.states[plan.state]}</span> {plan.note === '' ? words.noNote : plan.note}
      <small className="hint">
        {' '}{plan.by.name}{plan.approvedBy ? ` · ${words.approvedBy(plan.approvedBy.name)}` : ''}{plan.at === null ? '' : ` · ${when(plan.at)}`}
        {plan.revision === null ? '' : ` · ${words.became(plan.revision)}`}
        {plan.failure === null ? '' : ` · ${failures[plan.failure] ?? plan.failure}`}
      </small>
    </span>
  );
}
