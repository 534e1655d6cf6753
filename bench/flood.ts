/** How long another socket waits for its first acknowledgement while one sends a flood: `npx tsx bench/flood.ts [events] [rounds]`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import { keep, median, start } from './servers.js';

const [events = '10000', rounds = '5', floodAt] = process.argv.slice(2);
if (floodAt !== undefined) await flood(floodAt);

async function connect(url: string): Promise<Socket> {
  const socket = io(`${url}/chat`, { transports: ['websocket'], forceNew: true });
  await new Promise((resolve) => socket.once('conversation', resolve));
  return socket;
}

async function acknowledged(socket: Socket, clientId: string): Promise<number> {
  const begun = performance.now();
  await socket.timeout(60_000).emitWithAck('send', { clientId, text: '话费余额' });
  return Math.round((performance.now() - begun) * 10) / 10;
}

/** In a process of its own, so that only the server stands between the two. Ends when it is told to. */
async function flood(url: string): Promise<void> {
  const flooder = await connect(url);
  for (let index = 0; index < Number(events); index += 1) flooder.emit('send', { clientId: `f${index}`, text: '洪水' });
  process.stdout.write('flooding\n');
  await once(process, 'SIGTERM');
  process.exit(0);
}

async function measure(): Promise<{ quiet: number; flooded: number }> {
  const server = await start({ name: 'product', engine: 'sqlite', isLimited: true });
  const other = await connect(server.url);
  await acknowledged(other, 'first');
  const quiet = await acknowledged(other, 'quiet');
  const flooder = spawn(process.execPath, ['--import', 'tsx', import.meta.filename, events, rounds, server.url], { stdio: ['ignore', 'pipe', 'inherit'] });
  await once(flooder.stdout, 'data');
  const flooded = await acknowledged(other, 'flooded');
  flooder.kill();
  other.disconnect();
  await server.stop();
  return { quiet, flooded };
}

const seen = [];
for (let index = 0; index < Number(rounds); index += 1) seen.push(await measure());
keep('flood', { events: Number(events), medianQuietMs: median(seen.map(({ quiet }) => quiet)), medianFloodedMs: median(seen.map(({ flooded }) => flooded)), rounds: seen });
