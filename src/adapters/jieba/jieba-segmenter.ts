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

/** `names`: what the operator calls its plans and products. Run from sources there is no compiled worker: then it cuts right here. */
export function jiebaSegmenter(names: readonly string[]): Segmenter {
  const worker = new URL('./segmenting-worker.js', import.meta.url);
  return existsSync(fileURLToPath(worker)) ? new WorkerSegmenter(worker, names) : new LocalSegmenter(names);
}

class LocalSegmenter implements Segmenter {
  #cut: Cut | null = null;

  constructor(private readonly names: readonly string[]) {}

  get isReady(): boolean {
    return this.#cut !== null;
  }

  async words(texts: readonly string[]): Promise<Words> {
    const { loadCutting } = await import('./cutting.js');
    return texts.map((this.#cut ??= loadCutting(this.names)));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

class WorkerSegmenter implements Segmenter {
  isReady = false;
  #worker: Worker | null = null;
  #isClosed = false;
  #last = 0;
  readonly #asking = new Map<number, Asking>();

  constructor(
    private readonly file: URL,
    private readonly names: readonly string[],
  ) {}

  words(texts: readonly string[]): Promise<Words> {
    if (this.#isClosed) return Promise.reject(new ProductError('unavailable', 'the segmenter is closed'));
    const worker = (this.#worker ??= this.start());
    const number = (this.#last += 1);
    return new Promise((resolve, reject) => {
      this.#asking.set(number, { resolve, reject });
      worker.postMessage({ number, texts });
    });
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#worker?.terminate();
  }

  private start(): Worker {
    const worker = new Worker(this.file, { workerData: this.names });
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
    this.isReady = false;
    for (const number of [...this.#asking.keys()]) this.settle(number, ({ reject }) => reject(new ProductError('unavailable', 'the segmenter ended', error)));
  }

  private settle(number: number, how: (asking: Asking) => void): void {
    const asking = this.#asking.get(number);
    this.#asking.delete(number);
    if (asking) how(asking);
  }
}
