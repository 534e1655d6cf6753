/** Tells the agent that the subscriber is writing: at most one hint every few seconds, and taken back when the writing stops. */
import type { Timing } from './timing.js';

const AGAIN_AFTER_MS = 3000;
const STOPS_AFTER_MS = 5000;

export class TypingHint {
  readonly #timing: Timing;
  readonly #tell: (on: boolean) => void;
  #toldAt: number | null = null;
  #callOff: (() => void) | null = null;

  constructor(timing: Timing, tell: (on: boolean) => void) {
    this.#timing = timing;
    this.#tell = tell;
  }

  writing(): void {
    this.#callOff?.();
    this.#callOff = this.#timing.after(STOPS_AFTER_MS, () => this.stopped());
    const now = this.#timing.now();
    if (this.#toldAt !== null && now - this.#toldAt < AGAIN_AFTER_MS) return;
    this.#toldAt = now;
    this.#tell(true);
  }

  stopped(): void {
    this.#callOff?.();
    this.#callOff = null;
    if (this.#toldAt === null) return;
    this.#toldAt = null;
    this.#tell(false);
  }
}
