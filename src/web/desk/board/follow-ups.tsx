/** Low ratings that a supervisor follows up: who gave them and why, who takes care of it, and what came of it. */
import { Button, Input, Modal, Skeleton } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireFollowUp } from '../../../protocol/follow-ups.js';
import { MAX_NOTE } from '../../../protocol/limits.js';
import { conversationWords } from '../../../wording/conversation/words.js';
import { focusField } from '../acts/focus-field.js';
import { useConsole } from '../frame/console-context.js';
import { useDesk } from '../frame/desk-context.js';
import { useWhen } from '../look/use-when.js';
import { useNames } from '../words/use-words.js';
import { useFollowUpAct, useFollowUps } from './use-follow-ups.js';

const BEST = 5;

export function FollowUps() {
  const { t } = useTranslation();
  const names = useNames();
  const { data, error } = useFollowUps();
  return (
    <section className="board-part" aria-label={t('followUps.title')}>
      <h3>{t('followUps.title')}</h3>
      {error === null ? null : <p role="alert">{names('errors', error.message)}</p>}
      {data === undefined && error === null ? <Skeleton active title={false} /> : null}
      {data?.length === 0 ? <p className="board-none">{t('followUps.none')}</p> : null}
      <ul className="follow-ups">
        {(data ?? []).map((one) => (
          <FollowUpRow key={one.id} one={one} />
        ))}
      </ul>
    </section>
  );
}

function FollowUpRow({ one }: { readonly one: WireFollowUp }) {
  const { t, i18n } = useTranslation();
  const when = useWhen();
  const labels = conversationWords(i18n.language === 'en' ? 'en' : 'zh-CN').ratingReasons;
  const { score, subscriber, headline, reasons, comment, servedBy, openedAt, notes } = one;
  return (
    <li>
      <span className="follow-up-score" role="img" aria-label={t('followUps.score', { score })}>
        {'★'.repeat(score)}
        <i>{'☆'.repeat(BEST - score)}</i>
      </span>
      <div className="follow-up-main">
        <p className="follow-up-head">
          <b className="num">{subscriber ?? t('chats.visitor')}</b>
          <span>{headline}</span>
          <small className="num">{`${t('followUps.servedBy', { name: servedBy?.name ?? t('board.assistant') })} · ${when(openedAt)}`}</small>
        </p>
        {reasons.length === 0 ? null : (
          <p className="follow-up-reasons">
            {reasons.map((reason) => (
              <span key={reason} className="tag">
                {labels[reason]}
              </span>
            ))}
          </p>
        )}
        {comment === '' ? null : <blockquote>{comment}</blockquote>}
        {notes.map((note) => (
          <p key={note.at} className="follow-up-note">
            <b>{note.by}</b> {note.text} <small className="num">{when(note.at)}</small>
          </p>
        ))}
      </div>
      <FollowUpActions one={one} />
    </li>
  );
}

function FollowUpActions({ one }: { readonly one: WireFollowUp }) {
  const { t } = useTranslation();
  const { show } = useConsole();
  const act = useFollowUpAct(one.id);
  const myId = useDesk((state) => state.staff?.id);
  const [isWriting, setIsWriting] = useState(false);
  /** Stays when the dialog is closed over it. */
  const [text, setText] = useState('');
  const isMine = one.owner?.staffId === myId;
  return (
    <div className="follow-up-acts">
      <Button size="small" onClick={() => show(one.conversationId)}>
        {t('cases.conversation')}
      </Button>
      {one.state === 'open' ? (
        <Button size="small" type="primary" onClick={() => void act('take', undefined)}>
          {t('followUps.take')}
        </Button>
      ) : null}
      {one.state === 'taken' && !isMine ? <span>{t('followUps.takenBy', { name: one.owner?.name })}</span> : null}
      {one.state === 'taken' && isMine ? (
        <Button size="small" type="primary" onClick={() => setIsWriting(true)}>
          {t('followUps.write')}
        </Button>
      ) : null}
      {isWriting ? <Outcome act={act} text={text} onText={setText} onClose={() => setIsWriting(false)} /> : null}
    </div>
  );
}

interface OutcomeProps {
  readonly act: ReturnType<typeof useFollowUpAct>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onClose: () => void;
}

function Outcome({ act, text, onText, onClose }: OutcomeProps) {
  const { t } = useTranslation();
  const isUnderWay = useRef(false);
  const go = async (name: 'note' | 'done'): Promise<void> => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    if (await act(name, { text: text.trim() })) {
      onText('');
      onClose();
    }
    isUnderWay.current = false;
  };
  const isEmpty = text.trim() === '';
  return (
    <Modal
      open
      title={t('followUps.write')}
      onCancel={onClose}
      afterOpenChange={focusField}
      footer={[
        <Button key="note" disabled={isEmpty} onClick={() => void go('note')}>
          {t('followUps.note')}
        </Button>,
        <Button key="done" type="primary" disabled={isEmpty} onClick={() => void go('done')}>
          {t('followUps.done')}
        </Button>,
      ]}
    >
      <Input.TextArea autoFocus value={text} maxLength={MAX_NOTE} autoSize={{ minRows: 3, maxRows: 8 }} aria-label={t('followUps.placeholder')} placeholder={t('followUps.placeholder')} onChange={(event) => onText(event.target.value)} />
    </Modal>
  );
}
