/**
 * Replies per second of the whole path against the ideal pipeline, run in turn, and the latency of both at a fixed rate.
 * `npx tsx bench/pipeline.ts [sqlite|postgres] [rounds]`; figures are printed and kept in bench/results/.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

const ROOT = join(import.meta.dirname, '..');
const ADMIN_URL = process.env['TEST_DATABASE_URL'] ?? 'postgres://postgres@127.0.0.1:5432/postgres';
const [engine = 'sqlite', rounds = '3'] = process.argv.slice(2);
const CLIENTS = '50';
const SECONDS = '8';
const RATE = '1000';

interface Running {
  readonly url: string;
  readonly child: ChildProcess;
  stop(): Promise<void>;
}

async function admin(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: ADMIN_URL });
  await client.connect();
  await client.query(sql);
  await client.end();
}

async function start(name: 'ideal' | 'product'): Promise<Running> {
  const dataDir = mkdtempSync(join(tmpdir(), `jiebang-bench-${name}-`));
  const database = `jiebang_bench_${name}`;
  const env: NodeJS.ProcessEnv = { ...process.env, PORT: '0', DATA_DIR: dataDir, RATE_LIMIT: 'off', LOG_LEVEL: 'warn' };
  if (engine === 'postgres') {
    await admin(`drop database if exists ${database} with (force)`);
    await admin(`create database ${database}`);
    env['DATABASE_URL'] = new URL(`/${database}`, ADMIN_URL).href;
  }
  const command = name === 'ideal' ? ['--import', 'tsx', join(ROOT, 'bench/ideal-server.ts')] : [join(ROOT, 'dist/main.js')];
  const child = spawn(process.execPath, command, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    let seen = '';
    child.stdout.on('data', (chunk: Buffer) => {
      seen += chunk.toString();
      const found = /ready: (\S+)/.exec(seen)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
  });
  const stop = async () => {
    await new Promise((resolve) => {
      child.once('exit', resolve);
      child.kill('SIGTERM');
    });
    rmSync(dataDir, { recursive: true, force: true });
    if (engine === 'postgres') await admin(`drop database if exists ${database} with (force)`);
  };
  return { url, child, stop };
}

function drive(...parameters: string[]): Promise<Record<string, number>> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--import', 'tsx', join(ROOT, 'bench/load-client.ts'), ...parameters], { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.once('exit', (code) => (code === 0 ? resolve(JSON.parse(output) as Record<string, number>) : reject(new Error(`the client ended with ${code}`))));
  });
}

async function measure(name: 'ideal' | 'product', ...parameters: [string, ...string[]]): Promise<Record<string, number>> {
  const server = await start(name);
  try {
    const [mode, ...rest] = parameters;
    return await drive(mode, server.url, ...rest);
  } finally {
    await server.stop();
  }
}

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const pairs: { ideal: number; product: number; ratio: number }[] = [];
for (let round = 0; round < Number(rounds); round += 1) {
  const ideal = (await measure('ideal', 'closed', CLIENTS, SECONDS))['repliesPerSecond'] ?? 0;
  const product = (await measure('product', 'closed', CLIENTS, SECONDS))['repliesPerSecond'] ?? 0;
  pairs.push({ ideal, product, ratio: Math.round((product / ideal) * 1000) / 1000 });
  console.log(`round ${round + 1}: ideal ${ideal}/s, product ${product}/s, ratio ${pairs.at(-1)?.ratio}`);
}
const open = { ideal: await measure('ideal', 'open', CLIENTS, SECONDS, RATE), product: await measure('product', 'open', CLIENTS, SECONDS, RATE) };
const result = {
  engine,
  node: process.version,
  processor: `${cpus().length} × ${cpus()[0]?.model ?? 'unknown'}`,
  closedLoop: { clients: Number(CLIENTS), pairs, medianRatio: median(pairs.map(({ ratio }) => ratio)) },
  openLoop: open,
};
mkdirSync(join(ROOT, 'bench/results'), { recursive: true });
writeFileSync(join(ROOT, `bench/results/pipeline-${engine}.json`), `${JSON.stringify(result, null, 2)}\n`);
console.log(JSON.stringify(result, null, 2));
