/** Tokens of Direct Line: each opens one conversation for half an hour and may be exchanged for a new one before it runs out. */
import { jwtVerify, SignJWT } from 'jose';
import { conversationId } from '../domain/ids.js';
import type { ConversationId } from '../domain/ids.js';
import type { Locale } from '../domain/locale.js';

export const DIRECT_LINE_TOKEN_SECONDS = 1800;
const AUDIENCE = 'direct-line';
const ID = /^[0-9A-Za-z]{10,40}$/;

export interface DirectLineGrant {
  readonly conversationId: ConversationId;
  /** Who speaks: the page's client takes it from the token, so that nobody speaks as somebody else. */
  readonly user: string;
  readonly locale: Locale | null;
}

export class DirectLineTokens {
  readonly #key: Uint8Array;

  /** `secret`: at least 32 bytes of randomness, kept by the server. */
  constructor(secret: string) {
    this.#key = new TextEncoder().encode(secret);
  }

  issue({ conversationId: id, user, locale }: DirectLineGrant, now: number): Promise<string> {
    const issuedAt = Math.floor(now / 1000);
    const jwt = new SignJWT({ user, ...(locale === null ? {} : { locale }) }).setProtectedHeader({ alg: 'HS256' }).setSubject(id).setAudience(AUDIENCE);
    return jwt.setIssuedAt(issuedAt).setExpirationTime(issuedAt + DIRECT_LINE_TOKEN_SECONDS).sign(this.#key);
  }

  /** Null for a forged, expired or foreign token. `now` in epoch ms. */
  async open(token: string, now: number): Promise<DirectLineGrant | null> {
    try {
      const { payload } = await jwtVerify(token, this.#key, { audience: AUDIENCE, algorithms: ['HS256'], requiredClaims: ['sub', 'exp'], currentDate: new Date(now) });
      const { sub = '', user, locale } = payload;
      if (!ID.test(sub) || typeof user !== 'string') return null;
      return { conversationId: conversationId(sub), user, locale: locale === 'en' || locale === 'zh-CN' ? locale : null };
    } catch {
      return null;
    }
  }
}
