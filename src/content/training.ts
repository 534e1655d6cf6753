/** Trains a revision's model beside the running product: in a worker thread, so that no message waits for it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { IntentDefinition } from '../domain/intent.js';
import { ProductError } from '../domain/errors.js';
import { trainEars } from '../understanding/ears.js';
import { train } from '../understanding/engine.js';
import type { Lexicon } from '../understanding/lexicon.js';
import { saveEars, saveModel } from '../understanding/model-file.js';
import type { Catalogue, TrainingSet } from '../understanding/training-set.js';

/** All that crosses into the worker: plain data. */
export type TrainingOrder = Pick<TrainingSet, 'intents' | 'lexicon' | 'catalogue' | 'embeddings' | 'ears'>;

export function trainingOrder(intents: readonly IntentDefinition[], lexicon: Lexicon, catalogue: Catalogue): TrainingOrder {
  return {
    intents: intents.map(({ id, names, examples, kind, isUrgent }) => ({ id, names, examples, kind, isUrgent })),
    lexicon,
    catalogue,
  };
}

/** 0 to 1. */
export type OnProgress = (done: number) => void;

export interface TrainingWatch {
  readonly onProgress?: OnProgress | undefined;
  /** Ends the worker; training then rejects. */
  readonly signal?: AbortSignal | undefined;
}

/** The bytes of the model's file: laying views over them is all that is left to do here. Run from sources there is no compiled worker, as only tests and developers do. */
export async function trainModel(order: TrainingOrder, watch: TrainingWatch = {}): Promise<Uint8Array> {
  const { onProgress = () => undefined } = watch;
  return inWorker({ model: order }, { ...watch, onProgress }, () => saveModel(train({ ...order, onProgress })));
}

/** The bytes of the file of ears. */
export async function trainShippedEars(order: TrainingOrder): Promise<Uint8Array> {
  return inWorker({ ears: order }, { onProgress: () => undefined }, () => saveEars(trainEars(order)));
}

/** What a worker is started with. */
export type WorkerOrder = { readonly model: TrainingOrder } | { readonly ears: TrainingOrder };

type Told = { readonly done: number } | { readonly bytes: Uint8Array };

function inWorker(order: WorkerOrder, { onProgress, signal }: TrainingWatch & { readonly onProgress: OnProgress }, here: () => Uint8Array): Promise<Uint8Array> | Uint8Array {
  const file = new URL('./training-worker.js', import.meta.url);
  if (!existsSync(fileURLToPath(file))) return here();
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: order });
    const giveUp = (): void => void worker.terminate();
    if (signal?.aborted) giveUp();
    signal?.addEventListener('abort', giveUp, { once: true });
    worker.on('message', (told: Told) => ('bytes' in told ? resolve(told.bytes) : onProgress(told.done)));
    worker.once('error', (error) => reject(new ProductError('internal', 'training failed', error)));
    worker.once('exit', (code) => {
      signal?.removeEventListener('abort', giveUp);
      // After its bytes this does nothing.
      reject(new ProductError('internal', `training ended with code ${code}`));
    });
  });
}
