/** Trains a revision's model beside the running product: in a worker thread, so that no message waits for it. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { IntentDefinition } from '../domain/intent.js';
import { ProductError } from '../domain/errors.js';
import { train } from '../understanding/engine.js';
import type { Lexicon } from '../understanding/lexicon.js';
import type { Model } from '../understanding/model.js';
import type { Catalogue, TrainingSet } from '../understanding/training-set.js';

/** All that crosses into the worker: plain data. */
export type TrainingOrder = Pick<TrainingSet, 'intents' | 'lexicon' | 'catalogue' | 'embeddings'>;

export function trainingOrder(intents: readonly IntentDefinition[], lexicon: Lexicon, catalogue: Catalogue): TrainingOrder {
  return {
    intents: intents.map(({ id, names, examples, kind, isUrgent }) => ({ id, names, examples, kind, isUrgent })),
    lexicon,
    catalogue,
  };
}

/** Run from sources there is no compiled worker: then it trains right here, which only tests and developers meet. */
export async function trainModel(order: TrainingOrder): Promise<Model> {
  const worker = new URL('./training-worker.js', import.meta.url);
  return existsSync(fileURLToPath(worker)) ? trainInWorker(worker, order) : train(order);
}

function trainInWorker(file: URL, order: TrainingOrder): Promise<Model> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(file, { workerData: order });
    worker.once('message', (model: Model) => resolve(model));
    worker.once('error', (error) => reject(new ProductError('internal', 'training failed', error)));
    worker.once('exit', (code) => {
      if (code !== 0) reject(new ProductError('internal', `training ended with code ${code}`));
    });
  });
}
