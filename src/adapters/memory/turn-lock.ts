/** Turns within the one process there is: for each name a queue in order of asking. */
import type { TurnLock } from '../../ports/turn-lock.js';

export class MemoryTurnLock implements TurnLock {
  /** The end of the queue of each name somebody holds; a name nobody holds is not here. */
  readonly #tails = new Map<string, Promise<void>>();

  async run<Result>(name: string, task: () => Promise<Result>): Promise<Result> {
    const ahead = this.#tails.get(name);
    let letGo: () => void = () => undefined;
    const tail = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    this.#tails.set(name, tail);
    if (ahead !== undefined) await ahead;
    try {
      return await task();
    } finally {
      if (this.#tails.get(name) === tail) this.#tails.delete(name);
      letGo();
    }
  }

  async tryRun<Result>(name: string, task: () => Promise<Result>): Promise<Result | null> {
    return this.#tails.has(name) ? null : this.run(name, task);
  }

  /** How many names are held: for tests and figures. */
  get size(): number {
    return this.#tails.size;
  }
}
