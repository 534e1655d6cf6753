/** Above every editor: save, delete, what does not fit, and whose newer work is in the way. */
import { Alert, App, Button } from 'antd';
import type { Place } from '../link/wire.js';
import { ProblemList } from './problem-list.js';
import { useTime, useWords } from './studio-context.js';
import { useAtWork } from './use-at-work.js';
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
  const others = useAtWork(path).filter((one) => one.path === path);
  const { newer, problems, isBusy, isChanged } = editing;
  const ask = (): void => void modal.confirm({ title: words.deleteSure(title), content: words.deleteNote, okText: words.delete, okButtonProps: { danger: true }, onOk: onDelete ?? (() => undefined) });
  return (
    <>
      <div className="page-head">
        <a href={back}>← {words.back}</a>
        <h1>{title}</h1>
        <span className="hint" role="status">{isChanged ? words.unsaved : ''}</span>
        {isChanged ? <Button type="text" onClick={editing.discard}>{words.discard}</Button> : null}
        {onDelete === null ? null : <Button danger type="text" onClick={ask}>{words.delete}</Button>}
        <Button type="primary" loading={isBusy} disabled={!isChanged} onClick={onSave}>{words.save}</Button>
      </div>
      <p className="hint at-work" role="status">{others.length === 0 ? '' : words.alsoHere(others.map(({ who }) => who.name).join(', '))}</p>
      <div role="alert" className="said">
        {newer === null ? null : (
          <Alert
            type="warning"
            showIcon
            title={words.newer(newer.changedBy?.name ?? words.files, when(newer.changedAt))}
            description={words.newerText}
            action={
              <span className="buttons">
                <Button size="small" type="primary" onClick={editing.mergeWithTheirs}>{words.merge}</Button>
                <Button size="small" onClick={editing.takeTheirs}>{words.reload}</Button>
              </span>
            }
          />
        )}
        {problems.length === 0 ? null : (
          <Alert type="error" showIcon title={words.notFit} description={<ProblemList problems={problems} />} />
        )}
      </div>
    </>
  );
}
