/** A business system in a process of its own, whose figures nobody has seen before; the seed is printed so that a failure can be replayed. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from './free-port.js';
import type { AccountDocument } from '../../src/adapters/operator/account-document.js';

const CHILD = join(import.meta.dirname, 'business-process-child.ts');
/** `BUSINESS_SEED=123` draws the figures of an earlier run again. */
const CHOSEN = process.env['BUSINESS_SEED'];

export interface BusinessProcess {
  /** What `BSS_URL` is set to. */
  readonly url: string;
  readonly seed: number;
  account(msisdn: string): Promise<AccountDocument>;
  /** Killed without warning: from now on nobody listens at its address. */
  kill(): Promise<void>;
  /** Still there, but answers nothing until it goes on. */
  freeze(): void;
  goOn(): void;
  /** The same figures at the same address again. */
  restart(): Promise<void>;
}

export async function startBusinessProcess(): Promise<BusinessProcess> {
  const seed = CHOSEN === undefined ? randomInt(1, 2 ** 31) : Number(CHOSEN);
  process.stderr.write(`business system drawn with BUSINESS_SEED=${seed}\n`);
  const port = await freePort();
  let { child, url } = await start(seed, port);
  return {
    get url() {
      return url;
    },
    seed,
    async account(msisdn) {
      return (await (await fetch(`${url}/demo/accounts/${msisdn}`)).json()) as AccountDocument;
    },
    kill: () => kill(child),
    freeze: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    async restart() {
      await kill(child);
      ({ child, url } = await start(seed, port));
    },
  };
}

async function start(seed: number, port: number): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, ['--import', 'tsx', CHILD, String(seed), String(port)], { stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk.toString('utf8');
      const found = /operator: (\S+)/.exec(output)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the business system ended with ${code} before it was ready`)));
  });
  return { child, url };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}
