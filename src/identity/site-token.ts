/** Checks the token with which the operator's own site vouches for a subscriber. */
import { createRemoteJWKSet, jwtVerify, SignJWT } from 'jose';
import type { JWTVerifyGetKey } from 'jose';
import { parseMsisdn } from '../domain/ids.js';
import type { Msisdn } from '../domain/ids.js';

export interface SiteTokenSettings {
  /** HS256 secret, or null when `jwksUrl` is set. */
  readonly secret: string | null;
  /** Where the site publishes its RS256/ES256 keys. */
  readonly jwksUrl: string | null;
  /** Checked when set. */
  readonly audience: string | null;
}

export class SiteTokens {
  readonly #key: Uint8Array | null;
  readonly #keys: JWTVerifyGetKey | null;

  constructor(private readonly settings: SiteTokenSettings) {
    this.#key = settings.secret === null ? null : new TextEncoder().encode(settings.secret);
    this.#keys = settings.jwksUrl === null ? null : createRemoteJWKSet(new URL(settings.jwksUrl), { timeoutDuration: 3000 });
  }

  /** The number the site vouches for; null for a forged, expired, unsigned or incomplete token. `now` in epoch ms. */
  async verify(token: string, now: number): Promise<Msisdn | null> {
    const options = {
      currentDate: new Date(now),
      requiredClaims: ['sub', 'exp'],
      clockTolerance: 5,
      ...(this.settings.audience === null ? {} : { audience: this.settings.audience }),
    };
    try {
      const { payload } = this.#keys
        ? await jwtVerify(token, this.#keys, { ...options, algorithms: ['RS256', 'ES256'] })
        : await jwtVerify(token, this.#secretKey(), { ...options, algorithms: ['HS256'] });
      return parseMsisdn(String(payload.sub));
    } catch {
      return null;
    }
  }

  /** Signs as the operator's site would; only the demo and its tests use this. */
  async sign(msisdn: Msisdn, now: number, lifeSeconds: number): Promise<string> {
    const issuedAt = Math.floor(now / 1000);
    const jwt = new SignJWT({ sub: msisdn }).setProtectedHeader({ alg: 'HS256' }).setIssuedAt(issuedAt).setExpirationTime(issuedAt + lifeSeconds);
    if (this.settings.audience !== null) jwt.setAudience(this.settings.audience);
    return jwt.sign(this.#secretKey());
  }

  #secretKey(): Uint8Array {
    if (this.#key === null || this.#key.length === 0) throw new Error('no secret for site tokens is configured');
    return this.#key;
  }
}
