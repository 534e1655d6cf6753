/** What a call to the operator's systems carries to be let in: nothing, a fixed token, or one fetched with client credentials and kept until shortly before its end. */
import { z } from 'zod';
import { ProductError } from '../../../domain/errors.js';
import type { Clock } from '../../../ports/clock.js';

export interface ClientCredentials {
  readonly tokenUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scope: string | null;
}

export interface Access {
  /** Value of the header, or null. */
  authorization(): Promise<string | null>;
  /** The last one was refused; answers whether another can be had. */
  refused(): boolean;
}

const granted = z.looseObject({ access_token: z.string().min(1), expires_in: z.coerce.number().positive().default(300) });
/** A token is renewed this long before its end, so that none ends on the way. */
const EARLY_MS = 30_000;
const TIMEOUT_MS = 3_000;

export const fixedAccess = (token: string | null): Access => ({
  authorization: () => Promise.resolve(token === null ? null : `Bearer ${token}`),
  refused: () => false,
});

export function clientCredentialsAccess(credentials: ClientCredentials, clock: Clock): Access {
  let kept: { readonly header: string; readonly until: number } | null = null;
  /** Whoever asks while one is being fetched waits for that one. */
  let fetching: Promise<string> | null = null;
  const fetched = async (): Promise<string> => {
    const { header, seconds } = await fetchToken(credentials);
    kept = { header, until: clock.now() + Math.max(seconds * 1000 - EARLY_MS, (seconds * 1000) / 2) };
    return header;
  };
  return {
    authorization() {
      if (kept !== null && clock.now() < kept.until) return Promise.resolve(kept.header);
      fetching ??= fetched().finally(() => {
        fetching = null;
      });
      return fetching;
    },
    refused() {
      kept = null;
      return true;
    },
  };
}

/** RFC 6749, 4.4, the secret in the header as section 2.3.1 asks of every server. */
async function fetchToken({ tokenUrl, clientId, clientSecret, scope }: ClientCredentials): Promise<{ header: string; seconds: number }> {
  const basic = Buffer.from(`${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`).toString('base64');
  try {
    const response = await fetch(tokenUrl, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...(scope === null ? {} : { scope }) }).toString(),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      redirect: 'error',
    });
    if (!response.ok) throw new RangeError(`status ${response.status}`);
    const { access_token: token, expires_in: seconds } = granted.parse(await response.json());
    return { header: `Bearer ${token}`, seconds };
  } catch (problem) {
    throw new ProductError('unavailable', 'no access token for the business system', problem);
  }
}
