/** A demo operator in a process of its own: answers `POST /operator/<call>` with a JSON array of arguments. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ERROR_TABLE, ProductError } from '../../domain/errors.js';
import type { Clock } from '../../ports/clock.js';
import { createDemoOperator, type DemoOperator } from './demo-operator.js';
import { remoteCalls, type Arguments } from './remote-calls.js';

const LARGEST_BODY = 65_536;

export interface DemoOperatorServer {
  /** What `BSS_URL` is set to. */
  readonly url: string;
  readonly operator: DemoOperator;
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Arguments> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    const bytes = Buffer.from(piece as Uint8Array);
    size += bytes.length;
    if (size > LARGEST_BODY) throw new ProductError('too-long', 'body too large');
    pieces.push(bytes);
  }
  let parsed: unknown;
  try {
    parsed = JSON.parse(Buffer.concat(pieces).toString('utf8') || '[]');
  } catch (problem) {
    throw new ProductError('bad-request', 'not JSON', problem);
  }
  if (!Array.isArray(parsed)) throw new ProductError('bad-request', 'arguments are an array');
  return parsed;
}

function send(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
}

async function answer(calls: ReturnType<typeof remoteCalls>, request: IncomingMessage): Promise<unknown> {
  const name = /^\/operator\/([a-z-]+)$/.exec(request.url ?? '')?.[1];
  const call = name === undefined ? undefined : calls.get(name);
  if (request.method !== 'POST' || call === undefined) throw new ProductError('not-found', 'no such call');
  return call(await bodyOf(request));
}

/** `port` 0 takes a free one. */
export async function startDemoOperatorServer(options: { clock: Clock; seed: number; port?: number }): Promise<DemoOperatorServer> {
  const operator = createDemoOperator({ clock: options.clock, seed: options.seed });
  const calls = remoteCalls(operator);
  const server = createServer((request, response) => {
    answer(calls, request).then(
      (result) => send(response, 200, { result: result ?? null }),
      (problem: unknown) => {
        const code = problem instanceof ProductError ? problem.code : 'internal';
        send(response, ERROR_TABLE[code].status, { error: { code } });
      },
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    operator,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
