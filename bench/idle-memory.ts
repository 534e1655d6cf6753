/**
 * Resident memory the product needs for each idle subscriber: the growth of the server process from a few sockets to
 * thousands, after garbage collection at both ends. `npx tsx bench/idle-memory.ts [sockets]`
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { keep, ROOT, start } from './servers.js';
import type { Running } from './servers.js';

const [sockets = '5000'] = process.argv.slice(2);
/** Open before the first reading, so that what is loaded for the first subscriber is not counted as theirs. */
const FIRST = '100';
/** For what is freed some time after a socket has opened. */
const SETTLE_MS = 5000;
const KIB = 1024;

async function memoryOf({ child }: Running): Promise<NodeJS.MemoryUsage> {
  await new Promise((resolve) => setTimeout(resolve, SETTLE_MS));
  return new Promise((resolve) => {
    child.once('message', (usage) => resolve(usage as NodeJS.MemoryUsage));
    child.send('report');
  });
}

function hold(url: string, count: string): Promise<ChildProcess> {
  const client = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'bench/idle-client.ts'), url, count], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    client.stdout.once('data', () => resolve(client));
    client.once('exit', (code) => reject(new Error(`the client ended with ${code}`)));
  });
}

const server = await start({ name: 'product', engine: 'sqlite', nodeFlags: ['--expose-gc', '--import', join(ROOT, 'bench/report-memory.js')] });
const first = await hold(server.url, FIRST);
const before = await memoryOf(server);
const many = await hold(server.url, sockets);
const after = await memoryOf(server);
const perSocket = (field: 'rss' | 'heapUsed' | 'external'): number => Math.round(((after[field] - before[field]) / Number(sockets) / KIB) * 10) / 10;
for (const client of [first, many]) client.removeAllListeners('exit').kill();
await server.stop();
keep('idle-memory', {
  sockets: Number(sockets),
  residentKibPerSocket: perSocket('rss'),
  heapKibPerSocket: perSocket('heapUsed'),
  externalKibPerSocket: perSocket('external'),
  residentMibBefore: Math.round(before.rss / KIB / KIB),
  residentMibAfter: Math.round(after.rss / KIB / KIB),
});
