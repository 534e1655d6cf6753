/** Tells the server what the agent has read: only what is on the screen of a page that is looked at. */
import { useEffect, useSyncExternalStore } from 'react';
import { useTools } from '../frame/desk-context.js';
import type { Thread } from '../state/desk-state.js';
import { lastSeqOf } from '../state/thread-reducer.js';

const READ_AFTER_MS = 350;

export function useReading(thread: Thread, isReading: boolean): void {
  const { client, store } = useTools();
  const isLooking = useSyncExternalStore(watchFocus, () => document.hasFocus() && document.visibilityState === 'visible');
  const last = lastSeqOf(thread);
  const readUpTo = thread.conversation?.readSeq.agent ?? 0;
  const { id } = thread;
  useEffect(() => {
    if (!isReading || !isLooking || last <= readUpTo) return;
    const timer = setTimeout(() => client.read(id, last), READ_AFTER_MS);
    return () => clearTimeout(timer);
  }, [isReading, isLooking, last, readUpTo, id, client]);
  useEffect(() => {
    const away = (): void => store.dispatch({ type: 'looked-away', conversationId: id });
    window.addEventListener('blur', away);
    return () => window.removeEventListener('blur', away);
  }, [id, store]);
}

function watchFocus(watcher: () => void): () => void {
  window.addEventListener('focus', watcher);
  window.addEventListener('blur', watcher);
  document.addEventListener('visibilitychange', watcher);
  return () => {
    window.removeEventListener('focus', watcher);
    window.removeEventListener('blur', watcher);
    document.removeEventListener('visibilitychange', watcher);
  };
}
