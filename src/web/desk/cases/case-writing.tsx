/** What is written on a case: an answer that the subscriber gets, or a note among colleagues; and the question whether it is solved. */
import { App, Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskCase } from '../../../protocol/cases.js';
import { MAX_NOTE } from '../../../protocol/limits.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import { EMPTY_DRAFTS } from '../state/desk-state.js';
import { isSupervisor } from '../state/desk-view.js';
import { useCaseAct } from './use-cases.js';

type Kind = 'answer' | 'note';

export function CaseWriting({ one }: { readonly one: DeskCase }) {
  const { t } = useTranslation();
  if (one.stage === 'closed') return <p className="case-over">{t('cases.isClosed')}</p>;
  return (
    <>
      {one.stage === 'asked' ? <Asked one={one} /> : null}
      <Writing one={one} />
    </>
  );
}

function Writing({ one }: { readonly one: DeskCase }) {
  const { t } = useTranslation();
  const act = useCaseAct(one.id);
  const { kind, setKind, text, setText, sent } = useKept(one.id);
  const [isGoing, setIsGoing] = useState(false);
  const go = async (asked: Promise<boolean>): Promise<void> => {
    setIsGoing(true);
    if (await asked) sent();
    setIsGoing(false);
  };
  const isPublic = kind === 'answer';
  const label = t(isPublic ? 'cases.answer' : 'cases.note');
  return (
    <div className="case-writing" data-kind={kind}>
      <Segmented<Kind>
        size="small"
        value={kind}
        onChange={setKind}
        options={[
          { value: 'answer', label: t('cases.answer') },
          { value: 'note', label: t('cases.note') },
        ]}
      />
      <Input.TextArea
        value={text}
        maxLength={MAX_NOTE}
        autoSize={{ minRows: 2, maxRows: 8 }}
        aria-label={label}
        placeholder={t(isPublic ? 'cases.answerPlaceholder' : 'cases.notePlaceholder')}
        onChange={(event) => setText(event.target.value)}
      />
      <footer>
        <Button type="primary" size="small" disabled={text.trim() === ''} loading={isGoing} onClick={() => void go(act('note', { text: text.trim(), public: isPublic }))}>
          {t(isPublic ? 'cases.send' : 'cases.keepNote')}
        </Button>
        {isPublic && one.stage !== 'asked' ? (
          <Button size="small" disabled={isGoing} title={t('cases.solvePlaceholder')} onClick={() => void go(act('solve', { text: text.trim() }))}>
            {t('cases.solve')}
          </Button>
        ) : null}
      </footer>
    </div>
  );
}

const SLOTS = { answer: 'reply', note: 'note' } as const;

/** Kept while another chat or page is in front, as what it was meant for: what was to be a note never comes back as an answer. */
function useKept(id: string) {
  const { store } = useTools();
  const drafts = useDesk((state) => state.drafts[id] ?? EMPTY_DRAFTS);
  const [kind, setKind] = useState<Kind>(drafts.note === '' ? 'answer' : 'note');
  const text = drafts[SLOTS[kind]];
  const put = (as: Kind, next: string): void => store.dispatch({ type: 'draft', conversationId: id, mode: SLOTS[as], text: next });
  const turnInto = (next: Kind): void => {
    put(kind, '');
    put(next, text);
    setKind(next);
  };
  const sent = (): void => {
    // What was typed meanwhile stays.
    for (const as of ['answer', 'note'] as const) if (store.get().drafts[id]?.[SLOTS[as]] === text) put(as, '');
  };
  return { kind, setKind: turnInto, text, setText: (next: string) => put(kind, next), sent };
}

/** For a subscriber who never answers: a supervisor may end it, with a reason that is kept. */
function Asked({ one }: { readonly one: DeskCase }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const act = useCaseAct(one.id);
  const mayEnd = useDesk(isSupervisor);
  const end = (): void => {
    let reason = '';
    modal.confirm({
      title: t('cases.endTitle'),
      content: <Input autoFocus maxLength={MAX_NOTE} aria-label={t('cases.endPlaceholder')} placeholder={t('cases.endPlaceholder')} onChange={(event) => (reason = event.target.value)} />,
      okText: t('cases.end'),
      cancelText: t('acts.cancel'),
      onOk: () => act('stage', { stage: 'closed', text: reason.trim() === '' ? t('cases.end') : reason.trim() }),
    });
  };
  return (
    <div className="case-over">
      <p>{t('cases.isAsked')}</p>
      {mayEnd ? (
        <Button size="small" onClick={end}>
          {t('cases.end')}
        </Button>
      ) : null}
    </div>
  );
}
