/** Stands before a demo operator and changes what it says: another's records, other units, no answer. */
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Passing {
  readonly method: string;
  /** Without the query. */
  readonly path: string;
  readonly query: string;
  readonly body: unknown;
  readonly authorization: string | undefined;
}

export type Meddle = (passing: Passing, answer: unknown) => unknown;

export interface LyingSystem {
  readonly url: string;
  readonly seen: readonly Passing[];
  /** Changes every answer from now on; returning `undefined` breaks the connection off, a number answers with that status. */
  meddle(how: Meddle): void;
  close(): Promise<void>;
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of request) text += String(piece);
  return text;
}

export async function startLyingSystem(truthful: string): Promise<LyingSystem> {
  let how: Meddle = (_passing, answer) => answer;
  const seen: Passing[] = [];
  const server = createServer((request, response) => {
    void (async () => {
      const text = await textOf(request);
      const { method = 'GET', url = '/', headers } = request;
      const passing = { method, path: url.split('?')[0] ?? '', query: url.split('?')[1] ?? '', body: text === '' ? null : (JSON.parse(text) as unknown), authorization: headers.authorization };
      seen.push(passing);
      const answer = await fetch(truthful + url, { method, ...(text === '' ? {} : { body: text }), headers: { 'content-type': 'application/json' } });
      const changed = how(passing, (await answer.json()) as unknown);
      if (changed === undefined) response.destroy();
      else if (typeof changed === 'number') response.writeHead(changed).end('{}');
      else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(changed));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    meddle: (next) => void (how = next),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
