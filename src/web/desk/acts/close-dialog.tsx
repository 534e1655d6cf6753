/** Ending a conversation: how it came out, and a line or two for whoever meets this subscriber next. */
import { Alert, Input, Modal } from 'antd';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireDisposition } from '../../../protocol/desk.js';
import { MAX_NOTE } from '../../../protocol/limits.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import { useReport } from '../frame/use-report.js';
import './acts.css';

const DISPOSITIONS: readonly WireDisposition[] = ['solved', 'follow-up', 'transferred-out', 'no-answer', 'spam', 'other'];

export default function CloseDialog({ conversationId, onClose }: { readonly conversationId: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { client } = useTools();
  const report = useReport();
  const hasDraft = useDesk((state) => (state.drafts[conversationId]?.reply ?? '').trim() !== '');
  const [disposition, setDisposition] = useState<WireDisposition>('solved');
  const [summary, setSummary] = useState('');
  const [isGoing, setIsGoing] = useState(false);
  const go = async (): Promise<void> => {
    setIsGoing(true);
    const isDone = await report(client.close(conversationId, disposition, summary.trim()));
    setIsGoing(false);
    if (isDone) onClose();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void go();
  };
  return (
    <Modal
      open
      title={t('close.title')}
      onCancel={onClose}
      onOk={() => void go()}
      okText={t('close.submit')}
      okButtonProps={{ loading: isGoing }}
      cancelText={t('acts.cancel')}
      width={480}
    >
      <div className="act-body" onKeyDown={onKeyDown}>
        {hasDraft ? <Alert type="warning" showIcon title={t('close.draftWarning')} /> : null}
        <fieldset className="outcomes">
          <legend className="act-label">{t('close.how')}</legend>
          {DISPOSITIONS.map((one) => (
            <label key={one} className="outcome">
              <input
                type="radio"
                name="disposition"
                value={one}
                autoFocus={one === disposition}
                checked={disposition === one}
                onChange={() => setDisposition(one)}
              />
              <span>{t(`close.dispositions.${one}`)}</span>
            </label>
          ))}
        </fieldset>
        <label className="act-label">
          {t('close.summary')}
          <Input.TextArea
            value={summary}
            onChange={(event) => setSummary(event.target.value)}
            maxLength={MAX_NOTE}
            autoSize={{ minRows: 3, maxRows: 8 }}
            placeholder={t('close.summaryPlaceholder')}
          />
        </label>
        <p className="act-lead">{t('close.after')}</p>
      </div>
    </Modal>
  );
}
