/** What may be done about a group: phrases, an article, a note of the fix, telling who asked, deciding. */
import { App, Button } from 'antd';
import { useState } from 'react';
import type { WireFinding } from '../../../protocol/findings.js';
import { useInsights, useTold, useWords } from '../frame/insights-context.js';
import { InsightsError } from '../link/insights-api.js';
import { DecideDialog } from './decide-dialog.js';
import { FixDialog } from './fix-dialog.js';
import { MendDialog } from './mend-dialog.js';
import { PhrasesDialog } from './phrases-dialog.js';

interface FindingActionsProps {
  readonly finding: WireFinding;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
  readonly onChanged: () => void;
}

type Dialog = 'phrases' | 'fix' | 'mend' | 'done' | 'ignored' | 'open';

export function FindingActions({ finding, isOpen, onToggle, onChanged }: FindingActionsProps) {
  const { findings: words } = useWords();
  const { api, session } = useInsights();
  const told = useTold();
  const { message, modal } = App.useApp();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [isBusy, setIsBusy] = useState(false);
  const { id, kind, state, fixes } = finding;
  const mayEdit = session.staff.role !== 'supervisor';
  const hasArticle = fixes.some((fix) => fix.kind === 'article');
  const run = async (act: () => Promise<string>): Promise<void> => {
    setIsBusy(true);
    try {
      void message.success(await act());
      onChanged();
    } catch (trouble) {
      void message.error(told(trouble));
    } finally {
      setIsBusy(false);
    }
  };
  const begin = async (): Promise<string> => ((await api.beginArticle(id)).writtenByModel ? words.article.model : words.article.skeleton);
  const tell = async (): Promise<string> => {
    try {
      const { told: reached, unreachable } = await api.tell(id);
      return words.tell.told(reached, unreachable);
    } catch (trouble) {
      if (trouble instanceof InsightsError && trouble.code === 'wrong-state') return words.tell.notYet;
      throw trouble;
    }
  };
  const askTell = (): void => void modal.confirm({ title: words.tell.sure, content: words.tell.text, okText: words.tell.ok, onOk: () => run(tell) });
  const closed = (): void => {
    setDialog(null);
    onChanged();
  };
  const dialogProps = { finding, onClose: () => setDialog(null), onDone: closed };
  return (
    <div className="buttons">
      <Button size="small" onClick={onToggle} aria-expanded={isOpen}>{isOpen ? words.hide : words.show}</Button>
      {kind === 'question' && mayEdit ? <Button size="small" onClick={() => setDialog('phrases')}>{words.actions.phrases}</Button> : null}
      {mayEdit && !hasArticle ? <Button size="small" loading={isBusy} onClick={() => void run(begin)}>{words.actions.article}</Button> : null}
      <Button size="small" onClick={() => setDialog('fix')}>{words.actions.fix}</Button>
      {kind === 'question' && fixes.length > 0 ? <Button size="small" onClick={askTell}>{words.actions.tell}</Button> : null}
      <Button size="small" onClick={() => setDialog('mend')}>{words.actions.mend}</Button>
      <span className="row-end buttons">
        {state === 'open' ? (
          <>
            <Button size="small" type="text" onClick={() => setDialog('ignored')}>{words.actions.ignore}</Button>
            <Button size="small" type="primary" onClick={() => setDialog('done')}>{words.actions.done}</Button>
          </>
        ) : (
          <Button size="small" onClick={() => setDialog('open')}>{words.actions.reopen}</Button>
        )}
      </span>
      {dialog === 'phrases' ? <PhrasesDialog {...dialogProps} /> : null}
      {dialog === 'mend' ? <MendDialog {...dialogProps} /> : null}
      {dialog === 'fix' ? <FixDialog {...dialogProps} /> : null}
      {dialog === 'done' || dialog === 'ignored' || dialog === 'open' ? <DecideDialog {...dialogProps} state={dialog} /> : null}
    </div>
  );
}
