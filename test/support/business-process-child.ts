/** The operator's side as a process of its own; arguments are the seed of its figures and the port (0 takes a free one). */
import { startTmfDemoServer } from '../../src/adapters/operator/tmf-demo/tmf-demo-server.js';
import { SystemClock } from '../../src/adapters/system/system-clock.js';

const [seed = '', port = '0'] = process.argv.slice(2);
const server = await startTmfDemoServer({ clock: new SystemClock(), seed: Number(seed), port: Number(port) });
process.stdout.write(`operator: ${server.url}\n`);
