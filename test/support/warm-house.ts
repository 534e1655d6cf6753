/**
 * In a run of all suites each worker of Jest keeps one process that runs its suites' products one after the other. What a test kills or stops
 * is that process, so that whatever starts again on its data starts from nothing, as after a real crash.
 */
import { expect } from '@jest/globals';
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { until } from './until.js';

const ROOT = join(import.meta.dirname, '..', '..');
const RUN_FOLDER = process.env['TEST_RUN_FOLDER'];
const FILE = join(RUN_FOLDER ?? '', `warm-house-${process.env['JEST_WORKER_ID'] ?? '1'}`);
const LOG = `${FILE}.log`;
/** Conversations are told to no tracing service, as `readEnv` has it. */
const UNTRACED = { LANGSMITH_TRACING: 'false', LANGSMITH_TRACING_V2: 'false', LANGCHAIN_TRACING: 'false', LANGCHAIN_TRACING_V2: 'false' };
const OPENS_WITHIN_MS = 180_000;
/** Of what a product wrote that did not close. */
const MOST_TOLD = 4000;

interface House {
  readonly pid: number;
  readonly port: number;
}

export interface WarmProduct {
  readonly url: string;
  readonly pid: number;
  output(): string;
  /** Ends the process with it, and resolves with the exit code (null when killed). */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
  /** Closes it; the process stays for the next one. */
  leave(): Promise<void>;
}

/** Null where every product has to have a process of its own: outside a run of all suites, and for the second one of a suite. */
export async function startInWarmHouse(env: Readonly<Record<string, string>>): Promise<WarmProduct | null> {
  if (RUN_FOLDER === undefined) return null;
  const house = standing() ?? (await opened());
  const from = statSync(LOG).size;
  const { status, body } = await ask(house, '/start', { owner: expect.getState().testPath ?? '', env });
  if (status === 409) return null;
  const { url, problems = [] } = JSON.parse(body) as { readonly url?: string; readonly problems?: readonly string[] };
  const output = () => readFileSync(LOG).subarray(from).toString();
  if (url === undefined) throw new Error(`not started:\n${problems.join('\n')}\n${output()}`);
  const isThere = () => standing()?.pid === house.pid;
  return {
    url,
    pid: house.pid,
    output,
    async stop(signal = 'SIGTERM') {
      if (!isThere()) return null;
      if (signal === 'SIGTERM') await ask(house, '/end', {});
      else process.kill(house.pid, signal);
      await until(() => !isThere());
      rmSync(FILE, { force: true });
      return signal === 'SIGTERM' ? 0 : null;
    },
    async leave() {
      if (!isThere()) return;
      const { status } = await ask(house, '/close', {}).catch(() => ({ status: null }));
      if (status !== 200) process.stderr.write(`\nA product did not close in time, or failed as it did:\n${output().slice(-MOST_TOLD)}\n`);
    },
  };
}

function standing(): House | null {
  if (!existsSync(FILE)) return null;
  const house = JSON.parse(readFileSync(FILE, 'utf8')) as House;
  try {
    process.kill(house.pid, 0);
    return house;
  } catch {
    return null;
  }
}

async function opened(): Promise<House> {
  rmSync(FILE, { force: true });
  const log = openSync(LOG, 'a');
  const child = spawn(process.execPath, ['--enable-source-maps', join(import.meta.dirname, 'warm-house-child.js'), FILE, RUN_FOLDER ?? ''], {
    cwd: ROOT,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', TMPDIR: tmpdir(), ...UNTRACED },
    stdio: ['ignore', log, log],
    detached: true,
  });
  child.unref();
  closeSync(log);
  await until(() => standing() !== null, OPENS_WITHIN_MS);
  const house = standing();
  if (house === null) throw new Error('the house of this worker did not open');
  return house;
}

function ask({ port }: House, path: string, body: object): Promise<{ readonly status: number; readonly body: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, method: 'POST', agent: false }, (response) => {
      text(response).then((answer) => resolve({ status: response.statusCode ?? 0, body: answer }), reject);
    });
    asked.once('error', reject);
    asked.end(JSON.stringify(body));
  });
}
