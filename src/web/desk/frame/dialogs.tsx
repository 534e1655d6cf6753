/** The dialogs of the desk, each fetched when it is first opened. */
import { lazy, Suspense } from 'react';
import { useDesk } from './desk-context.js';
import type { Dialog } from './console-context.js';

const SettingsDrawer = lazy(() => import('./settings-drawer.js'));
const HelpDialog = lazy(() => import('./help-dialog.js'));
const TransferDialog = lazy(() => import('../acts/transfer-dialog.js'));
const CannedDialog = lazy(() => import('../canned/canned-dialog.js'));
const CloseDialog = lazy(() => import('../acts/close-dialog.js'));

export function Dialogs({ dialog, onClose }: { readonly dialog: Dialog | null; readonly onClose: () => void }) {
  const shownId = useDesk((state) => state.shownId);
  return (
    <Suspense>
      {dialog === 'settings' ? <SettingsDrawer onClose={onClose} /> : null}
      {dialog === 'help' ? <HelpDialog onClose={onClose} /> : null}
      {dialog === 'canned' ? <CannedDialog onClose={onClose} /> : null}
      {dialog === 'transfer' && shownId !== null ? <TransferDialog conversationId={shownId} onClose={onClose} /> : null}
      {dialog === 'close' && shownId !== null ? <CloseDialog conversationId={shownId} onClose={onClose} /> : null}
    </Suspense>
  );
}
