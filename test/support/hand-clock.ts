/** A clock in the test's hand: time moves only when told to. */
import type { Clock } from '../../src/ports/clock.js';

interface Task {
  readonly at: number;
  readonly task: () => void;
  isCancelled: boolean;
}

export class HandClock implements Clock {
  #now: number;
  /** What falls due next comes last. */
  readonly #tasks: Task[] = [];

  constructor(now = 1_763_800_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(delayMs: number, task: () => void): () => void {
    const entry: Task = { at: this.#now + delayMs, task, isCancelled: false };
    this.#tasks.splice(this.#placeOf(entry.at), 0, entry);
    return () => {
      entry.isCancelled = true;
    };
  }

  /** Runs what falls due on the way, in order of time. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = this.#tasks.at(-1);
      if (next === undefined || next.at > end) break;
      this.#tasks.pop();
      if (next.isCancelled) continue;
      this.#now = Math.max(this.#now, next.at);
      next.task();
    }
    this.#now = end;
  }

  /** For clocks that go wrong: may also go back. */
  set(now: number): void {
    this.#now = now;
  }

  /** Before all that fall due at the same time or sooner: of two for one moment the first asked for runs first. */
  #placeOf(at: number): number {
    let [low, high] = [0, this.#tasks.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#tasks[middle]?.at ?? 0) > at) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
