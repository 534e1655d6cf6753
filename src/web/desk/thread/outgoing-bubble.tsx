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
  const { client, store } = useTools();
  const names = useNames();
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
      {item.status === 'sending' ? null : isWaiting ? (
        <p className="bubble-failed" data-tone="calm">
          {t('thread.unsentOffline')}
        </p>
      ) : (
        <p className="bubble-failed" role="alert">
          {t('thread.failed')}：{names('errors', item.error ?? 'internal')}
          <button type="button" className="plain" onClick={() => void client.sender.retry(conversationId, item.clientId)}>
            {t('thread.retry')}
          </button>
          <button
            type="button"
            className="plain"
            onClick={() => {
              const kept = store.get().drafts[conversationId]?.reply ?? '';
              store.dispatch({ type: 'discard', conversationId, clientId: item.clientId });
              store.dispatch({ type: 'draft', conversationId, mode: 'reply', text: [item.text, kept].filter(Boolean).join('\n') });
            }}
          >
            {t('thread.discard')}
          </button>
        </p>
      )}
    </article>
  );
}
