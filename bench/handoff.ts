/** From asking for a person to the offer on an agent's screen while a thousand wait, and a supervisor's board of two hundred agents meanwhile; beside a server that only passes the word on. */
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import type { Socket } from 'socket.io-client';
import type { Engine } from './servers.js';
import { keep, start } from './servers.js';

const WAITING = Number(process.argv[2] ?? 1000);
const AGENTS = Number(process.argv[3] ?? 200);
const SAMPLES = Number(process.argv[4] ?? 300);
const ENGINE: Engine = process.argv[5] === 'postgres' ? 'postgres' : 'sqlite';
interface Latencies {
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
}

const OPTIONS = { transports: ['websocket'], reconnection: false, forceNew: true };
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

function latencies(samples: readonly number[]): Latencies {
  const sorted = [...samples].sort((one, other) => one - other);
  const at = (share: number) => Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) / 10;
  return { p50: at(0.5), p99: at(0.99), most: at(1) };
}

async function connected(url: string, auth: object): Promise<Socket> {
  const socket = io(url, { ...OPTIONS, auth });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

/** What nobody can leave out: the wish durable, the offer durable, the word to the agent. */
async function baseline(): Promise<Latencies> {
  const dir = mkdtempSync(join(tmpdir(), 'jiebang-bench-'));
  const file = new Database(join(dir, 'line.db'));
  file.pragma('journal_mode = WAL');
  file.pragma('synchronous = FULL');
  file.exec('create table line (id text primary key, offer text)');
  for (let index = 0; index < WAITING; index += 1) file.prepare('insert into line values (?, null)').run(`w${index}`);
  const http = createServer();
  const server = new Server(http, { perMessageDeflate: false });
  server.on('connection', (socket) => {
    socket.on('handoff', (id: string, ack: (answer: object) => void) => {
      file.prepare('insert into line values (?, null)').run(id);
      ack({ queued: true });
      file.prepare('update line set offer = ? where id = ?').run('agent', id);
      server.emit('offer', { id });
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(http.address() as AddressInfo).port}`;
  const [agent, subscriber] = [await connected(url, {}), await connected(url, {})];
  const samples: number[] = [];
  for (let index = 0; index < SAMPLES; index += 1) {
    const told = new Promise<void>((resolve) => agent.once('offer', () => resolve()));
    const begun = performance.now();
    subscriber.emit('handoff', `s${index}`, () => undefined);
    await told;
    samples.push(performance.now() - begun);
    await pause(10);
  }
  agent.disconnect();
  subscriber.disconnect();
  await server.close();
  file.close();
  rmSync(dir, { recursive: true });
  return latencies(samples);
}

async function post(url: string, body: object, token?: string): Promise<Record<string, unknown>> {
  const headers = { 'content-type': 'application/json', ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) };
  return (await (await fetch(url, { method: 'POST', headers, body: JSON.stringify(body) })).json()) as Record<string, unknown>;
}

interface Profile {
  readonly email: string;
  readonly skillGroups: readonly string[];
}

async function agentWith(url: string, admin: string, { email, skillGroups }: Profile): Promise<Socket> {
  const password = 'a password for benches';
  const profile = { email, name: email.split('@')[0], role: 'agent', skillGroups, languages: ['zh-CN'], isActive: true };
  const { id } = (await post(`${url}/api/staff`, profile, admin))['staff'] as { id: string };
  const link = String((await post(`${url}/api/staff/${id}/password-link`, {}, admin))['href']).split('#password=')[1];
  await post(`${url}/api/staff/password`, { token: link, password });
  const { token } = await post(`${url}/api/staff/login`, { email, password });
  const socket = await connected(`${url}/desk`, { token });
  await socket.emitWithAck('presence', { status: 'online', capacity: 20 });
  return socket;
}

/**
 * A thousand wait for a group that nobody serves; each further wish is for the one group with a free agent. With each of them one at the front of the
 * thousand gives up, so that all behind are told another place meanwhile: `placesLateMs` is until the last of them has heard of it.
 */
async function product(): Promise<{ handoffToOffer: Latencies; acknowledged: Latencies; placesPerSecond: number; placesLateMs: Latencies; waiting: number; board: { told: number; lateMs: Latencies; gapMs: Latencies } }> {
  const server = await start({ name: 'product', engine: ENGINE });
  const { url } = server;
  const signIn = async (email: string) => String((await post(`${url}/api/staff/login`, { email, password: 'demo' }))['token']);
  const admin = await signIn('admin@demo');
  const sockets: Socket[] = [];
  for (let index = 0; index < AGENTS; index += 1) sockets.push(await agentWith(url, admin, { email: `bench${index}@jiebang.example`, skillGroups: ['enterprise'] }));
  const taker = await agentWith(url, admin, { email: 'taker@jiebang.example', skillGroups: ['billing'] });
  const supervisor = await connected(`${url}/desk`, { token: await signIn('supervisor@demo') });
  sockets.push(taker, supervisor);

  let places = 0;
  const [line, placesLate]: [Socket[], number[]] = [[], []];
  let movedAt: number | null = null;
  const wait = async (): Promise<void> => {
    const socket = await connected(`${url}/chat`, {});
    socket.on('queue', () => {
      places += 1;
      if (movedAt === null || socket !== line.at(-1)) return;
      placesLate.push(performance.now() - movedAt);
      movedAt = null;
    });
    sockets.push(socket);
    await socket.emitWithAck('handoff', {});
    line.push(socket);
  };
  for (let done = 0; done < WAITING; done += 25) await Promise.all(Array.from({ length: Math.min(25, WAITING - done) }, wait));

  const [late, gaps]: [number[], number[]] = [[], []];
  let waiting = 0;
  let lastAt = performance.now();
  supervisor.on('board', (board: { at: number; waiting: { count: number } }) => {
    waiting = board.waiting.count;
    late.push(Date.now() - board.at);
    gaps.push(performance.now() - lastAt);
    lastAt = performance.now();
  });
  await supervisor.emitWithAck('board', { on: true });
  await pause(2000);
  [late, gaps].forEach((list) => list.splice(0));

  const [offered, acknowledged]: [number[], number[]] = [[], []];
  const placesBefore = places;
  const begunAll = performance.now();
  for (let index = 0; index < SAMPLES; index += 1) {
    const { token } = await post(`${url}/demo/token`, { msisdn: `138000000${String((index % 20) + 1).padStart(2, '0')}` });
    const one = await connected(`${url}/chat`, { token });
    const answered = new Promise<void>((resolve) => one.on('message', (message: { from: string }) => message.from === 'bot' && resolve()));
    await one.emitWithAck('send', { clientId: `q${index}`, text: '我这个月话费多少' });
    await answered;
    const gone = line.length > 1 ? line.shift()?.emitWithAck('end', {}).then(() => (movedAt ??= performance.now())) : undefined;
    const told = new Promise<{ conversationId: string }>((resolve) => taker.once('offer', resolve));
    const begun = performance.now();
    const ack = one.emitWithAck('handoff', {}).then(() => acknowledged.push(performance.now() - begun));
    const { conversationId } = await told;
    offered.push(performance.now() - begun);
    await Promise.all([ack, gone]);
    await taker.emitWithAck('accept', { conversationId });
    await taker.emitWithAck('close', { conversationId, disposition: 'solved' });
    one.disconnect();
  }
  const placesPerSecond = Math.round(((places - placesBefore) / (performance.now() - begunAll)) * 1000);
  for (const socket of sockets) socket.disconnect();
  await server.stop();
  return { handoffToOffer: latencies(offered), acknowledged: latencies(acknowledged), placesPerSecond, placesLateMs: latencies(placesLate), waiting, board: { told: late.length, lateMs: latencies(late), gapMs: latencies(gaps) } };
}

const ideal = await baseline();
const measured = await product();
keep(`handoff-${ENGINE}`, { load: loadavg().map((one) => Math.round(one * 10) / 10), setting: { waiting: WAITING, agents: AGENTS, samples: SAMPLES }, baseline: ideal, product: measured });
process.exit(0);
