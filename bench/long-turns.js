/**
 * Preloaded into a measured server: how long its main thread was busy in one go. Taken as processor time of that thread, which other work
 * on the machine does not swell. Told when asked over the channel, and begun anew.
 */
import { readFileSync } from 'node:fs';

const EVERY_MS = 1;
const NANOS = 1e6;

/** Linux counts what the main thread has run, in nanoseconds. */
function busyMillis() {
  return Number(readFileSync(`/proc/self/task/${process.pid}/schedstat`, 'utf8').split(' ')[0]) / NANOS;
}

let before = busyMillis();
let longest = 0;
setInterval(() => {
  const now = busyMillis();
  longest = Math.max(longest, now - before);
  before = now;
}, EVERY_MS).unref();

process.on('message', () => {
  process.send?.({ longestTurnMillis: longest });
  longest = 0;
});
process.channel?.unref();
