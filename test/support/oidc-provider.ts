/** A real OpenID provider in a process of its own, and a browser's part in signing in there. */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from './free-port.js';

const CHILD = join(import.meta.dirname, 'oidc-provider-child.js');

export interface ProviderProcess {
  readonly issuer: string;
  /** Who is signed in there from now on. */
  is(who: object): Promise<void>;
  kill(): Promise<void>;
  restart(): Promise<void>;
}

export async function startProvider(redirectUri: string): Promise<ProviderProcess> {
  const port = await freePort();
  let { child, issuer } = await start(redirectUri, port);
  const kill = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  };
  return {
    issuer,
    is: async (who) => void (await fetch(`${issuer}/who`, { method: 'POST', body: JSON.stringify(who) })),
    kill,
    async restart() {
      await kill();
      ({ child, issuer } = await start(redirectUri, port));
    },
  };
}

async function start(redirectUri: string, port: number): Promise<{ child: ChildProcess; issuer: string }> {
  const child = spawn(process.execPath, [CHILD, redirectUri, String(port)], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString('utf8')));
  const issuer = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', (chunk: Buffer) => {
      const found = /provider: (\S+)/.exec(chunk.toString('utf8'))?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the provider ended with ${code} before it was ready: ${said}`)));
  });
  return { child, issuer };
}

/** Keeps cookies by host, follows nothing by itself. */
export class PlainBrowser {
  readonly #cookies = new Map<string, Map<string, string>>();

  async go(url: string, method = 'GET'): Promise<{ status: number; to: string | null; body: string }> {
    const { host } = new URL(url);
    const jar = this.#cookies.get(host) ?? new Map<string, string>();
    this.#cookies.set(host, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(url, { method, redirect: 'manual', headers: { ...(cookie === '' ? {} : { cookie }), 'content-type': 'application/json' }, ...(method === 'POST' ? { body: '{}' } : {}) });
    for (const set of response.headers.getSetCookie()) {
      const [pair = ''] = set.split(';');
      const [name = '', ...value] = pair.split('=');
      if (/expires=Thu, 01 Jan 1970/i.test(set)) jar.delete(name);
      else jar.set(name, value.join('='));
    }
    const to = response.headers.get('location');
    return { status: response.status, to: to === null ? null : new URL(to, url).href, body: await response.text() };
  }

  /** Follows until an address fits, which is returned and not opened. */
  async until(url: string, fits: (url: string) => boolean): Promise<string> {
    let at = url;
    for (let hops = 0; hops < 12 && !fits(at); hops += 1) {
      const { to, status, body } = await this.go(at);
      if (to === null) throw new Error(`no way on from ${at}: ${status} ${body.slice(0, 300)}`);
      at = to;
    }
    return at;
  }
}
