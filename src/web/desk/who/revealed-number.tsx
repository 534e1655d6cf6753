/** The number: masked in the middle until the agent says why it has to be seen. */
import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { focusField } from '../acts/focus-field.js';
import { useGoing } from '../acts/use-going.js';
import { useTools } from '../frame/desk-context.js';
import { Icon } from '../look/icons.js';

const REASONS = ['check', 'order', 'callback'] as const;
const MAX_REASON = 200;

/** `canReveal`: the conversation is one's own, or one supervises it. */
export function RevealedNumber({ conversationId, masked, canReveal }: { readonly conversationId: string; readonly masked: string; readonly canReveal: boolean }) {
  const { t } = useTranslation();
  const [whole, setWhole] = useState<string | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const toggle = (): void => {
    if (whole === null) setIsAsking(true);
    else setWhole(null);
  };
  return (
    <p className="num who-number">
      {whole ?? masked}
      {canReveal ? (
        <button type="button" className="square who-reveal" aria-label={t(whole === null ? 'reveal.show' : 'reveal.hide')} aria-pressed={whole !== null} onClick={toggle}>
          <Icon name="eye" size={16} />
        </button>
      ) : null}
      {isAsking ? <RevealDialog conversationId={conversationId} onClose={() => setIsAsking(false)} onRevealed={setWhole} /> : null}
    </p>
  );
}

interface RevealDialogProps {
  readonly conversationId: string;
  readonly onClose: () => void;
  readonly onRevealed: (msisdn: string) => void;
}

function RevealDialog({ conversationId, onClose, onRevealed }: RevealDialogProps) {
  const { t } = useTranslation();
  const { client } = useTools();
  const [reason, setReason] = useState('');
  const { isGoing, go } = useGoing(onClose);
  const canAsk = reason.trim() !== '';
  const ask = (): void => {
    if (!canAsk || isGoing) return;
    const asked = client.reveal(conversationId, reason.trim());
    go(asked);
    void asked.then((answer) => {
      if (answer.ok) onRevealed(answer.msisdn);
    });
  };
  return (
    <Modal open title={t('reveal.title')} onCancel={onClose} onOk={ask} okText={t('reveal.submit')} cancelText={t('acts.cancel')} okButtonProps={{ disabled: !canAsk, loading: isGoing }} width="27.5rem" afterOpenChange={focusField}>
      <div className="act-body">
        <p className="act-lead">{t('reveal.lead')}</p>
        <div className="reveal-reasons">
          {REASONS.map((one) => (
            <button key={one} type="button" className="tag" onClick={() => setReason(t(`reveal.reasons.${one}`))}>
              {t(`reveal.reasons.${one}`)}
            </button>
          ))}
        </div>
        <Input autoFocus aria-label={t('reveal.reason')} placeholder={t('reveal.placeholder')} value={reason} maxLength={MAX_REASON} onChange={(event) => setReason(event.target.value)} onPressEnter={ask} />
      </div>
    </Modal>
  );
}
