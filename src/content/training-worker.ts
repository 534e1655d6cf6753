/** Runs in a worker thread: trains the model it was started with and hands it back. */
import { parentPort, workerData } from 'node:worker_threads';
import { train } from '../understanding/engine.js';
import type { TrainingOrder } from './training.js';

parentPort?.postMessage(train(workerData as TrainingOrder));
