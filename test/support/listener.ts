/** Somebody else's server: takes what is posted to it, and answers as told. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
}

export interface Listener {
  /** `127.0.0.1:1234` */
  readonly host: string;
  readonly url: string;
  readonly received: readonly Received[];
  /** Status of every answer from now on. */
  answer(status: number): void;
  /** Resolves with the first that fits, already there or to come. */
  next(fits: (one: Received) => boolean, withinMs?: number): Promise<Received>;
  close(): Promise<void>;
}

export async function startListener(): Promise<Listener> {
  const received: Received[] = [];
  let status = 200;
  const waiting = new Set<() => void>();
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (piece) => (text += String(piece)));
    request.on('end', () => {
      received.push({ path: request.url ?? '', headers: request.headers, text });
      response.writeHead(status).end();
      for (const look of waiting) look();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    url: `http://${host}`,
    received,
    answer: (next) => void (status = next),
    next: (fits, withinMs = 40_000) =>
      new Promise((resolve, reject) => {
        const timer = setTimeout(() => done(null), withinMs);
        const done = (one: Received | null) => {
          clearTimeout(timer);
          waiting.delete(look);
          if (one) resolve(one);
          else reject(new Error(`nothing that fits within ${withinMs} ms among ${received.length} received`));
        };
        const look = () => {
          const found = received.find(fits);
          if (found) done(found);
        };
        waiting.add(look);
        look();
      }),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
