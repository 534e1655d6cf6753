/** The way in the address: `#/intents/balance_query` as `['intents', 'balance_query']`, so that Back works and a link can be passed on. */
import { useSyncExternalStore } from 'react';

export function usePlace(): readonly string[] {
  const hash = useSyncExternalStore(watch, () => location.hash);
  return hash.replace(/^#\/?/, '').split('/').filter(Boolean).map(decoded);
}

export function goTo(...place: readonly string[]): void {
  location.hash = `#/${place.map(encodeURIComponent).join('/')}`;
}

const watchers = new Set<() => void>();
const tell = (): void => [...watchers].forEach((watcher) => watcher());

/** All hear of it from one listener: between two the page is drawn, and the part one leaves would be drawn for the place one goes to. */
function watch(watcher: () => void): () => void {
  if (watchers.size === 0) addEventListener('hashchange', tell);
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
    if (watchers.size === 0) removeEventListener('hashchange', tell);
  };
}

/** An address that somebody cut short leads nowhere, and breaks nothing. */
function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
