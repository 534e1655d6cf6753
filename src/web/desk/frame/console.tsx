/** The desk itself: rail, the list of chats, the conversation, and who it is with. */
import { useCallback, useMemo, useState } from 'react';
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
import { Dialogs } from './dialogs.js';
import { LinkNotice } from './link-notice.js';
import { PassNews } from './pass-news.js';
import { Rail } from './rail.js';
import { useViewing } from './use-viewing.js';
import { useShortcuts } from './use-shortcuts.js';
import './console.css';

export default function Console() {
  useViewing();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const controls = useControls(dialog, setDialog);
  const closeDialog = useCallback(() => setDialog(null), []);
  useShortcuts(controls);
  return (
    <ConsoleContext value={controls}>
      <Panes isWhoOpen={controls.isWhoOpen} />
      <Dialogs dialog={dialog} onClose={closeDialog} />
    </ConsoleContext>
  );
}

function useControls(dialog: Dialog | null, openDialog: (dialog: Dialog) => void): ConsoleControls {
  const { client } = useTools();
  const [isWhoOpen, setIsWhoOpen] = useState(false);
  const [mode, setMode] = useState<ConsoleControls['mode']>('reply');
  return useMemo(
    () => ({
      mode,
      setMode,
      openDialog,
      hasDialog: dialog !== null,
      isWhoOpen,
      toggleWho: () => setIsWhoOpen((open) => !open),
      show: (id) => {
        client.show(id);
        setMode('reply');
        setIsWhoOpen(false);
      },
    }),
    [mode, dialog, openDialog, isWhoOpen, client],
  );
}

function Panes({ isWhoOpen }: { readonly isWhoOpen: boolean }) {
  const { t } = useTranslation();
  const thread = useDesk(shownThread);
  const pane = thread === null ? 'list' : isWhoOpen ? 'who' : 'thread';
  return (
    <div className="console" data-pane={pane} data-who={isWhoOpen && thread !== null ? 'open' : 'closed'}>
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
      <PassNews />
    </div>
  );
}
