/** The desk itself: rail, the list of chats, the conversation, and who it is with. */
import { lazy, Suspense, useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChatsPane } from '../chats/chats-pane.js';
import { ONE_PANE } from '../look/use-media.js';
import { OfferCard } from '../offers/offer-card.js';
import { shownThread } from '../state/desk-view.js';
import type { Thread } from '../state/desk-state.js';
import { ThreadPane } from '../thread/thread-pane.js';
import { WhoPane } from '../who/who-pane.js';
import { Alerts } from './alerts.js';
import { Announcer } from './announcer.js';
import { ConsoleContext } from './console-context.js';
import type { ConsoleControls, Place } from './console-context.js';
import { useDesk, useTools } from './desk-context.js';
import { Dialogs } from './dialogs.js';
import type { OpenDialog } from './dialogs.js';
import { LinkNotice } from './link-notice.js';
import { PassNews } from './pass-news.js';
import { Rail } from './rail.js';
import { useBoard } from '../board/use-board.js';
import { useCaseNews } from '../cases/use-cases.js';
import { useViewing } from './use-viewing.js';
import { useShortcuts } from './use-shortcuts.js';
import './console.css';

const AuditPage = lazy(() => import('../audit/audit-page.js'));
const CasesPage = lazy(() => import('../cases/cases-page.js'));
const StaffPage = lazy(() => import('../staff/staff-page.js'));
const ProgramsPage = lazy(() => import('../programs/programs-page.js'));
const RulesPage = lazy(() => import('../rules/rules-page.js'));
const BoardPage = lazy(() => import('../board/board-page.js'));

const PAGES = { cases: CasesPage, board: BoardPage, rules: RulesPage, audit: AuditPage, staff: StaffPage, programs: ProgramsPage } as const;

export default function Console() {
  useViewing();
  useBoard();
  useCaseNews();
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const controls = useControls(dialog, setDialog);
  const closeDialog = useCallback(() => setDialog(null), []);
  useShortcuts(controls);
  useFocusBack(dialog);
  return (
    <ConsoleContext value={controls}>
      <Panes isWhoOpen={controls.isWhoOpen} place={controls.place} />
      <Dialogs dialog={dialog} onClose={closeDialog} />
    </ConsoleContext>
  );
}

/** Where the keyboard was when a dialog came up it is again when the dialog is gone, if that is still there and nothing else has it. */
function useFocusBack(dialog: OpenDialog | null): void {
  useEffect(() => {
    if (dialog === null) return;
    return () => {
      if (document.activeElement === document.body && dialog.from instanceof HTMLElement) dialog.from.focus();
    };
  }, [dialog]);
}

function useControls(dialog: OpenDialog | null, setDialog: (dialog: OpenDialog) => void): ConsoleControls {
  const { client, store } = useTools();
  const [place, setPlace] = useState<Place>('chats');
  const [isWhoOpen, setIsWhoOpen] = useState(false);
  const [mode, setMode] = useState<ConsoleControls['mode']>('reply');
  return useMemo(
    () => ({
      place,
      goTo: setPlace,
      mode,
      setMode,
      openDialog: (name) => setDialog({ name, conversationId: store.get().shownId, from: document.activeElement }),
      hasDialog: dialog !== null,
      isWhoOpen,
      toggleWho: () => setIsWhoOpen((open) => !open),
      show: (id) => {
        setPlace('chats');
        client.show(id);
        setMode('reply');
        // Beside the conversation it stays for the next one; over it, it would hide what was asked for.
        if (matchMedia(ONE_PANE).matches) setIsWhoOpen(false);
      },
    }),
    [place, mode, dialog, setDialog, isWhoOpen, client, store],
  );
}

function Panes({ isWhoOpen, place }: { readonly isWhoOpen: boolean; readonly place: Place }) {
  const { t } = useTranslation();
  const thread = useDesk(shownThread);
  const pane = thread === null ? 'list' : isWhoOpen ? 'who' : 'thread';
  return (
    <div className="console" data-pane={pane} data-place={place} data-who={isWhoOpen && thread !== null ? 'open' : 'closed'}>
      <header className="hidden">
        <h1>{t('app.name')}</h1>
      </header>
      <Rail />
      {place === 'chats' ? <Chats thread={thread} /> : <Elsewhere place={place} />}
      <LinkNotice />
      <OfferCard slot="page" />
      <Alerts />
      <Announcer />
      <PassNews />
    </div>
  );
}

function Chats({ thread }: { readonly thread: Thread | null }) {
  const { t } = useTranslation();
  return (
    <>
        <aside className="console-list" aria-label={t('chats.label')}>
          <ChatsPane />
        </aside>
        <main className="console-thread" aria-label={t('thread.label')}>
          <ThreadPane thread={thread} />
        </main>
        <aside className="console-who" aria-label={t('who.label')}>
          {thread === null ? null : <WhoPane thread={thread} />}
        </aside>
    </>
  );
}

function Elsewhere({ place }: { readonly place: Place }) {
  const Page = place === 'chats' ? null : PAGES[place];
  return <Suspense>{Page === null ? null : <Page />}</Suspense>;
}
