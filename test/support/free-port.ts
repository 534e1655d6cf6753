/** Ports for what is stopped and started again at the same address. */
import { createServer } from 'node:net';

/** Below those that the system hands out, of which somebody else might be given this one in between; each worker has its own. */
const FIRST = 12_000;
const EACH = 2_500;
const WORKERS = 8;

export async function freePort(): Promise<number> {
  const worker = Number(process.env['JEST_WORKER_ID'] ?? 1) % WORKERS;
  for (;;) {
    const port = FIRST + worker * EACH + Math.trunc(Math.random() * EACH);
    if (await isFree(port)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}
