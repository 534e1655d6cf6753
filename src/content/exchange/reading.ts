/** Reads a file of an editor beside the running product, in bounds of time and memory: a packed workbook may unfold to anything. */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Worker } from 'node:worker_threads';
import { problemAt } from '../problem.js';
import type { ReadFile } from './item.js';
import { failed, readFile } from './read-file.js';

const WITHIN_MS = 30_000;
const MEMORY_MB = 512;

/** Run from sources there is no compiled worker, as with training. */
export async function readBeside(name: string, bytes: Uint8Array): Promise<ReadFile> {
  const worker = new URL('./reading-worker.js', import.meta.url);
  return existsSync(fileURLToPath(worker)) ? inWorker(worker, { name, bytes }) : readFile(name, bytes);
}

function inWorker(file: URL, order: { readonly name: string; readonly bytes: Uint8Array }): Promise<ReadFile> {
  return new Promise((resolve) => {
    const worker = new Worker(file, { workerData: order, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
    const giveUp = (): void => resolve(failed(order.name, null, [problemAt({ file: order.name, line: 1 }, (faults) => faults.tookTooLong)]));
    const late = setTimeout(() => {
      giveUp();
      void worker.terminate();
    }, WITHIN_MS);
    worker.once('message', (read: ReadFile) => resolve(read));
    worker.once('error', giveUp);
    worker.once('exit', () => {
      clearTimeout(late);
      giveUp();
    });
  });
}
