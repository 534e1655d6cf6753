/** Group commit: what is asked for in the same moment goes to the database together, and one conversation is never in two transactions. */
import { ProductError } from '../../domain/errors.js';
import type { ConversationId } from '../../domain/ids.js';
import type { Answer, Outcome, Request } from './change-storage.js';
import type { Batching } from './engine.js';

export interface Asked {
  readonly request: Request;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: unknown) => void;
}

export interface ChangeQueueOptions extends Batching {
  /** Writes what the requests make of their conversations and answers in their order. */
  readonly commit: (requests: readonly Request[]) => Promise<readonly Outcome[]>;
}

/** More would only make those who wait together wait longer. */
export const LARGEST_BATCH = 64;

export class ChangeQueue {
  readonly #options: ChangeQueueOptions;
  readonly #busy = new Set<ConversationId>();
  #waiting: Asked[] = [];
  #inFlight = 0;
  #isScheduled = false;
  #patience: NodeJS.Timeout | null = null;
  #isClosed = false;
  #whenIdle: (() => void)[] = [];

  constructor(options: ChangeQueueOptions) {
    this.#options = options;
  }

  ask(asked: Asked): void {
    if (this.#isClosed) {
      asked.reject(new ProductError('unavailable', 'the store is closed'));
      return;
    }
    this.#waiting.push(asked);
    this.#schedule();
  }

  /** Resolves when everything asked for before is settled. */
  close(): Promise<void> {
    this.#isClosed = true;
    return new Promise((resolve) => {
      this.#whenIdle.push(resolve);
      this.#tellIfIdle();
    });
  }

  /** `now`: those who wait have had their moment to gather, while another transaction was under way. */
  #schedule(now = false): void {
    const { batchesInFlight, worthAnother, patienceMs } = this.#options;
    if (this.#waiting.length === 0 || this.#isScheduled || this.#inFlight >= batchesInFlight) return;
    if (this.#inFlight === 0 || this.#waiting.length >= worthAnother) this.#begin(now);
    else this.#patience ??= setTimeout(() => this.#begin(false), patienceMs);
  }

  #begin(now: boolean): void {
    if (this.#patience !== null) clearTimeout(this.#patience);
    this.#patience = null;
    if (this.#isScheduled || this.#inFlight >= this.#options.batchesInFlight) return;
    if (now) {
      this.#runTaken();
      return;
    }
    this.#isScheduled = true;
    setImmediate(() => {
      this.#isScheduled = false;
      this.#runTaken();
    });
  }

  #runTaken(): void {
    const batch = this.#take();
    if (batch.length > 0) void this.#run(batch);
  }

  #take(): Asked[] {
    const batch: Asked[] = [];
    const rest: Asked[] = [];
    // Who is passed over here is passed over for the same conversation all the way down, so its order holds.
    for (const asked of this.#waiting) {
      const isFree = batch.length < LARGEST_BATCH && !this.#busy.has(asked.request.id);
      (isFree ? batch : rest).push(asked);
    }
    for (const { request } of batch) this.#busy.add(request.id);
    this.#waiting = rest;
    return batch;
  }

  async #run(batch: readonly Asked[]): Promise<void> {
    this.#inFlight += 1;
    const outcomes = await this.#outcomesOf(batch.map(({ request }) => request));
    this.#inFlight -= 1;
    for (const { request } of batch) this.#busy.delete(request.id);
    // The database is at work on the next before those who were served are told: its wait for the disk and their news go side by side.
    this.#schedule(true);
    settle(batch, outcomes);
    this.#tellIfIdle();
  }

  async #outcomesOf(requests: readonly Request[]): Promise<readonly Outcome[]> {
    const outcomes = await this.#commit(requests);
    if (!outcomes.some(isWorthAnotherTry)) return outcomes;
    const tried: Outcome[] = [];
    // One by one, so that a change the database cannot take fails alone.
    for (const [index, request] of requests.entries()) {
      const outcome = outcomes[index];
      if (outcome !== undefined) tried.push(isWorthAnotherTry(outcome) ? ((await this.#commit([request]))[0] ?? outcome) : outcome);
    }
    return tried;
  }

  #commit(requests: readonly Request[]): Promise<readonly Outcome[]> {
    return this.#options.commit(requests).catch((failed: unknown) => requests.map(() => ({ failed })));
  }

  #tellIfIdle(): void {
    if (this.#inFlight > 0 || this.#waiting.length > 0) return;
    for (const tell of this.#whenIdle.splice(0)) tell();
  }
}

/** What may have been committed is not tried again. */
function isWorthAnotherTry(outcome: Outcome): boolean {
  return 'failed' in outcome && !(outcome.failed instanceof ProductError);
}

function settle(batch: readonly Asked[], outcomes: readonly Outcome[]): void {
  for (const [index, asked] of batch.entries()) {
    const outcome = outcomes[index];
    if (outcome === undefined) asked.reject(new ProductError('internal', 'a batch answered too little'));
    else if ('answer' in outcome) asked.resolve(outcome.answer);
    else asked.reject('thrown' in outcome ? outcome.thrown : unavailable(outcome.failed));
  }
}

function unavailable(cause: unknown): ProductError {
  return cause instanceof ProductError ? cause : new ProductError('unavailable', 'the change could not be stored', cause);
}
