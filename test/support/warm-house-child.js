/**
 * A process that has read the product's programs and compiled what they need, and runs one product after the other: each on a data folder of
 * its own, started and closed as `main` does it. `warm-house-child.js FILE FOLDER`: says in FILE where it listens, and ends once FOLDER is gone.
 */
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { serve } from '../../dist/server/serve.js';

const [file = '', folder = ''] = process.argv.slice(2);
const LOOK_EVERY_MS = 3000;
/** As `main` has it. */
const CLOSE_WITHIN_MS = 9000;

/** @type {{ owner: string, app: { url: string, close(): Promise<void> } } | null} */
let running = null;

async function close() {
  const { app } = running ?? {};
  running = null;
  const tooLate = setTimeout(() => process.exit(1), CLOSE_WITHIN_MS);
  await app?.close();
  clearTimeout(tooLate);
}

/** A suite that ended without a word left its product behind. */
async function start({ owner, env }) {
  if (running?.owner === owner) return { status: 409 };
  if (running !== null) await close();
  const served = await serve(env);
  if ('problems' in served) return { status: 400, body: served };
  running = { owner, app: served.app };
  process.stdout.write(served.lines);
  return { status: 200, body: { url: served.app.url } };
}

const acts = {
  '/start': start,
  '/close': async () => ({ status: 200, body: await close() }),
  '/end': async () => {
    await close();
    setImmediate(() => process.exit(0));
    return { status: 200 };
  },
};

const server = createServer((request, response) => {
  void text(request)
    .then((body) => acts[request.url](JSON.parse(body)))
    .catch((error) => ({ status: 500, body: { problems: [String(error?.stack ?? error)] } }))
    .then(({ status, body = {} }) => response.writeHead(status).end(JSON.stringify(body)));
});
server.listen(0, '127.0.0.1', () => {
  writeFileSync(`${file}-being-written`, JSON.stringify({ pid: process.pid, port: server.address().port }));
  renameSync(`${file}-being-written`, file);
});
setInterval(() => existsSync(folder) || process.exit(0), LOOK_EVERY_MS);
