/** Time for the kit in the test's hand. */
import type { Timing } from '../../../src/web/kit/timing.js';

export class HandTiming implements Timing {
  #now = 1_000_000;
  #waiting: { at: number; act: () => void }[] = [];

  now(): number {
    return this.#now;
  }

  after(ms: number, act: () => void): () => void {
    const entry = { at: this.#now + ms, act };
    this.#waiting.push(entry);
    return () => {
      this.#waiting = this.#waiting.filter((other) => other !== entry);
    };
  }

  random(): number {
    return 0.5;
  }

  /** Lets `ms` pass, calling back what falls due, in order, and letting promises settle in between. */
  async pass(ms: number): Promise<void> {
    const until = this.#now + ms;
    for (;;) {
      const [next] = this.#waiting.filter((entry) => entry.at <= until).sort((a, b) => a.at - b.at);
      if (next === undefined) break;
      this.#waiting = this.#waiting.filter((entry) => entry !== next);
      this.#now = Math.max(this.#now, next.at);
      next.act();
      await settle();
    }
    this.#now = until;
    await settle();
  }
}

/** Promises of a few steps have all gone on. */
export async function settle(): Promise<void> {
  for (let step = 0; step < 20; step += 1) await Promise.resolve();
}
