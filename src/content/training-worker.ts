/** Runs in a worker thread: trains what it was started with, tells how far it is, and hands it back as the bytes of its file. */
import { parentPort, workerData } from 'node:worker_threads';
import { trainEars } from '../understanding/ears.js';
import { train } from '../understanding/engine.js';
import { saveEars, saveModel } from '../understanding/model-file.js';
import { stepBack } from './step-back.js';
import type { WorkerOrder } from './training.js';

stepBack();
const order = workerData as WorkerOrder;
const bytes = 'ears' in order ? saveEars(trainEars(order.ears)) : saveModel(train({ ...order.model, onProgress: (done) => parentPort?.postMessage({ done }) }));
parentPort?.postMessage({ bytes }, [bytes.buffer as ArrayBuffer]);
