/** A countdown in a card. Once the time has passed nothing is said: the card tells how things stood when it was written. */
import { useEffect, useState } from 'preact/hooks';
import { useChat } from '../chat-context.js';
import { timeLeft } from '../time-left.js';

export function Left({ at }: { at: number }) {
  const { look } = useChat();
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  // A timer is not read out at every tick, though the conversation is.
  return at > now ? <time role="timer">{timeLeft(at, now, look.locale)}</time> : null;
}
