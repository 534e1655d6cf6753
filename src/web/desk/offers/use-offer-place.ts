/** Where a chat on offer stands: floating where there is room, and between other things where it would lie over what is being written. */
import { useConsole } from '../frame/console-context.js';
import { useDesk } from '../frame/desk-context.js';
import { ONE_PANE, useMedia } from '../look/use-media.js';

/** `thread`: right above the reply field, where eyes and thumbs are, and a keyboard on the screen leaves it in sight. */
export type OfferSlot = 'thread' | 'page';

/** A phone held sideways, or any screen half under a keyboard. */
const LOW = '(max-height: 30em)';

export function useOfferPlace(): { readonly slot: OfferSlot; readonly isBeside: boolean } {
  const { hasDialog, place, isWhoOpen } = useConsole();
  const hasThread = useDesk((state) => state.shownId !== null);
  const isOnePane = useMedia(ONE_PANE);
  const isLow = useMedia(LOW);
  const isChats = place === 'chats';
  if (hasDialog || !(isOnePane || isLow)) return { slot: 'page', isBeside: false };
  if (isChats && hasThread && !(isOnePane && isWhoOpen)) return { slot: 'thread', isBeside: true };
  // In the list of chats nothing is written.
  return { slot: 'page', isBeside: isOnePane && !(isChats && !hasThread) };
}
