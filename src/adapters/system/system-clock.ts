/** The time of this machine. */
import type { Clock } from '../../ports/clock.js';

/** `setTimeout` fires at once beyond this, about 24.8 days. */
const LONGEST_TIMER_MS = 2_147_483_647;

export class SystemClock implements Clock {
  now(): number {
    return Date.now();
  }

  after(delayMs: number, task: () => void): () => void {
    const stretch = Math.min(Math.max(delayMs, 0), LONGEST_TIMER_MS);
    let cancel: () => void = () => undefined;
    const timer = setTimeout(() => {
      if (delayMs > stretch) cancel = this.after(delayMs - stretch, task);
      else task();
    }, stretch);
    timer.unref();
    cancel = () => clearTimeout(timer);
    return () => cancel();
  }
}
