/** Runs in a worker thread: reads the file it was started with, so that neither its size nor what is wrong with it holds anybody up. */
import { parentPort, workerData } from 'node:worker_threads';
import { stepBack } from '../step-back.js';
import { readFile } from './read-file.js';

stepBack();
const { name, bytes } = workerData as { readonly name: string; readonly bytes: Uint8Array };
parentPort?.postMessage(await readFile(name, bytes));
