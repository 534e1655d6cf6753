/**
 * Time from starting the built product to being ready, on an empty data directory and on one it has used before.
 * `npx tsx bench/start.ts [rounds]`
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keep, median, start } from './servers.js';

const [rounds = '5'] = process.argv.slice(2);
const cold: number[] = [];
const warm: number[] = [];

async function readyMs(dataDir: string): Promise<number> {
  const server = await start({ name: 'product', engine: 'sqlite', dataDir });
  await server.stop();
  return Math.round(server.readyMs);
}

for (let round = 0; round < Number(rounds); round += 1) {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiebang-bench-start-'));
  cold.push(await readyMs(dataDir));
  warm.push(await readyMs(dataDir));
  rmSync(dataDir, { recursive: true, force: true });
}
keep('start', { medianColdMs: median(cold), medianWarmMs: median(warm), coldMs: cold, warmMs: warm });
