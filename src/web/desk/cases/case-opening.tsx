/** Opening a case from a chat: its kind, the matter in the subscriber's words, and for a call-back the agreed time. */
import { App, Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireCaseKind } from '../../../protocol/cases.js';
import { momentOfField } from '../../../wording/operator-time.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import { openCase } from './cases-api.js';
import { useCaseChanged } from './use-cases.js';
import { newId } from '../../kit/new-id.js';

const KINDS: readonly WireCaseKind[] = ['complaint', 'fault', 'refund', 'call-back', 'privacy-request', 'message'];
const MAX_TITLE = 500;

interface CaseOpeningProps {
  readonly conversationId: string;
  /** The id of the case that was opened, or null when none was. */
  readonly onDone: (id: string | null) => void;
}

export function CaseOpening({ conversationId, onDone }: CaseOpeningProps) {
  const { t } = useTranslation();
  const { session, store } = useTools();
  const { message } = App.useApp();
  const changed = useCaseChanged();
  const matter = useDesk((state) => state.threads[conversationId]?.brief?.summary ?? '');
  const [kind, setKind] = useState<WireCaseKind>('complaint');
  const place = `new case ${conversationId}`;
  const [title, setTitle] = useState(() => store.get().drafts[place]?.reply ?? matter.slice(0, MAX_TITLE));
  /** Kept while another chat is in front. */
  const keep = (text: string): void => store.dispatch({ type: 'draft', conversationId: place, mode: 'reply', text });
  const done = (id: string | null): void => {
    keep('');
    onDone(id);
  };
  const [callAt, setCallAt] = useState('');
  const [isGoing, setIsGoing] = useState(false);
  // Pressed twice, or again after no answer came, it is still one case.
  const [clientId] = useState(newId);
  const open = async (): Promise<void> => {
    setIsGoing(true);
    const asked = openCase(session.token, { clientId, kind, title: title.trim(), conversationId, ...(kind === 'call-back' && callAt !== '' ? { callAt: momentOfField(callAt) } : {}) });
    const isDone = await changed(asked);
    setIsGoing(false);
    const answer = await asked;
    if (!isDone || !answer.ok) return;
    void message.success(t('cases.opened', { number: answer.case.number }));
    done(answer.case.id);
  };
  return (
    <div className="case-opening" role="group" aria-label={t('cases.add')}>
      <label className="act-label">
        {t('cases.kind')}
        <Select value={kind} onChange={setKind} options={KINDS.map((value) => ({ value, label: t(`cases.kinds.${value}`) }))} />
      </label>
      <label className="act-label">
        {t('cases.matter')}
        <Input.TextArea autoFocus value={title} maxLength={MAX_TITLE} autoSize={{ minRows: 3, maxRows: 8 }} placeholder={t('cases.matterPlaceholder')} onChange={(event) => (setTitle(event.target.value), keep(event.target.value))} />
      </label>
      {kind === 'call-back' ? (
        <label className="act-label">
          {t('cases.callAt')}
          <Input type="datetime-local" value={callAt} onChange={(event) => setCallAt(event.target.value)} />
        </label>
      ) : null}
      <footer>
        <Button type="primary" disabled={title.trim() === ''} loading={isGoing} onClick={() => void open()}>
          {t('cases.submit')}
        </Button>
        <Button onClick={() => done(null)}>{t('acts.cancel')}</Button>
      </footer>
    </div>
  );
}
