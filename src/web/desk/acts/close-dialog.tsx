/** Ending a conversation: how it came out, and a line or two for whoever meets this subscriber next. */
import { Alert, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { WireDisposition } from '../../../protocol/desk.js';
import { MAX_NOTE } from '../../../protocol/limits.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import { ByModel } from '../look/by-model.js';
import { useCasesHere } from '../cases/use-cases.js';
import { focusField } from './focus-field.js';
import { likelyOutcome } from './likely-outcome.js';
import { useSummary } from './use-summary.js';
import { useGoing } from './use-going.js';
import './acts.css';

const DISPOSITIONS: readonly WireDisposition[] = ['solved', 'follow-up', 'transferred-out', 'no-answer', 'spam', 'other'];

interface CloseDialogProps {
  readonly conversationId: string;
  readonly onClose: () => void;
}

export default function CloseDialog({ conversationId, onClose }: CloseDialogProps) {
  const { t } = useTranslation();
  const { client } = useTools();
  const hasDraft = useDesk((state) => (state.drafts[conversationId]?.reply ?? '').trim() !== '');
  const [disposition, setDisposition] = useOutcome(conversationId);
  const { summary, setSummary, isOfModel } = useSummary(conversationId);
  const [tags, setTags] = useState<readonly string[]>([]);
  const { isGoing, go } = useGoing(onClose);
  const end = (): void => go(client.close(conversationId, { disposition, summary: summary.trim(), tags }));
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && !isGoing) end();
  };
  return (
    <Modal
      open
      title={t('close.title')}
      onCancel={onClose}
      onOk={end}
      okText={t('close.submit')}
      okButtonProps={{ loading: isGoing }}
      cancelText={t('acts.cancel')}
      width="30rem"
      afterOpenChange={focusField}
    >
      <div className="act-body" onKeyDown={onKeyDown}>
        {hasDraft ? <Alert type="warning" showIcon title={t('close.draftWarning')} /> : null}
        <Outcomes chosen={disposition} onChoose={setDisposition} />
        <Summary text={summary} onText={setSummary} isOfModel={isOfModel} />
        <Select mode="tags" value={[...tags]} maxCount={10} placeholder={t('close.tags')} aria-label={t('close.tags')} onChange={(chosen: string[]) => setTags(chosen)} />
        <p className="act-lead">{t('close.after')}</p>
      </div>
    </Modal>
  );
}

/** What is likely, until another is chosen. */
function useOutcome(conversationId: string): readonly [WireDisposition, (one: WireDisposition) => void] {
  const { data: cases = [] } = useCasesHere(conversationId);
  const likely = useDesk((state) => likelyOutcome(cases, state.threads[conversationId]?.messages ?? []));
  const [chosen, setChosen] = useState<WireDisposition | null>(null);
  return [chosen ?? likely, setChosen];
}

function Outcomes({ chosen, onChoose }: { readonly chosen: WireDisposition; readonly onChoose: (one: WireDisposition) => void }) {
  const { t } = useTranslation();
  return (
    <fieldset className="outcomes">
      <legend className="act-label">{t('close.how')}</legend>
      {DISPOSITIONS.map((one) => (
        <label key={one} className="outcome">
          <input
            type="radio"
            name="disposition"
            value={one}
            autoFocus={one === chosen}
            checked={chosen === one}
            onChange={() => onChoose(one)}
          />
          <span>{t(`close.dispositions.${one}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Summary({ text, onText, isOfModel }: { readonly text: string; readonly onText: (text: string) => void; readonly isOfModel: boolean }) {
  const { t } = useTranslation();
  return (
    <label className="act-label">
      <span>
        {t('close.summary')} {isOfModel ? <ByModel text={t('close.byModel')} /> : null}
      </span>
      <Input.TextArea
        value={text}
        onChange={(event) => onText(event.target.value)}
        maxLength={MAX_NOTE}
        autoSize={{ minRows: 3, maxRows: 8 }}
        placeholder={t('close.summaryPlaceholder')}
      />
    </label>
  );
}
