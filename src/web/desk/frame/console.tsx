/** The desk itself: rail, the list of chats, the conversation, and who it is with. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChatsPane } from '../chats/chats-pane.js';
import { OfferCard } from '../offers/offer-card.js';
import { shownThread } from '../state/desk-view.js';
import { ThreadPane } from '../thread/thread-pane.js';
import { WhoPane } from '../who/who-pane.js';
import { Alerts } from './alerts.js';
import { Announcer } from './announcer.js';
import { ConsoleContext } from './console-context.js';
import type { ConsoleControls, Dialog } from './console-context.js';
import { useDesk, useTools } from './desk-context.js';
import { LinkNotice } from './link-notice.js';
import { Rail } from './rail.js';
import { useShortcuts } from './use-shortcuts.js';
import './console.css';

const SettingsDrawer = lazy(() => import('./settings-drawer.js'));
const HelpDialog = lazy(() => import('./help-dialog.js'));
const TransferDialog = lazy(() => import('../acts/transfer-dialog.js'));
const CloseDialog = lazy(() => import('../acts/close-dialog.js'));

export default function Console() {
  const { t } = useTranslation();
  const { client } = useTools();
  const shownId = useDesk((state) => state.shownId);
  const thread = useDesk(shownThread);
  const [isWhoOpen, setIsWhoOpen] = useState(false);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const [mode, setMode] = useState<ConsoleControls['mode']>('reply');
  const closeDialog = useCallback(() => setDialog(null), []);
  const controls = useMemo<ConsoleControls>(
    () => ({
      mode,
      setMode,
      openDialog: setDialog,
      hasDialog: dialog !== null,
      isWhoOpen,
      toggleWho: () => setIsWhoOpen((open) => !open),
      show: (id) => {
        client.show(id);
        setMode('reply');
        setIsWhoOpen(false);
      },
    }),
    [mode, dialog, isWhoOpen, client],
  );
  useShortcuts(controls);
  useEffect(() => {
    if (shownId === null) setIsWhoOpen(false);
  }, [shownId]);
  return (
    <ConsoleContext value={controls}>
      <div
        className="console"
        data-pane={shownId === null ? 'list' : isWhoOpen ? 'who' : 'thread'}
        data-who={isWhoOpen ? 'open' : 'closed'}
      >
        <header className="hidden">
          <h1>{t('app.name')}</h1>
        </header>
        <Rail />
        <aside className="console-list" aria-label={t('chats.label')}>
          <ChatsPane />
        </aside>
        <main className="console-thread" aria-label={t('thread.label')}>
          <ThreadPane thread={thread} />
        </main>
        <aside className="console-who" aria-label={t('who.label')}>
          {thread === null ? null : <WhoPane thread={thread} />}
        </aside>
        <LinkNotice />
        <OfferCard />
        <Alerts />
        <Announcer />
      </div>
      <Suspense>
        {dialog === 'settings' ? <SettingsDrawer onClose={closeDialog} /> : null}
        {dialog === 'help' ? <HelpDialog onClose={closeDialog} /> : null}
        {dialog === 'transfer' && shownId !== null ? <TransferDialog conversationId={shownId} onClose={closeDialog} /> : null}
        {dialog === 'close' && shownId !== null ? <CloseDialog conversationId={shownId} onClose={closeDialog} /> : null}
      </Suspense>
    </ConsoleContext>
  );
}
