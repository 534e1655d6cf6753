/** What a browser carries for us for a few minutes without being able to read or change it. */
import { createHash } from 'node:crypto';
import { EncryptJWT, jwtDecrypt } from 'jose';
import type { JWTPayload } from 'jose';

export class SealedCookie {
  readonly #key: Uint8Array;

  /** `purpose` keeps what was sealed for one thing from opening another. */
  constructor(
    secret: string,
    private readonly purpose: string,
    private readonly seconds: number,
  ) {
    this.#key = createHash('sha256').update(`${purpose}:${secret}`).digest();
  }

  seal(payload: JWTPayload, now: number): Promise<string> {
    const at = Math.floor(now / 1000);
    const sealed = new EncryptJWT(payload).setProtectedHeader({ alg: 'dir', enc: 'A256GCM' }).setAudience(this.purpose);
    return sealed.setIssuedAt(at).setExpirationTime(at + this.seconds).encrypt(this.#key);
  }

  /** Null for what is not ours, was changed or has lapsed. */
  async open(sealed: string | null, now: number): Promise<JWTPayload | null> {
    if (sealed === null) return null;
    try {
      const { payload } = await jwtDecrypt(sealed, this.#key, { audience: this.purpose, currentDate: new Date(now) });
      return payload;
    } catch {
      return null;
    }
  }
}
