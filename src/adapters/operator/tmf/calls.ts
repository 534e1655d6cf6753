/**
 * Calls to the operator's systems: 3 seconds for each, one more try where a read was not answered, and a breaker, so that a system
 * that is down costs nobody 3 seconds a message. Every trouble is `ProductError('unavailable')`.
 */
import { bulkhead, circuitBreaker, ConsecutiveBreaker, handleWhen, retry, ConstantBackoff, wrap } from 'cockatiel';
import { ProductError } from '../../../domain/errors.js';
import type { Access } from './access.js';
import { malformed } from './amounts.js';

export interface Answer {
  readonly status: number;
  readonly body: unknown;
  /** How long before answering the system read what it says, by the header `Age`; 0 where it does not say. */
  readonly ageMs: number;
}

export interface CallSettings {
  readonly url: string;
  readonly access: Access;
  readonly timeoutMs?: number;
}

export interface Sent {
  readonly method: 'GET' | 'POST';
  /** With its query. */
  readonly path: string;
  readonly body?: unknown;
}

export type Calls = (sent: Sent) => Promise<Answer>;

const TIMEOUT_MS = 3_000;
const FAILURES_TO_OPEN = 5;
const OPEN_MS = 2_000;
const RETRY_AFTER_MS = 100;
const AT_ONCE = 64;
const WAITING = 512;
const LARGEST_ANSWER = 4 * 1024 * 1024;
/** The system is there, but cannot just now. */
const PASSING = new Set([429, 502, 503, 504]);

/** Not even reached, or turned away for the moment: a read may be asked again. A time limit that ran out may not: nobody waits twice. */
class Unreached extends Error {}

export function callsTo({ url, access, timeoutMs = TIMEOUT_MS }: CallSettings): Calls {
  const base = url.replace(/\/+$/, '');
  const breaker = circuitBreaker(handleWhen(() => true), { halfOpenAfter: OPEN_MS, breaker: new ConsecutiveBreaker(FAILURES_TO_OPEN) });
  const crowd = bulkhead(AT_ONCE, WAITING);
  const again = retry(handleWhen((error) => error instanceof Unreached), { maxAttempts: 1, backoff: new ConstantBackoff(RETRY_AFTER_MS) });
  const once = wrap(crowd, breaker);
  const read = wrap(again, once);

  const attempt = async (sent: Sent, signal: AbortSignal): Promise<Answer> => {
    const authorization = await access.authorization();
    const response = await reached(() => fetch(`${base}${sent.path}`, requestOf(sent, authorization, signal)));
    if (response.status === 401 && authorization !== null && access.refused()) {
      return answerOf(await reached(async () => fetch(`${base}${sent.path}`, requestOf(sent, await access.authorization(), signal))));
    }
    return answerOf(response);
  };
  return async (sent) => {
    const signal = AbortSignal.timeout(timeoutMs);
    try {
      return await (sent.method === 'GET' ? read : once).execute(() => attempt(sent, signal));
    } catch (problem) {
      if (problem instanceof ProductError) throw problem;
      throw new ProductError('unavailable', 'the business system did not answer', problem);
    }
  };
}

function requestOf({ method, body }: Sent, authorization: string | null, signal: AbortSignal): RequestInit {
  return {
    method,
    headers: {
      accept: 'application/json',
      ...(authorization === null ? {} : { authorization }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    signal,
    redirect: 'error',
  };
}

async function reached(send: () => Promise<Response>): Promise<Response> {
  try {
    return await send();
  } catch (problem) {
    if (problem instanceof ProductError || (problem instanceof Error && problem.name === 'TimeoutError')) throw problem;
    throw new Unreached('not reached', { cause: problem });
  }
}

async function answerOf(response: Response): Promise<Answer> {
  if (PASSING.has(response.status)) throw new Unreached(`status ${response.status}`);
  if (response.status >= 500 || response.status === 401 || response.status === 403) throw malformed(`status ${response.status}`);
  const text = await bodyOf(response);
  const age = Number(response.headers.get('age') ?? 0);
  const told = { status: response.status, ageMs: Number.isFinite(age) && age > 0 ? age * 1000 : 0 };
  try {
    return { ...told, body: text === '' ? null : (JSON.parse(text) as unknown) };
  } catch {
    // Error pages of what stands in front of a system are no JSON, and their status says enough.
    if (response.status >= 400) return { ...told, body: null };
    throw malformed('something that is not JSON');
  }
}

async function bodyOf(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const piece of response.body ?? []) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > LARGEST_ANSWER) throw malformed('more than 4 MiB');
  }
  return text + decoder.decode();
}
