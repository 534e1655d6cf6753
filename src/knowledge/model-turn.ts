/** One turn's dealings with the language model: how long it may take, that it fails only once, what is masked, and the draft being shown. */
import { ModelFailure } from '../domain/model-failure.js';
import type { Clock } from '../ports/clock.js';
import type { Errand, ModelPurpose } from '../ports/language-model.js';
import { Masking } from './guard/masking.js';
import { fenced } from './prompts.js';

/** Whatever is shown first, of the model or without it, is shown within 5 seconds of the message. */
const FIRST_SENTENCE_BY_MS = 4000;
/** With less time than this nothing good comes. */
const LEAST_MS = 600;

export interface ModelTurnParts {
  readonly conversationId: string;
  readonly messageId: string;
  /** The verified subscriber's own number. */
  readonly msisdn: string | null;
  readonly today: string;
  /** What the subscriber asked before, oldest first. */
  readonly earlier: readonly string[];
  /** What was said before that, in short; null while the conversation is short itself. */
  readonly soFar?: string | null;
  readonly clock: Clock;
  /** Resolves once the message is in the record: none is answered that may yet turn out to be known. */
  readonly recorded?: () => Promise<void>;
  readonly generation?: () => Generation;
  readonly onPiece: (messageId: string, text: string) => void;
  readonly onCancel: (messageId: string) => void;
}

/** An answer being generated: stopped by whoever holds the other end. */
export interface Generation {
  readonly signal: AbortSignal;
  end(): void;
}

export interface Draft {
  readonly id: string;
  show(text: string): void;
  /** Takes back what was shown; the turn asks no model after that. */
  cancel(): void;
}

export class ModelTurn {
  readonly masking = new Masking();
  readonly #begun: number;
  #drafts = 0;
  #hasFailed = false;

  constructor(private readonly parts: ModelTurnParts) {
    this.#begun = parts.clock.now();
  }

  get msisdn(): string | null {
    return this.parts.msisdn;
  }

  get today(): string {
    return this.parts.today;
  }

  /** What the question is to be understood by, masked and fenced: the conversation in short, and what was asked last. */
  background(): readonly string[] {
    const { earlier, soFar } = this.parts;
    const asked = earlier.length === 0 ? [] : [fenced('asked-before', this.masking.mask(earlier.join('\n')))];
    return soFar ? [fenced('so-far', this.masking.mask(soFar)), ...asked] : asked;
  }

  /** No second try: once it failed, the turn goes on without it. */
  get mayAsk(): boolean {
    return !this.#hasFailed && this.leftMs >= LEAST_MS;
  }

  /** Until something has to be shown. */
  get leftMs(): number {
    return FIRST_SENTENCE_BY_MS - (this.parts.clock.now() - this.#begun);
  }

  async recorded(): Promise<void> {
    await this.parts.recorded?.();
  }

  errand(purpose: ModelPurpose): Errand {
    return { purpose, conversationId: this.parts.conversationId };
  }

  failed(): void {
    this.#hasFailed = true;
  }

  /** Stopped from outside, or when nothing could be shown in time; `shown` lifts that limit. */
  limit(): { readonly signal: AbortSignal; stop(): void; shown(): void; close(): void } {
    const { clock } = this.parts;
    const generation = this.parts.generation?.();
    const controller = new AbortController();
    const stop = () => controller.abort();
    const cancelTimer = clock.after(Math.max(0, this.leftMs), () => controller.abort(new ModelFailure('slow-end')));
    generation?.signal.addEventListener('abort', stop, { once: true });
    const close = () => {
      cancelTimer();
      generation?.signal.removeEventListener('abort', stop);
      generation?.end();
    };
    return { signal: controller.signal, stop, shown: cancelTimer, close };
  }

  draft(): Draft {
    const { messageId, onPiece, onCancel } = this.parts;
    this.#drafts += 1;
    const id = this.#drafts === 1 ? `${messageId}-answer` : `${messageId}-answer-${this.#drafts}`;
    let isShown = false;
    return {
      id,
      show: (text) => {
        isShown = true;
        onPiece(id, text);
      },
      cancel: () => {
        this.failed();
        if (isShown) onCancel(id);
      },
    };
  }
}
