/** A clock in the test's hand: time moves only when told to. */
import type { Clock } from '../../src/ports/clock.js';

export class HandClock implements Clock {
  #now: number;
  #tasks: { readonly at: number; readonly task: () => void }[] = [];

  constructor(now = 1_763_800_000_000) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  after(delayMs: number, task: () => void): () => void {
    const entry = { at: this.#now + delayMs, task };
    this.#tasks.push(entry);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== entry);
    };
  }

  /** Runs what falls due on the way, in order of time. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const [next] = this.#tasks.filter((entry) => entry.at <= end).sort((left, right) => left.at - right.at);
      if (next === undefined) break;
      this.#tasks = this.#tasks.filter((entry) => entry !== next);
      this.#now = Math.max(this.#now, next.at);
      next.task();
    }
    this.#now = end;
  }

  /** For clocks that go wrong: may also go back. */
  set(now: number): void {
    this.#now = now;
  }
}
