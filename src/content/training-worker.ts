/** Runs in a worker thread: trains the model it was started with, tells how far it is, and hands it back as the bytes of its file. */
import { parentPort, workerData } from 'node:worker_threads';
import { train } from '../understanding/engine.js';
import { saveModel } from '../understanding/model-file.js';
import type { TrainingOrder } from './training.js';

const model = train({ ...(workerData as TrainingOrder), onProgress: (done) => parentPort?.postMessage({ done }) });
const bytes = saveModel(model);
parentPort?.postMessage({ bytes }, [bytes.buffer as ArrayBuffer]);
