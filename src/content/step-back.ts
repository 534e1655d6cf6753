/** A worker that nobody chats with steps back: while it and the server want the same processor, messages come first. */
import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';

/** Of 19, the most a process may give way: under load the thread keeps about a tenth of a processor, so that it still comes to its end. */
const NICENESS = 10;

/** For the calling thread alone. Linux keeps a priority for each thread and names the one that asks; elsewhere there is nothing to do it with, and the thread stays as it is. */
export function stepBack(): void {
  try {
    setPriority(Number(basename(readlinkSync('/proc/thread-self'))), NICENESS);
  } catch {
    // Not Linux, or not allowed: training is then only less polite.
  }
}
