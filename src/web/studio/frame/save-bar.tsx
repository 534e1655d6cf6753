/** Above every editor: save, delete, what does not fit, and whose newer work is in the way. */
import { Alert, App, Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import type { Place } from '../link/wire.js';
import { AlsoHere } from './also-here.js';
import { ProblemList } from './problem-list.js';
import { useTime, useWords } from './studio-context.js';
import type { Editing } from './use-entry.js';

interface SaveBarProps<Entry extends Place> {
  readonly editing: Editing<Entry>;
  readonly title: string;
  /** Of the text in the draft; null for a new one. */
  readonly path: string | null;
  readonly back: string;
  readonly onSave: () => void;
  readonly onDelete: (() => void) | null;
}

export function SaveBar<Entry extends Place>({ editing, title, path, back, onSave, onDelete }: SaveBarProps<Entry>) {
  const words = useWords().edit;
  const when = useTime();
  const { modal } = App.useApp();
  const { newer, problems, clashes, isBusy, isChanged } = editing;
  const fields: Readonly<Record<string, string>> = words.fields;
  /** What was pressed goes with the choice: the keyboard goes on where the next step is. */
  const next = useRef<HTMLButtonElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const [goesOn, setGoesOn] = useState<'save' | 'read' | null>(null);
  useEffect(() => {
    if (goesOn === null) return;
    (goesOn === 'save' ? next.current : heading.current)?.focus();
    setGoesOn(null);
  }, [goesOn]);
  const ask = (): void => void modal.confirm({ title: words.deleteSure(title), content: words.deleteNote, okText: words.delete, okButtonProps: { danger: true }, onOk: onDelete ?? (() => undefined) });
  return (
    <>
      <div className="page-head">
        <a href={back}>← {words.back}</a>
        <h1 ref={heading} tabIndex={-1}>{title}</h1>
        <span className="hint" role="status">{isChanged ? words.unsaved : ''}</span>
        {isChanged ? <Button type="text" onClick={editing.discard}>{words.discard}</Button> : null}
        {onDelete === null ? null : <Button danger type="text" onClick={ask}>{words.delete}</Button>}
        <Button ref={next} type="primary" loading={isBusy} disabled={!isChanged} onClick={onSave}>{words.save}</Button>
      </div>
      <AlsoHere path={path} />
      <div role="alert" className="said">
        {newer === null ? null : (
          <Alert
            type="warning"
            showIcon
            title={words.newer(newer.changedBy?.name ?? words.files, when(newer.changedAt))}
            description={words.newerText}
            action={
              <span className="buttons">
                <Button size="small" type="primary" onClick={() => (editing.mergeWithTheirs(), setGoesOn('save'))}>{words.merge}</Button>
                <Button size="small" onClick={() => (editing.takeTheirs(), setGoesOn('read'))}>{words.reload}</Button>
              </span>
            }
          />
        )}
        {clashes.length === 0 ? null : (
          <Alert
            type="warning"
            showIcon
            title={words.clashes}
            description={<ul>{clashes.map(({ field, theirs }) => <li key={`${field} ${theirs ?? ''}`}>{theirs === null ? words.bothStand(fields[field] ?? field) : words.mineStands(fields[field] ?? field, theirs)}</li>)}</ul>}
          />
        )}
        {problems.length === 0 ? null : (
          <Alert type="error" showIcon title={words.notFit} description={<ProblemList problems={problems} />} />
        )}
      </div>
    </>
  );
}
