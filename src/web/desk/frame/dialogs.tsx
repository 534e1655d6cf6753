/** The dialogs of the desk, each fetched when it is first opened. */
import { lazy, Suspense } from 'react';
import type { Dialog } from './console-context.js';

const SettingsDrawer = lazy(() => import('./settings-drawer.js'));
const HelpDialog = lazy(() => import('./help-dialog.js'));
const TransferDialog = lazy(() => import('../acts/transfer-dialog.js'));
const CannedDialog = lazy(() => import('../canned/canned-dialog.js'));
const CloseDialog = lazy(() => import('../acts/close-dialog.js'));

/** A dialog stays with the conversation it was opened for: another may come to the front meanwhile, and what is written here is not about that one. */
export interface OpenDialog {
  readonly name: Dialog;
  readonly conversationId: string | null;
  /** Where the keyboard was. */
  readonly from: Element | null;
}

export function Dialogs({ dialog, onClose }: { readonly dialog: OpenDialog | null; readonly onClose: () => void }) {
  if (dialog === null) return null;
  const { name, conversationId } = dialog;
  return (
    <Suspense>
      {name === 'settings' ? <SettingsDrawer onClose={onClose} /> : null}
      {name === 'help' ? <HelpDialog onClose={onClose} /> : null}
      {name === 'canned' ? <CannedDialog onClose={onClose} /> : null}
      {name === 'transfer' && conversationId !== null ? <TransferDialog conversationId={conversationId} onClose={onClose} /> : null}
      {name === 'close' && conversationId !== null ? <CloseDialog conversationId={conversationId} onClose={onClose} /> : null}
    </Suspense>
  );
}
