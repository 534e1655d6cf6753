/**
 * Replies per second of the whole path against the ideal pipeline, run in turn, and the latency of both at a fixed rate.
 * `npx tsx bench/pipeline.ts [sqlite|postgres] [rounds]`; figures are printed and kept in bench/results/.
 */
import { drive, keep, median, start } from './servers.js';
import type { Engine } from './servers.js';

const [engineName = 'sqlite', rounds = '3'] = process.argv.slice(2);
const engine: Engine = engineName === 'postgres' ? 'postgres' : 'sqlite';
const CLIENTS = '50';
const SECONDS = '8';
const RATE = '1000';

type Name = 'ideal' | 'product';

async function measure(name: Name, ...parameters: readonly string[]): Promise<Record<string, number>> {
  const server = await start({ name, engine });
  try {
    const { figures, cpuMicros } = await drive(server, parameters);
    const replies = figures['replies'] ?? figures['counted'] ?? 0;
    return cpuMicros === null || replies === 0 ? { ...figures } : { ...figures, serverCpuMicrosPerReply: Math.round(cpuMicros / replies) };
  } finally {
    await server.stop();
  }
}

const round = (value: number): number => Math.round(value * 1000) / 1000;
const ratioOf = (product: Record<string, number>, ideal: Record<string, number>): number => round((product['repliesPerSecond'] ?? 0) / (ideal['repliesPerSecond'] ?? 1));
const closed = [];
const open = [];
for (let index = 0; index < Number(rounds); index += 1) {
  const ideal = await measure('ideal', 'closed', 'plain', CLIENTS, SECONDS);
  const product = await measure('product', 'closed', 'plain', CLIENTS, SECONDS);
  const varied = await measure('product', 'closed', 'varied', CLIENTS, SECONDS);
  closed.push({ ideal, product, ratio: ratioOf(product, ideal), varied, variedRatio: ratioOf(varied, ideal) });
  const told = [ideal, product, varied].map((one) => `${one['repliesPerSecond']}/s (${one['serverCpuMicrosPerReply']} us)`);
  console.error(`round ${index + 1}: ideal ${told[0]}, product ${told[1]}, ratio ${closed.at(-1)?.ratio}; never the same words ${told[2]}, ratio ${closed.at(-1)?.variedRatio}`);
  open.push({ ideal: await measure('ideal', 'open', 'plain', CLIENTS, SECONDS, RATE), product: await measure('product', 'open', 'plain', CLIENTS, SECONDS, RATE), varied: await measure('product', 'open', 'varied', CLIENTS, SECONDS, RATE) });
  const last = open.at(-1);
  console.error(`  at ${RATE}/s: ideal p99 ${last?.ideal['p99']} ms, product p99 ${last?.product['p99']} ms, never the same words ${last?.varied['p99']} ms`);
}
keep(`pipeline-${engine}`, {
  engine,
  clients: Number(CLIENTS),
  medianRatio: median(closed.map(({ ratio }) => ratio)),
  medianVariedRatio: median(closed.map(({ variedRatio }) => variedRatio)),
  medianP99Ms: median(open.map(({ product }) => product['p99'] ?? 0)),
  medianVariedP99Ms: median(open.map(({ varied }) => varied['p99'] ?? 0)),
  closedLoop: closed,
  openLoop: { perSecond: Number(RATE), rounds: open },
});
