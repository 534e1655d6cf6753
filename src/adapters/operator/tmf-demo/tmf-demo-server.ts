/** The demo operator in a process of its own, behind TM Forum Open APIs: what `npm run bss:demo` starts. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { ERROR_TABLE, ProductError } from '../../../domain/errors.js';
import type { Clock } from '../../../ports/clock.js';
import { readAt } from '../accounts.js';
import { createDemoOperator, DEFAULT_SEED, type DemoOperator } from '../demo-operator.js';
import { routesOf, type Replied, type Route } from './routes.js';

export interface TmfDemoOptions {
  readonly clock: Clock;
  readonly seed?: number;
  /** 0 takes a free one. */
  readonly port?: number;
  readonly usageVersion?: 'v4' | 'v5';
  /** Asked for in every call where given. */
  readonly token?: string | null;
  /** Tokens are given out at `/oauth/token` for these. */
  readonly client?: { readonly id: string; readonly secret: string } | null;
}

export interface TmfDemoServer {
  /** What `BSS_URL` is set to. */
  readonly url: string;
  readonly operator: DemoOperator;
  close(): Promise<void>;
}

const LARGEST_BODY = 65_536;
const TOKEN_SECONDS = 300;

export async function startTmfDemoServer(options: TmfDemoOptions): Promise<TmfDemoServer> {
  const { clock, seed = DEFAULT_SEED, usageVersion = 'v4' } = options;
  const operator = createDemoOperator({ clock, seed });
  const routes = routesOf({ operator, usageVersion });
  const door = new Door(options);
  const server = createServer((request, response) => {
    answer({ request, routes, door, operator }).then(
      (replied) => send(response, replied, clock.now() - readAt(clock.now())),
      (problem: unknown) => {
        const code = problem instanceof ProductError ? problem.code : 'internal';
        send(response, { status: ERROR_TABLE[code].status, body: { code, reason: problem instanceof ProductError ? problem.message : code } }, 0);
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

/** Who may call. */
class Door {
  readonly #given = new Map<string, number>();

  constructor(private readonly options: TmfDemoOptions) {}

  isOpenTo({ headers }: IncomingMessage): boolean {
    const { token = null, client = null } = this.options;
    if (token === null && client === null) return true;
    const shown = /^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '';
    return (token !== null && isSame(shown, token)) || (this.#given.get(shown) ?? 0) > this.options.clock.now();
  }

  /** RFC 6749, 4.4. */
  grant({ headers }: IncomingMessage, form: URLSearchParams): Replied {
    const { client = null, clock } = this.options;
    const shown = Buffer.from(/^Basic (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '', 'base64').toString('utf8');
    const isKnown = client !== null && isSame(shown, `${encodeURIComponent(client.id)}:${encodeURIComponent(client.secret)}`);
    if (!isKnown) return { status: 401, body: { error: 'invalid_client' } };
    if (form.get('grant_type') !== 'client_credentials') return { status: 400, body: { error: 'unsupported_grant_type' } };
    const token = randomBytes(24).toString('base64url');
    this.#given.set(token, clock.now() + TOKEN_SECONDS * 1000);
    return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: TOKEN_SECONDS } };
  }
}

function isSame(one: string, other: string): boolean {
  const [first, second] = [Buffer.from(one), Buffer.from(other)];
  return first.length === second.length && timingSafeEqual(first, second);
}

interface Call {
  readonly request: IncomingMessage;
  readonly routes: ReadonlyMap<string, Route>;
  readonly door: Door;
  readonly operator: DemoOperator;
}

async function answer({ request, routes, door, operator }: Call): Promise<Replied> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://demo');
  const text = await bodyOf(request);
  if (request.method === 'POST' && pathname === '/oauth/token') return door.grant(request, new URLSearchParams(text));
  if (!door.isOpenTo(request)) throw new ProductError('unauthenticated', 'a token is needed');
  const account = /^\/demo\/accounts\/(\d{1,20})$/.exec(pathname)?.[1];
  if (account !== undefined && request.method === 'GET') {
    const document = await operator.account(account);
    return document === null ? { status: 404, body: { code: 'not-found', reason: 'no such number' } } : { status: 200, body: document };
  }
  const route = routes.get(`${request.method} ${pathname}`);
  if (route === undefined) throw new ProductError('not-found', 'no such address');
  return route({ query: searchParams, body: text === '' ? null : parsedJson(text) });
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (problem) {
    throw new ProductError('bad-request', 'not JSON', problem);
  }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request) {
    const bytes = Buffer.from(piece as Uint8Array);
    size += bytes.length;
    if (size > LARGEST_BODY) throw new ProductError('too-long', 'body too large');
    pieces.push(bytes);
  }
  return Buffer.concat(pieces).toString('utf8');
}

function send(response: ServerResponse, { status, body }: Replied, ageMs: number): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', age: String(Math.floor(ageMs / 1000)) });
  response.end(JSON.stringify(body));
}
