/**
 * Starts the real product in a process of its own, on a free port, with a data folder of its own. In a run of all suites the process is one
 * that ran the product of an earlier suite and has closed it: to start anew costs several seconds of a processor, two hundred times.
 */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port.js';
import { startInWarmHouse } from './warm-house.js';

const ROOT = join(import.meta.dirname, '..', '..');
const OF_THIS_MACHINE = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', TMPDIR: tmpdir() };
/** A machine that many share starts slowly. */
const READY_WITHIN_MS = 180_000;

export interface Product {
  readonly url: string;
  readonly dataDir: string;
  readonly readyMs: number;
  readonly pid: number;
  /** What it wrote so far, for asserting that secrets are not in it. */
  output(): string;
  /** Ends it with the signal and resolves with the exit code (null when killed). */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Stops it if it still runs, and starts it again on the same port and data. */
  restart(signal?: NodeJS.Signals): Promise<Product>;
  /** Ends it and removes its data. */
  dispose(): Promise<void>;
}

export interface ProductOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly dataDir?: string;
  readonly port?: number;
  /** Started as a user starts it, by a command of its own: for what is about starting and stopping themselves. */
  readonly isAlone?: boolean;
}

/** What a process is given when it begins cannot be given to one that runs. */
const OF_THE_PROCESS: ReadonlySet<string> = new Set(['TZ', 'NODE_OPTIONS']);

export async function startProduct(options: ProductOptions = {}): Promise<Product> {
  const dataDir = options.dataDir ?? (await newDataDir(options));
  const port = options.port ?? (await freePort());
  const begun = performance.now();
  const env = { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', ...options.env };
  const isAlone = options.isAlone === true || Object.keys(env).some((name) => OF_THE_PROCESS.has(name));
  const warm = isAlone ? null : await startInWarmHouse(env);
  if (warm !== null) {
    const { url, pid, output, stop } = warm;
    return {
      ...{ url, dataDir, pid, output, stop, readyMs: performance.now() - begun },
      async restart(signal = 'SIGTERM') {
        await stop(signal);
        return startProduct({ ...options, dataDir, port });
      },
      async dispose() {
        await warm.leave();
        rmSync(dataDir, { recursive: true, force: true });
      },
    };
  }
  const child = spawn(process.execPath, ['--enable-source-maps', join(ROOT, 'dist/server/main.js')], {
    cwd: ROOT,
    env: { ...OF_THIS_MACHINE, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not ready in time:\n${output}`)), READY_WITHIN_MS);
    const listen = (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const found = /ready: (http:\/\/\S+)/.exec(output)?.[1];
      if (found === undefined) return;
      clearTimeout(timer);
      resolve(found);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`ended with ${code} before it was ready:\n${output}`));
    });
  });
  const readyMs = performance.now() - begun;
  const product: Product = {
    url,
    dataDir,
    readyMs,
    pid: child.pid ?? 0,
    output: () => output,
    stop: (signal = 'SIGTERM') => ended(child, signal),
    async restart(signal = 'SIGTERM') {
      await ended(child, signal);
      return startProduct({ ...options, dataDir, port });
    },
    async dispose() {
      await ended(child, 'SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  return product;
}

/** What the first start with these settings writes is what it writes without any. */
const WRITES_THE_SAME: ReadonlySet<string> = new Set(['RATE_LIMIT', 'LOG_LEVEL']);
/** The index of the articles is written while the product answers already. */
const WRITTEN_AFTER_MS = 4000;

/**
 * Empty, or in a run of all suites a copy of what a first start of this day left: a fifth of the work of a start is what only the first one
 * does, and the suites start the product some two hundred times.
 */
async function newDataDir({ env = {} }: ProductOptions): Promise<string> {
  const dataDir = mkdtempSync(join(tmpdir(), 'jiebang-data-'));
  const shared = process.env['TEST_RUN_FOLDER'];
  if (shared === undefined || Object.keys(env).some((name) => !WRITES_THE_SAME.has(name))) return dataDir;
  const template = join(shared, `first-start-${new Date(Date.now() + CHINA_AHEAD_MS).toISOString().slice(0, 10)}`);
  if (existsSync(template)) cpSync(template, dataDir, { recursive: true });
  else if (isMine(`${template}-lock`)) await makeTemplate(template);
  return dataDir;
}

const CHINA_AHEAD_MS = 8 * 3600_000;

/** One process of the run makes it; the others start from nothing until it is there. */
function isMine(lock: string): boolean {
  try {
    mkdirSync(lock);
    return true;
  } catch {
    return false;
  }
}

async function makeTemplate(template: string): Promise<void> {
  const dataDir = `${template}-making`;
  mkdirSync(dataDir);
  const first = await startProduct({ dataDir, isAlone: true });
  await new Promise((resolve) => setTimeout(resolve, WRITTEN_AFTER_MS));
  if ((await first.stop()) === 0) renameSync(dataDir, template);
}

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code));
    child.kill(signal);
  });
}
