/** The way in the address: `#/intents/balance_query` as `['intents', 'balance_query']`, so that Back works and a link can be passed on. */
import { useSyncExternalStore } from 'react';

export function usePlace(): readonly string[] {
  const hash = useSyncExternalStore(
    (watcher) => {
      addEventListener('hashchange', watcher);
      return () => removeEventListener('hashchange', watcher);
    },
    () => location.hash,
  );
  return hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decodeURIComponent);
}

export function goTo(...place: readonly string[]): void {
  location.hash = `#/${place.map(encodeURIComponent).join('/')}`;
}
