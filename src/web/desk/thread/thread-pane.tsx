/** The middle pane: the conversation, and below it what may be done with it. */
import { Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSetPresence } from '../chats/presence-switch.js';
import { useDesk, useTools } from '../frame/desk-context.js';
import { Mark } from '../look/icons.js';
import { OfferCard } from '../offers/offer-card.js';
import type { Thread } from '../state/desk-state.js';
import { standingOf } from '../state/desk-view.js';
import { useNames } from '../words/use-words.js';
import { AskedBar } from './asked-bar.js';
import { Composer } from './composer.js';
import { EndedBar } from './ended-bar.js';
import { ThreadHead } from './thread-head.js';
import { Timeline } from './timeline.js';
import { WatchBar } from './watch-bar.js';
import './bubble.css';
import './composer.css';
import './thread.css';

export function ThreadPane({ thread }: { readonly thread: Thread | null }) {
  if (thread === null) return <NothingShown />;
  return <ShownThread thread={thread} />;
}

function ShownThread({ thread }: { readonly thread: Thread }) {
  const standing = useDesk((state) => standingOf(state, thread.id));
  return (
    <>
      <ThreadHead thread={thread} standing={standing} />
      {thread.messages.length > 0 || thread.outgoing.length > 0 || thread.loading === 'loaded' ? (
        <Timeline key={thread.id} thread={thread} standing={standing} />
      ) : (
        <Opening thread={thread} />
      )}
      <OfferCard slot="thread" />
      <AskedBar thread={thread} />
      {standing === 'watching' ? <WatchBar thread={thread} /> : null}
      {standing === 'ended' ? (
        <EndedBar thread={thread} />
      ) : (
        <Composer key={`${thread.id} ${standing}`} thread={thread} standing={standing} />
      )}
    </>
  );
}

function Opening({ thread }: { readonly thread: Thread }) {
  const { t } = useTranslation();
  const { client } = useTools();
  const names = useNames();
  if (thread.loading !== 'failed') {
    return (
      <div className="thread-opening" aria-busy="true">
        <Skeleton active title={false} paragraph={{ rows: 3, width: ['40%', '55%', '30%'] }} />
      </div>
    );
  }
  return (
    <div className="thread-nothing" role="alert">
      <b>{t('thread.failedToOpen')}</b>
      <p>{names('errors', thread.error ?? 'internal')}</p>
      <Button onClick={() => void client.history.open(thread.id)}>{t('thread.retryOpen')}</Button>
    </div>
  );
}

function NothingShown() {
  const { t } = useTranslation();
  const status = useDesk((state) => state.status);
  const isReady = useDesk((state) => state.isReady);
  const setPresence = useSetPresence();
  if (!isReady) return null;
  return (
    <div className="thread-nothing">
      <Mark size={44} />
      <b>{t('thread.empty')}</b>
      <p>{status === 'online' ? t('thread.emptyHint') : t('thread.notOnlineHint', { status: t(`presence.${status}`) })}</p>
      {status === 'offline' || status === 'away' ? (
        <Button type="primary" onClick={() => setPresence('online')}>
          {t('presence.goOnline')}
        </Button>
      ) : null}
    </div>
  );
}
