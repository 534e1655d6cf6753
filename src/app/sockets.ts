/** The Socket.IO server: limits on what a frame may hold, and whose pages may connect. */
import type { IncomingMessage, Server as HttpServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { Server } from 'socket.io';
import { Decoder } from 'socket.io-parser';
import { gatherWrites } from './gathered-writes.js';
import { PlainEncoder } from './plain-encoder.js';

/** Above the longest message by far: what is merely too long still gets a coded answer instead of a cut line. */
const MAX_FRAME_BYTES = 512 * 1024;
const PING_EVERY_MS = 20_000;
const PING_TIMEOUT_MS = 10_000;
const LOOK_EVERY_MS = 20;

export function createSocketServer(http: HttpServer, allowedOrigins: readonly string[]): Server {
  const isAllowed = ({ headers: { origin, host } }: Pick<IncomingMessage, 'headers'>): boolean => origin === undefined || isSameHost(origin, host) || allowedOrigins.includes(origin);
  const io = new Server(http, {
    maxHttpBufferSize: MAX_FRAME_BYTES,
    pingInterval: PING_EVERY_MS,
    pingTimeout: PING_TIMEOUT_MS,
    // Compression costs tens of KiB for each idle page and saves little on short messages.
    perMessageDeflate: false,
    httpCompression: false,
    serveClient: false,
    parser: { Encoder: PlainEncoder, Decoder },
    // A page that is turned away may read that it is: a browser shows it nothing else than a server that is not there.
    cors: (request, decide) => decide(null, { origin: isAllowed(request) ? [...allowedOrigins] : true, credentials: false }),
    allowRequest: (request, decide) => decide('the origin is not in ALLOWED_ORIGINS', isAllowed(request)),
  });
  gatherWrites(io);
  return io;
}

/** Connections that were told to go still take what was said last; whoever does not within a moment is cut off. */
export async function allGone(io: Server, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs;
  while (io.engine.clientsCount > 0 && performance.now() < end) await setTimeout(LOOK_EVERY_MS);
}

/** What is being answered may come to its end. A connection on which nothing was asked, as browsers keep one ready, counts as busy, and is cut off. */
export async function closeConnections(io: Server, http: HttpServer, withinMs: number): Promise<void> {
  const closing = io.close();
  await Promise.race([closing, setTimeout(withinMs, undefined, { ref: false })]);
  http.closeAllConnections();
  await closing;
}

function isSameHost(origin: string, host: string | undefined): boolean {
  return URL.canParse(origin) && new URL(origin).host === host;
}
