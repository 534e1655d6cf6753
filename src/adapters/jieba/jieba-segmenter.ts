/** The segmenter over jieba: in a worker thread that is started by the first text. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { ProductError } from '../../domain/errors.js';
import type { Segmenter } from '../../ports/segmenter.js';
import type { Cut } from './cutting.js';

type Words = readonly (readonly string[])[];
type Told = 'ready' | { readonly number: number; readonly words: Words };

interface Asking {
  readonly resolve: (words: Words) => void;
  readonly reject: (problem: Error) => void;
}

/** What the operator calls its plans and products; an operator that does not answer only costs these words. */
export type OwnNames = () => Promise<readonly string[]>;

/** Run from sources there is no compiled worker: then it cuts right here. */
export function jiebaSegmenter(names: OwnNames): Segmenter {
  const worker = new URL('./segmenting-worker.js', import.meta.url);
  return existsSync(fileURLToPath(worker)) ? new WorkerSegmenter(worker, names) : new LocalSegmenter(names);
}

class LocalSegmenter implements Segmenter {
  #cut: Cut | null = null;

  constructor(private readonly names: OwnNames) {}

  get isReady(): boolean {
    return this.#cut !== null;
  }

  async words(texts: readonly string[]): Promise<Words> {
    const { loadCutting } = await import('./cutting.js');
    const names = this.#cut ? [] : await answered(this.names);
    return texts.map((this.#cut ??= loadCutting(names)));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

class WorkerSegmenter implements Segmenter {
  isReady = false;
  #worker: Promise<Worker> | null = null;
  #started: Worker | null = null;
  #isClosed = false;
  #last = 0;
  readonly #asking = new Map<number, Asking>();

  constructor(
    private readonly file: URL,
    private readonly names: OwnNames,
  ) {}

  async words(texts: readonly string[]): Promise<Words> {
    const worker = await (this.#worker ??= this.start());
    if (this.#isClosed) throw new ProductError('unavailable', 'the segmenter is closed');
    const number = (this.#last += 1);
    return new Promise((resolve, reject) => {
      this.#asking.set(number, { resolve, reject });
      worker.postMessage({ number, texts });
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    // One that still waits for the operator's names is not waited for.
    await this.#started?.terminate();
  }

  private async start(): Promise<Worker> {
    const workerData = await answered(this.names);
    if (this.#isClosed) throw new ProductError('unavailable', 'the segmenter is closed');
    const worker = new Worker(this.file, { workerData });
    this.#started = worker;
    // It never keeps a process alive that has nothing else to do.
    worker.unref();
    worker.on('message', (told: Told) => {
      if (told === 'ready') this.isReady = true;
      else this.settle(told.number, (asking) => asking.resolve(told.words));
    });
    worker.on('error', (error) => this.gone(error));
    worker.on('exit', () => this.gone(null));
    return worker;
  }

  /** The next text starts another one. */
  private gone(error: unknown): void {
    this.#worker = null;
    this.#started = null;
    this.isReady = false;
    for (const number of [...this.#asking.keys()]) this.settle(number, ({ reject }) => reject(new ProductError('unavailable', 'the segmenter ended', error)));
  }

  private settle(number: number, how: (asking: Asking) => void): void {
    const asking = this.#asking.get(number);
    this.#asking.delete(number);
    if (asking) how(asking);
  }
}

function answered(names: OwnNames): Promise<readonly string[]> {
  return names().catch(() => []);
}
