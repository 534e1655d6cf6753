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
const closed = [];
const open = [];
for (let index = 0; index < Number(rounds); index += 1) {
  const ideal = await measure('ideal', 'closed', CLIENTS, SECONDS);
  const product = await measure('product', 'closed', CLIENTS, SECONDS);
  const ratio = round((product['repliesPerSecond'] ?? 0) / (ideal['repliesPerSecond'] ?? 1));
  closed.push({ ideal, product, ratio });
  console.error(`round ${index + 1}: ideal ${ideal['repliesPerSecond']}/s, product ${product['repliesPerSecond']}/s, ratio ${ratio}`);
  open.push({ ideal: await measure('ideal', 'open', CLIENTS, SECONDS, RATE), product: await measure('product', 'open', CLIENTS, SECONDS, RATE) });
  console.error(`  at ${RATE}/s: ideal p99 ${open.at(-1)?.ideal['p99']} ms, product p99 ${open.at(-1)?.product['p99']} ms`);
}
keep(`pipeline-${engine}`, {
  engine,
  clients: Number(CLIENTS),
  medianRatio: median(closed.map(({ ratio }) => ratio)),
  medianP99Ms: median(open.map(({ product }) => product['p99'] ?? 0)),
  closedLoop: closed,
  openLoop: { perSecond: Number(RATE), rounds: open },
});
