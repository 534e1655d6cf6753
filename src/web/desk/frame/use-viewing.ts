/** Tells colleagues which conversation is in front of this person, again and again while it is. */
import { useEffect } from 'react';
import { useDesk, useTools } from './desk-context.js';

const AGAIN_MS = 20_000;

export function useViewing(): void {
  const { client } = useTools();
  const shownId = useDesk((state) => state.shownId);
  const isOnline = useDesk((state) => state.link === 'online');
  useEffect(() => {
    if (!isOnline) return;
    client.viewing(shownId);
    if (shownId === null) return;
    const timer = setInterval(() => client.viewing(shownId), AGAIN_MS);
    return () => clearInterval(timer);
  }, [client, shownId, isOnline]);
}
