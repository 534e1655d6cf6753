/** The one writer of the SQLite file, on a thread of its own: waiting for the disk never holds up the event loop. */
import { Worker } from 'node:worker_threads';
import type { BesideTable } from './beside-rows.js';
import { ProductError } from '../../domain/errors.js';

export type SqlValue = string | number | bigint | Uint8Array | null;

export type WriterRequest =
  | { readonly kind: 'batch'; readonly generation: number; readonly rows: BatchRows }
  /** Batches asked for on what was read before are refused as stale. */
  | { readonly kind: 'outdate' }
  | { readonly kind: 'statement'; readonly sql: string; readonly parameters: readonly unknown[] };

/** For each statement the values of all its rows, one after the other: a list of plain values goes to the thread for less than a list of lists. Most batches have nothing beside. */
export interface BatchRows extends Partial<Record<BesideTable, readonly SqlValue[]>> {
  readonly messages: readonly SqlValue[];
  readonly conversations: readonly SqlValue[];
  readonly changedBodies: readonly SqlValue[];
  readonly countedOn: readonly SqlValue[];
  readonly turnsDue: readonly SqlValue[];
  readonly turnsDone: readonly SqlValue[];
  readonly happenings: readonly SqlValue[];
  readonly handoffs: readonly SqlValue[];
}

/** `stale`: nothing was written, because rows were written or removed beside the batches since `generation` was told. */
export type WriterAnswer =
  | { readonly kind: 'done'; readonly rows: readonly unknown[]; readonly changes: number }
  | { readonly kind: 'stale'; readonly generation: number }
  | { readonly kind: 'failed'; readonly message: string; readonly code: string };

export interface WriterData {
  readonly path: string;
  readonly timeoutMs: number;
  readonly pragmas: readonly string[];
  /** The statement that takes each row of a batch, in the order in which they are run. */
  readonly batch: Readonly<Record<keyof BatchRows, string>>;
}

/** What SQLite said, brought over from the thread. */
export class SqliteFailure extends Error {
  readonly code: string;

  constructor(message: string, code: string) {
    super(message);
    this.name = 'SqliteFailure';
    this.code = code;
  }
}

interface Pending {
  readonly resolve: (answer: Exclude<WriterAnswer, { kind: 'failed' }>) => void;
  readonly reject: (error: Error) => void;
}

export class SqliteWriter {
  readonly #thread: Worker;
  /** The thread answers in order of asking. */
  readonly #pending: Pending[] = [];
  readonly #ended: Promise<void>;
  #failure: ProductError | null = null;
  #transaction: Promise<void> | null = null;

  constructor(data: WriterData) {
    // Without the flags of the main thread: loaders and inspectors are not for this one.
    this.#thread = new Worker(new URL('./sqlite-writer-thread.js', import.meta.url), { workerData: data, execArgv: [] });
    this.#thread.on('message', (answer: WriterAnswer) => this.#settle(answer));
    this.#thread.on('error', (error) => this.#fail(error));
    this.#ended = new Promise((resolve) => {
      this.#thread.once('exit', () => {
        this.#fail(null);
        resolve();
      });
    });
    this.#thread.unref();
  }

  /** Waits while somebody else's transaction is open. */
  async send(request: WriterRequest): Promise<Exclude<WriterAnswer, { kind: 'failed' }>> {
    while (this.#transaction !== null) await this.#transaction;
    return this.post(request);
  }

  /** Within the transaction one has begun. */
  post(request: WriterRequest): Promise<Exclude<WriterAnswer, { kind: 'failed' }>> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      // Whoever waits for an answer keeps the process alive; an idle writer does not.
      if (this.#pending.length === 0) this.#thread.ref();
      this.#pending.push({ resolve, reject });
      this.#thread.postMessage(request);
    });
  }

  /** Keeps everybody else's writes out until the answered function is called. */
  async holdForTransaction(): Promise<() => void> {
    while (this.#transaction !== null) await this.#transaction;
    let letGo: () => void = () => undefined;
    this.#transaction = new Promise((resolve) => {
      letGo = () => {
        this.#transaction = null;
        resolve();
      };
    });
    return letGo;
  }

  async close(): Promise<void> {
    this.#thread.ref();
    this.#thread.postMessage('close');
    await this.#ended;
  }

  #settle(answer: WriterAnswer): void {
    const pending = this.#pending.shift();
    if (this.#pending.length === 0) this.#thread.unref();
    if (answer.kind === 'failed') pending?.reject(new SqliteFailure(answer.message, answer.code));
    else pending?.resolve(answer);
  }

  /** With the thread gone nobody knows whether what was asked last is stored, so nothing is tried again. */
  #fail(cause: Error | null): void {
    this.#failure ??= new ProductError('unavailable', 'the writer of the SQLite file has ended', cause ?? undefined);
    for (const { reject } of this.#pending.splice(0)) reject(this.#failure);
  }
}
