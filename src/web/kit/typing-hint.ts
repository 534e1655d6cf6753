/** Tells the agent that the subscriber is writing: at most one hint a second, and taken back when the writing stops. */
import type { Timing } from './timing.js';

const AGAIN_AFTER_MS = 1000;
const STOPS_AFTER_MS = 5000;

export class TypingHint {
  readonly #timing: Timing;
  readonly #tell: (on: boolean, text?: string) => void;
  #toldAt: number | null = null;
  #callOff: (() => void) | null = null;
  #later: (() => void) | null = null;

  constructor(timing: Timing, tell: (on: boolean, text?: string) => void) {
    this.#timing = timing;
    this.#tell = tell;
  }

  /** `text`: what is written so far, for who may see it. */
  writing(text?: string): void {
    this.#callOff?.();
    this.#callOff = this.#timing.after(STOPS_AFTER_MS, () => this.stopped());
    const now = this.#timing.now();
    this.#later?.();
    const wait = this.#toldAt === null ? 0 : this.#toldAt + AGAIN_AFTER_MS - now;
    if (wait <= 0) this.#say(now, text);
    else if (text !== undefined) this.#later = this.#timing.after(wait, () => this.#say(now + wait, text));
  }

  #say(now: number, text: string | undefined): void {
    this.#toldAt = now;
    this.#tell(true, text);
  }

  stopped(): void {
    this.#later?.();
    this.#callOff?.();
    this.#callOff = null;
    if (this.#toldAt === null) return;
    this.#toldAt = null;
    this.#tell(false);
  }
}
