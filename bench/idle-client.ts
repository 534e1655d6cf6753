/** Holds many idle subscribers open against a server from a process of its own: `idle-client.ts URL COUNT`; prints a line when all are in. */
import { io } from 'socket.io-client';

const [url = '', count = '5000'] = process.argv.slice(2);
const AT_ONCE = 50;
const CAST = 20;

async function token(index: number): Promise<string | undefined> {
  const msisdn = `138000000${String(index + 1).padStart(2, '0')}`;
  const response = await fetch(`${url}/demo/token`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ msisdn }) });
  return response.ok ? ((await response.json()) as { token: string }).token : undefined;
}

const tokens = await Promise.all(Array.from({ length: CAST }, (_, index) => token(index)));

function open(index: number): Promise<void> {
  const socket = io(`${url}/chat`, { transports: ['websocket'], forceNew: true, auth: { token: tokens[index % CAST] } });
  return new Promise((resolve, reject) => {
    socket.once('conversation', () => resolve());
    socket.once('connect_error', reject);
  });
}

for (let from = 0; from < Number(count); from += AT_ONCE) {
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, Number(count) - from) }, (_, index) => open(from + index)));
}
process.stdout.write('open\n');
process.once('SIGTERM', () => process.exit(0));
