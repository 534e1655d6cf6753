/** Whether the screen is as a media query says, followed as it changes. */
import { useMemo, useSyncExternalStore } from 'react';

/** One pane at a time, as `console.css` lays out a phone. */
export const ONE_PANE = '(max-width: 47.4375em)';

export const TOUCH = '(pointer: coarse)';

export function useMedia(query: string): boolean {
  const media = useMemo(() => matchMedia(query), [query]);
  return useSyncExternalStore(
    (watcher) => {
      media.addEventListener('change', watcher);
      return () => media.removeEventListener('change', watcher);
    },
    () => media.matches,
  );
}
