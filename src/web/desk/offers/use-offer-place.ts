/** Where a chat on offer stands: between other things, so that it lies over nothing that is read or written; floating where there is nothing of the kind. */
import { useConsole } from '../frame/console-context.js';
import { useDesk } from '../frame/desk-context.js';
import { ONE_PANE, useMedia } from '../look/use-media.js';

/** `thread`: right above the reply field, where eyes and thumbs are, and a keyboard on the screen leaves it in sight. */
export type OfferSlot = 'thread' | 'page';

export function useOfferPlace(): { readonly slot: OfferSlot; readonly isBeside: boolean } {
  const { hasDialog, place, isWhoOpen } = useConsole();
  const hasThread = useDesk((state) => state.shownId !== null);
  const isOnePane = useMedia(ONE_PANE);
  if (hasDialog) return { slot: 'page', isBeside: false };
  if (place !== 'chats') return { slot: 'page', isBeside: true };
  // In the list of chats nothing is written.
  if (!hasThread) return { slot: 'page', isBeside: false };
  return { slot: isOnePane && isWhoOpen ? 'page' : 'thread', isBeside: true };
}
