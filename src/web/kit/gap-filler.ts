/** Watches the order of a thread and asks history for what is missing, once things have had a moment to arrive by themselves. */
import type { Thread } from './thread.js';
import { findGap, type HistoryRequest } from './thread-view.js';
import type { Timing } from './timing.js';

const SETTLE_MS = 400;
const MOST_DOUBLINGS = 6;

export class GapFiller {
  readonly #timing: Timing;
  readonly #thread: () => Thread;
  readonly #fetch: (request: HistoryRequest) => Promise<boolean>;
  #callOff: (() => void) | null = null;
  #emptyAnswers = 0;

  /** `fetch` answers whether anything came. */
  constructor(timing: Timing, thread: () => Thread, fetch: (request: HistoryRequest) => Promise<boolean>) {
    this.#timing = timing;
    this.#thread = thread;
    this.#fetch = fetch;
  }

  check(): void {
    if (this.#callOff !== null || findGap(this.#thread()) === null) return;
    this.#callOff = this.#timing.after(SETTLE_MS * 2 ** this.#emptyAnswers, () => void this.#fill());
  }

  /** A new connection: earlier failures say nothing any more. */
  reset(): void {
    this.#emptyAnswers = 0;
    this.#callOff?.();
    this.#callOff = null;
    this.check();
  }

  async #fill(): Promise<void> {
    const request = findGap(this.#thread());
    const hasCome = request === null || (await this.#fetch(request));
    this.#emptyAnswers = hasCome ? 0 : Math.min(MOST_DOUBLINGS, this.#emptyAnswers + 1);
    this.#callOff = null;
    this.check();
  }
}
