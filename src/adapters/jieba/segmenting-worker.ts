/** Runs in a worker thread: loads the dictionary there, so that no message waits for it, and answers texts with their words. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadCutting } from './cutting.js';

export interface SegmentingOrder {
  readonly number: number;
  readonly texts: readonly string[];
}

const cut = loadCutting(workerData as readonly string[]);
parentPort?.postMessage('ready');
parentPort?.on('message', ({ number, texts }: SegmentingOrder) => {
  parentPort?.postMessage({ number, words: texts.map(cut) });
});
