/** A page left open does not outlive the session it was opened with. One of somebody who was signed out ends, also where the word of it was lost on its way from another node: the record is asked. */
import type { Clock } from '../../ports/clock.js';

const ASK_EVERY_MS = 30_000;

/** Returns the end of asking. While the record is away nobody is cut off. */
export function whileSignedIn(clock: Clock, { endsAt, isSignedIn }: { readonly endsAt: number | null; readonly isSignedIn: () => Promise<boolean> }, end: () => void): () => void {
  let isOver = false;
  let cancel: () => void = () => undefined;
  const again = (): void => {
    cancel = clock.after(ASK_EVERY_MS, () => {
      isSignedIn()
        .catch(() => true)
        .then((isIn) => {
          if (isOver) return;
          if (isIn) again();
          else end();
        })
        .catch(() => undefined);
    });
  };
  again();
  const forget = endsAt === null ? null : clock.after(Math.max(0, endsAt - clock.now()), end);
  return () => {
    isOver = true;
    cancel();
    forget?.();
  };
}
