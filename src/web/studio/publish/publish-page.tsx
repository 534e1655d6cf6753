/** Check & publish: what the draft would change, what got worse, and the way to make it live. */
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { momentOfField } from '../../../wording/operator-time.js';
import { ProblemList } from '../frame/problem-list.js';
import { useStudio, useTold, useWords } from '../frame/studio-context.js';
import { useNames } from '../frame/use-names.js';
import { pathOf } from '../link/names.js';
import { StudioError } from '../link/studio-api.js';
import type { Gate } from '../link/wire.js';
import { DiffView } from '../revisions/diff-view.js';
import { PlannedList } from './planned.js';
import { Progress } from './progress.js';
import { DraftNote } from './draft-note.js';
import { Differences, DoubtSections, FailedList, ReportView } from './report-view.js';

export default function PublishPage() {
  const words = useWords();
  const told = useTold();
  const { api } = useStudio();
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const [at, setAt] = useState('');
  const { data: plans } = useQuery({ queryKey: ['planned'], queryFn: api.planned });
  const { data: changes } = useQuery({ queryKey: ['changes'], queryFn: () => api.changes() });
  const check = useMutation({ mutationFn: api.check });
  const publish = useMutation({
    mutationFn: (reason: string | null) => api.publish({ note: note.trim(), ...(reason === null ? {} : { override: { reason } }), ...(at === '' ? {} : { at: momentOfField(at) }) }),
    onSuccess: async () => {
      setNote('');
      setAt('');
      check.reset();
      await Promise.all(['changes', 'revisions', 'intents', 'articles', 'planned'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
    },
  });
  const [isPast, setIsPast] = useState(false);
  /** By a slip of the day it would go live at once, and not at its time. */
  const send = (reason: string | null): void => {
    const hasPassed = at !== '' && momentOfField(at) <= Date.now();
    setIsPast(hasPassed);
    if (!hasPassed) publish.mutate(reason);
  };
  const failure = publish.error instanceof StudioError ? publish.error : null;
  const isNothing = changes?.length === 0;
  const isBusy = check.isPending || publish.isPending;
  return (
    <div className="page">
      <div className="page-head">
        <h1>{words.nav.publish}</h1>
      </div>
      <section className="card" aria-label={words.publish.changes}>
        <h2>{words.publish.changes}</h2>
        {changes === undefined ? <p role="status">{words.loading}</p> : isNothing ? <p>{words.publish.nothing}</p> : <DiffView changes={changes} />}
      </section>
      <section className="card" aria-label={words.publish.live}>
        <div className="fields wide-fields">
          <label className="whole">{words.publish.note}<input value={note} maxLength={500} placeholder={words.publish.noteExample} onChange={(event) => setNote(event.target.value)} /></label>
          <label>{words.planned.at}<input type="datetime-local" value={at} onChange={(event) => (setIsPast(false), setAt(event.target.value))} /></label>
        </div>
        <LeftUnsaved />
        <div className="buttons">
          <Button disabled={isBusy} loading={check.isPending} onClick={() => check.mutate()}>{words.publish.check}</Button>
          <Button type="primary" disabled={isBusy || isNothing} loading={publish.isPending} onClick={() => send(null)}>{at !== '' ? words.planned.schedule : plans?.needsSecondPerson ? words.planned.ask : words.publish.publish}</Button>
        </div>
        {isBusy || isNothing ? null : <DraftNote waitsFor={at !== '' ? 'time' : plans?.needsSecondPerson ? 'person' : null} />}
        {isBusy ? <Progress isPublishing={publish.isPending} /> : null}
        <div role="alert" className="said">
          {isPast ? <Alert type="error" showIcon title={words.planned.past} /> : null}
          {publish.data && !isPast ? <Alert type="success" showIcon title={'planned' in publish.data ? (publish.data.planned.state === 'awaiting' ? words.planned.asked : words.planned.scheduled) : words.publish.done(publish.data.revision)} /> : null}
          {publish.data && 'doubts' in publish.data && publish.data.doubts.conflicts.length + publish.data.doubts.duplicates.length > 0 ? (
            <>
              <Alert type="warning" showIcon title={words.publish.doubtful} />
              <DoubtSections doubts={publish.data.doubts} />
            </>
          ) : null}
          {failure?.gate ? <Blocked gate={failure.gate} isBusy={isBusy} mayOverride={plans?.mayOverride ?? false} onOverride={send} /> : null}
          {publish.error && !failure?.gate ? (
            <Alert type="error" showIcon title={failure !== null && failure.problems.length > 0 ? words.edit.notFit : told(publish.error)} description={<ProblemList problems={failure?.problems ?? []} />} />
          ) : null}
          {check.error ? <Alert type="error" showIcon title={told(check.error)} /> : null}
        </div>
      </section>
      <PlannedList />
      {check.data ? <ReportView report={check.data} /> : null}
    </div>
  );
}

/** Who writes and goes straight to publishing is told what would stay behind. */
function LeftUnsaved() {
  const words = useWords().edit;
  const { unsaved } = useStudio();
  const names = useNames();
  const [places, setPlaces] = useState(() => unsaved.places());
  if (places.length === 0) return null;
  const drop = (place: string): void => {
    unsaved.drop(place);
    setPlaces(unsaved.places());
  };
  const named = (place: string): string => {
    const path = pathOf(place);
    return path === null ? words.newEntry : names.text(path);
  };
  const links = places.map((place) => <li key={place}><a href={`#/${place}`} title={place}>{named(place)}</a> <Button size="small" type="text" onClick={() => drop(place)}>{words.discard}</Button></li>);
  return (
    <div role="status" className="said">
      <Alert type="warning" showIcon title={words.leftUnsaved} description={<ul className="plain-list">{links}</ul>} />
    </div>
  );
}

interface BlockedProps {
  readonly gate: Gate;
  readonly isBusy: boolean;
  readonly mayOverride: boolean;
  readonly onOverride: (reason: string) => void;
}

function Blocked({ gate, isBusy, mayOverride, onOverride }: BlockedProps) {
  const words = useWords().publish;
  const { route } = useNames();
  // Below the changes it would stand out of sight, and the button that was pressed has let go of the keyboard.
  const inSight = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Its beginning: left to itself, `focus` puts the middle of what is out of sight into the middle, and its title beneath the head.
    inSight.current?.focus({ preventScroll: true });
    inSight.current?.scrollIntoView({ block: 'nearest' });
  }, [gate]);
  const [reason, setReason] = useState('');
  return (
    <div className="blocked" ref={inSight} tabIndex={-1}>
      <Alert type="error" showIcon title={words.blocked(gate.regressions.length, gate.stories.length)} description={mayOverride ? words.blockedText : words.blockedForYou} />
      <FailedList failed={gate.regressions} />
      <ul className="plain-list">
        {gate.stories.map(({ name, says, expected, got }) => <li key={name}>{words.story(name, says ?? '', route(expected ?? ''), route(got ?? ''))}</li>)}
      </ul>
      <Differences {...gate} />
      <DoubtSections doubts={gate.doubts} isOpen />
      {!mayOverride ? null : <form className="fields" onSubmit={(event) => (event.preventDefault(), onOverride(reason.trim()))}>
        <label>{words.reason}<input value={reason} maxLength={500} required onChange={(event) => setReason(event.target.value)} /></label>
        <Button danger htmlType="submit" disabled={isBusy || reason.trim() === ''}>{words.override}</Button>
      </form>}
    </div>
  );
}
