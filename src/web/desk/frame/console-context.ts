/** What is in front on this screen: the pane, the dialog, the mode of writing. No business of the server's. */
import { createContext, use } from 'react';
import type { ComposerMode } from '../state/desk-state.js';

export type Dialog = 'settings' | 'help' | 'transfer' | 'close' | 'canned';

/** What fills the screen beside the rail. */
export type Place = 'chats' | 'cases' | 'board' | 'rules' | 'audit' | 'staff' | 'programs';

export interface ConsoleControls {
  readonly place: Place;
  readonly goTo: (place: Place) => void;
  readonly mode: ComposerMode;
  readonly setMode: (mode: ComposerMode) => void;
  readonly openDialog: (dialog: Dialog) => void;
  readonly hasDialog: boolean;
  readonly isWhoOpen: boolean;
  readonly toggleWho: () => void;
  readonly show: (conversationId: string | null) => void;
}

export const ConsoleContext = createContext<ConsoleControls | null>(null);

export function useConsole(): ConsoleControls {
  const controls = use(ConsoleContext);
  if (controls === null) throw new Error('outside the console');
  return controls;
}
