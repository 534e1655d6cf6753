/** Starts what the benches measure, each with a data directory or database of its own, and reads its CPU time and memory. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

export const ROOT = join(import.meta.dirname, '..');
const ADMIN_URL = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
/** What `npm start` gives Node; both servers run with the same. */
const START_FLAGS = (JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { scripts: { start: string } }).scripts.start.split(' ').filter((word) => word.startsWith('--'));
/** Clock ticks of /proc/PID/stat, 100 a second on every Linux. */
const TICK_US = 10_000;

export type Engine = 'sqlite' | 'postgres';

export interface Wanted {
  readonly name: 'ideal' | 'product';
  readonly engine: Engine;
  /** Kept after the server has stopped; otherwise it gets a fresh one that goes with it. */
  readonly dataDir?: string;
  readonly nodeFlags?: readonly string[];
  /** With the limits of a shop that is open; otherwise none. */
  readonly isLimited?: boolean;
}

export interface Running {
  readonly url: string;
  readonly child: ChildProcess;
  readonly readyMs: number;
  stop(): Promise<void>;
}

async function admin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: ADMIN_URL });
  await client.connect();
  await client.query(sql);
  await client.end();
}

export async function start({ name, engine, dataDir, nodeFlags = [], isLimited = false }: Wanted): Promise<Running> {
  const directory = dataDir ?? mkdtempSync(join(tmpdir(), `jiebang-bench-${name}-`));
  const database = `jiebang_bench_${name}_${process.pid}`;
  const env: NodeJS.ProcessEnv = { ...process.env, PORT: '0', DATA_DIR: directory, RATE_LIMIT: isLimited ? 'on' : 'off', LOG_LEVEL: 'warn' };
  if (engine === 'postgres') {
    await admin(`drop database if exists ${database} with (force)`);
    await admin(`create database ${database}`);
    env['DATABASE_URL'] = new URL(`/${database}`, ADMIN_URL).href;
  }
  const program = name === 'ideal' ? ['--import', 'tsx', join(ROOT, 'bench/ideal-server.ts')] : [join(ROOT, 'dist/server/main.js')];
  const begun = performance.now();
  const child = spawn(process.execPath, [...START_FLAGS, ...nodeFlags, ...program], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  const url = await readyAt(child, name);
  const readyMs = performance.now() - begun;
  const stop = async () => {
    await new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGTERM');
    });
    if (dataDir === undefined) rmSync(directory, { recursive: true, force: true });
    if (engine === 'postgres') await admin(`drop database if exists ${database} with (force)`);
  };
  return { url, child, readyMs, stop };
}

function readyAt(child: ChildProcess, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let seen = '';
    child.stdout?.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      const found = /ready: (\S+)/.exec(seen)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
  });
}

/** User and system time of all threads of a process so far; null where there is no /proc. */
export function cpuMicros({ child }: Running): number | null {
  try {
    const fields = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    return (Number(fields[11]) + Number(fields[12])) * TICK_US;
  } catch {
    return null;
  }
}

export interface Driven {
  readonly figures: Readonly<Record<string, number>>;
  /** Of the server, from the end of the warm-up to the end. */
  readonly cpuMicros: number | null;
}

/** Runs the load client against a server; what it prints is a line when the warm-up is over and one with its figures. */
export function drive(server: Running, parameters: readonly string[]): Promise<Driven> {
  const [mode = 'closed', ...rest] = parameters;
  const client = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'bench/load-client.ts'), mode, server.url, ...rest], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    let output = '';
    let before: number | null = null;
    client.stdout.on('data', (chunk: Buffer) => {
      if (output === '') before = cpuMicros(server);
      output += chunk.toString();
    });
    client.once('exit', (code) => {
      const after = cpuMicros(server);
      const last = output.trim().split('\n').at(-1) ?? '';
      if (code !== 0) reject(new Error(`the client ended with ${code}`));
      else resolve({ figures: JSON.parse(last) as Record<string, number>, cpuMicros: before === null || after === null ? null : after - before });
    });
  });
}

export const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

export function keep(name: string, result: object): void {
  const whole = { measured: new Date().toISOString().slice(0, 10), node: process.version, processor: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`, ...result };
  const directory = join(ROOT, 'bench/results');
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, `${name}.json`), `${JSON.stringify(whole, null, 2)}\n`);
  console.log(JSON.stringify(whole, null, 2));
}
