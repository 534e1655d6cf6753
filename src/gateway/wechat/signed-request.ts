/** A request of WeChat's platforms: its parameters once and as text, its time and its signature, before anything else is looked at. */
import type { Request, RequestHandler } from 'express';
import { refuse } from '../../domain/errors.js';
import type { ErrorCode } from '../../domain/errors.js';
import type { Clock } from '../../ports/clock.js';
import { sendProblem } from '../http/problem.js';

export interface PlatformQuery {
  readonly signature: string;
  readonly timestamp: string;
  readonly nonce: string;
  readonly echostr: string;
  readonly msgSignature: string;
}

/** A push older than this is somebody playing back what they overheard. */
const WINDOW_MS = 5 * 60_000;
const MAX_ECHO = 1024;

/** Answers with text, or with a coded problem. */
export type PlatformReply = string | ErrorCode;
const PROBLEMS: ReadonlySet<string> = new Set<ErrorCode>(['bad-request', 'forbidden', 'unavailable']);

export interface SignedBy {
  /** Which signature the platform always sends. */
  readonly by: 'signature' | 'msgSignature';
  readonly clock: Clock;
  isFromPlatform(query: PlatformQuery): boolean;
}

export function signed({ by, clock, isFromPlatform }: SignedBy, handle: (request: Request, query: PlatformQuery) => Promise<PlatformReply>): RequestHandler {
  return async (request, response) => {
    const query = queryOf(request);
    const isWhole = query !== null && query[by] !== '' && query.timestamp !== '' && query.nonce !== '';
    const answer = !isWhole ? 'bad-request' : !isFresh(query, clock) || !isFromPlatform(query) ? 'forbidden' : await handle(request, query);
    if (PROBLEMS.has(answer)) sendProblem(request, response, refuse(answer as ErrorCode));
    else response.type('text/plain').send(answer);
  };
}

/** Each parameter once and as text; anything else is nobody we know. */
function queryOf(request: Request): PlatformQuery | null {
  const params = new URL(request.originalUrl, 'http://door').searchParams;
  const names = [...params.keys()];
  if (new Set(names).size !== names.length || names.some((name) => /[[\]]/.test(name))) return null;
  const of = (name: string): string => params.get(name) ?? '';
  return { signature: of('signature'), timestamp: of('timestamp'), nonce: of('nonce'), echostr: of('echostr').slice(0, MAX_ECHO), msgSignature: of('msg_signature') };
}

function isFresh({ timestamp }: PlatformQuery, clock: Clock): boolean {
  return /^\d{1,12}$/.test(timestamp) && Math.abs(clock.now() - Number(timestamp) * 1000) <= WINDOW_MS;
}
