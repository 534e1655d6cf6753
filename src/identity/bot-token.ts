/** Checks the token with which the Bot Framework's channels prove who they are. */
import { createRemoteJWKSet, errors, jwtVerify } from 'jose';
import { ProductError } from '../domain/errors.js';

export interface BotTokenSettings {
  /** Our own id at the Bot Framework: whom a token must be meant for. */
  readonly appId: string;
  /** Where issuer and keys are published, e.g. `https://login.botframework.com/v1/.well-known/openidconfiguration`. */
  readonly metadataUrl: string;
}

export interface ChannelProof {
  /** Where answers may be sent by this token. */
  readonly serviceUrl: string | null;
  /** The channels that the signing key speaks for; null when the key does not say. */
  readonly channels: readonly string[] | null;
}

interface Issuer {
  readonly name: string;
  readonly keys: ReturnType<typeof createRemoteJWKSet>;
  readonly readAt: number;
}

const DAY_MS = 86_400_000;
const TIMEOUT_MS = 3_000;
/** The tolerance that the Bot Framework itself prescribes. */
const TOLERANCE_SECONDS = 300;
/** Of jose: the keys could not be fetched, which says nothing of the token. */
const NO_KEYS = new Set(['ERR_JWKS_TIMEOUT', 'ERR_JOSE_GENERIC', 'ERR_JWKS_INVALID']);

export class BotTokens {
  #issuer: Issuer | null = null;

  constructor(private readonly settings: BotTokenSettings) {}

  /** Null for a forged, expired, foreign or incomplete token. Throws `unavailable` when the keys cannot be had. `now` in epoch ms. */
  async verify(token: string, now: number): Promise<ChannelProof | null> {
    const { name, keys } = await this.#issuerAt(now);
    try {
      const { payload, protectedHeader } = await jwtVerify(token, keys, {
        issuer: name,
        audience: this.settings.appId,
        algorithms: ['RS256'],
        requiredClaims: ['exp', 'iss', 'aud'],
        clockTolerance: TOLERANCE_SECONDS,
        currentDate: new Date(now),
      });
      const serviceUrl = payload['serviceurl'] ?? payload['serviceUrl'];
      const key: object = keys.jwks()?.keys.find(({ kid }) => kid === protectedHeader.kid) ?? {};
      const said: unknown = 'endorsements' in key ? key.endorsements : null;
      const channels = Array.isArray(said) ? said.filter((one): one is string => typeof one === 'string') : null;
      return { serviceUrl: typeof serviceUrl === 'string' ? serviceUrl : null, channels };
    } catch (error) {
      if (error instanceof errors.JOSEError && !NO_KEYS.has(error.code)) return null;
      // Malformed beyond what jose names, such as an empty token.
      if (error instanceof TypeError && !('cause' in error)) return null;
      throw new ProductError('unavailable', 'the keys of the Bot Framework could not be read', error);
    }
  }

  async #issuerAt(now: number): Promise<Issuer> {
    if (this.#issuer && now - this.#issuer.readAt < DAY_MS) return this.#issuer;
    try {
      const response = await fetch(this.settings.metadataUrl, { redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
      const document = (await response.json()) as Record<string, unknown>;
      const { issuer, jwks_uri: keysUrl } = document;
      if (!response.ok || typeof issuer !== 'string' || typeof keysUrl !== 'string') throw new Error(`answered ${response.status}`);
      this.#issuer = { name: issuer, keys: createRemoteJWKSet(new URL(keysUrl), { timeoutDuration: TIMEOUT_MS, cacheMaxAge: DAY_MS }), readAt: now };
      return this.#issuer;
    } catch (error) {
      // Yesterday's keys are better than none.
      if (this.#issuer) return this.#issuer;
      throw new ProductError('unavailable', 'the Bot Framework\u2019s metadata could not be read', error);
    }
  }
}
