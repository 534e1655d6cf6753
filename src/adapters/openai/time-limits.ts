/** One request's time: stops it when it is slow to begin, slow to end, or no longer wanted, and says which. */
import { ModelFailure } from '../../domain/model-failure.js';
import type { ModelFailureKind } from '../../domain/model-failure.js';
import type { Clock } from '../../ports/clock.js';

export interface TimeLimits {
  readonly first: number;
  readonly end: number;
}

export class TimedRequest {
  readonly #controller = new AbortController();
  readonly #cancelFirst: () => void;
  readonly #cancelEnd: () => void;
  readonly #outer: AbortSignal | undefined;
  readonly #onOuter = () => this.stop(reasonOf(this.#outer));
  #reason: ModelFailureKind | null = null;

  constructor(clock: Clock, limits: TimeLimits, outer: AbortSignal | undefined) {
    this.#outer = outer;
    this.#cancelFirst = clock.after(limits.first, () => this.stop('slow-start'));
    this.#cancelEnd = clock.after(limits.end, () => this.stop('slow-end'));
    if (outer?.aborted) this.#onOuter();
    else outer?.addEventListener('abort', this.#onOuter, { once: true });
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  begun(): void {
    this.#cancelFirst();
  }

  stop(reason: ModelFailureKind): void {
    this.#reason ??= reason;
    this.#controller.abort();
  }

  /** A stream that was stopped ends as if it were whole: whoever read one to its end has to ask. */
  check(): void {
    if (this.#reason !== null) throw new ModelFailure(this.#reason);
  }

  close(): void {
    this.#cancelFirst();
    this.#cancelEnd();
    this.#outer?.removeEventListener('abort', this.#onOuter);
  }
}

/** Whoever stops it may say why: too slow is a failure of the model, no longer wanted is not. */
function reasonOf(signal: AbortSignal | undefined): ModelFailureKind {
  const reason: unknown = signal?.reason;
  return reason instanceof ModelFailure ? reason.kind : 'stopped';
}
