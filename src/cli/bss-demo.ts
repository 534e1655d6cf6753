/** The demo cast behind TM Forum Open APIs, in a process of its own: `npm run bss:demo`. Settings: `BSS_DEMO_*` in `.env.example`. */
import { SystemClock } from '../adapters/system/system-clock.js';
import { startTmfDemoServer } from '../adapters/operator/tmf-demo/tmf-demo-server.js';
import { readBssDemoSettings } from '../app/bss-demo-settings.js';
import { readEnv } from '../app/env.js';

const settings = readBssDemoSettings(readEnv());
if ('problems' in settings) {
  process.stderr.write(`${settings.problems.join('\n')}\n`);
  process.exit(1);
}
const server = await startTmfDemoServer({ clock: new SystemClock(), ...settings });
process.stdout.write(`operator: ${server.url}\nstart the product with BSS_URL=${server.url}\n`);
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void server.close().then(() => process.exit(0)));
