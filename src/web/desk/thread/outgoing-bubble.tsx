/** A reply on its way: sending, or not sent with the ways out. */
import { useTranslation } from 'react-i18next';
import { useDesk, useTools } from '../frame/desk-context.js';
import type { Outgoing } from '../state/desk-state.js';
import { useNames } from '../words/use-words.js';

interface OutgoingBubbleProps {
  readonly conversationId: string;
  readonly item: Outgoing;
  readonly isFirst: boolean;
}

export function OutgoingBubble({ conversationId, item, isFirst }: OutgoingBubbleProps) {
  const { t } = useTranslation();
  const isOffline = useDesk((state) => state.link !== 'online');
  const isWaiting = item.status === 'failed' && isOffline;
  return (
    <article className="bubble-row" data-who="me" data-first={isFirst} data-status={isWaiting ? 'sending' : item.status}>
      {isFirst ? <header className="bubble-name">{t('thread.you')}</header> : null}
      <div className="bubble-line">
        <div className="bubble">
          <p className="bubble-text">{item.text}</p>
        </div>
        <span className="bubble-at">{item.status === 'sending' ? t('thread.sending') : null}</span>
      </div>
      {isWaiting ? (
        <p className="bubble-failed" data-tone="calm">
          {t('thread.unsentOffline')}
        </p>
      ) : null}
      {item.status === 'failed' && !isWaiting ? <NotSent conversationId={conversationId} item={item} /> : null}
    </article>
  );
}

function NotSent({ conversationId, item }: Omit<OutgoingBubbleProps, 'isFirst'>) {
  const { t } = useTranslation();
  const { client, store } = useTools();
  const names = useNames();
  const takeBack = (): void => {
    const kept = store.get().drafts[conversationId]?.reply ?? '';
    store.dispatch({ type: 'discard', conversationId, clientId: item.clientId });
    store.dispatch({ type: 'draft', conversationId, mode: 'reply', text: [item.text, kept].filter(Boolean).join('\n') });
  };
  return (
    <p className="bubble-failed" role="alert">
      <span>
        {t('thread.failed')} · {names('errors', item.error ?? 'internal')}
      </span>
      <button type="button" className="plain" onClick={() => void client.sender.retry(conversationId, item.clientId)}>
        {t('thread.retry')}
      </button>
      <button type="button" className="plain" onClick={takeBack}>
        {t('thread.discard')}
      </button>
    </p>
  );
}
