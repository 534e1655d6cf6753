/**
 * Text messages through the operator's own gateway: `POST SMS_URL` with `{ "id", "to", "text", "code" }`, a bearer token where one is set.
 * Any 2xx means that it was taken. Asked once more when nobody answered; the same `id` lets the gateway tell the two apart.
 */
import { randomUUID } from 'node:crypto';
import { ProductError } from '../../domain/errors.js';
import type { TextMessages } from '../../ports/text-messages.js';

export interface TextGateway {
  readonly url: string;
  readonly token: string | null;
  readonly timeoutMs?: number;
}

const TIMEOUT_MS = 4_000;
const TRIES = 2;

export function httpTextMessages({ url, token, timeoutMs = TIMEOUT_MS }: TextGateway): TextMessages {
  const headers = { 'content-type': 'application/json', accept: 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) };
  return {
    async send(to, text, code) {
      const id = randomUUID();
      const body = JSON.stringify({ id, to, text, code });
      for (let tries = 1; ; tries += 1) {
        const status = await statusOf(url, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
        if (status !== null && status >= 200 && status < 300) return;
        // A gateway that says no has said so; only silence and its own trouble are worth a second try.
        if (tries === TRIES || (status !== null && status < 500 && status !== 429)) throw new ProductError('unavailable', `the text message was not taken (${status ?? 'no answer'})`);
      }
    },
  };
}

async function statusOf(url: string, request: RequestInit): Promise<number | null> {
  try {
    const response = await fetch(url, request);
    await response.body?.cancel();
    return response.status;
  } catch {
    return null;
  }
}
