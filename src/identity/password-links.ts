/** Links with which staff choose a password, for an invitation or after forgetting it: good for two days, and for one use. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export const PASSWORD_LINK_MS = 48 * 3_600_000;
const TOKEN = /^([A-Za-z0-9_-]{1,64})\.(\d{1,16})\.([A-Za-z0-9_-]{43})$/;

export interface PasswordHolder {
  readonly staffId: string;
  /** Null until a password was chosen for the first time. */
  readonly passwordHash: string | null;
}

export class PasswordLinks {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** The seal covers the password that is there: choosing a new one ends this link and every other. */
  issue(holder: PasswordHolder, now: number): { readonly token: string; readonly expiresAt: number } {
    const expiresAt = now + PASSWORD_LINK_MS;
    return { token: `${holder.staffId}.${expiresAt}.${this.#seal(holder, expiresAt)}`, expiresAt };
  }

  /** For whom it claims to be; believed only after `opens`. */
  staffIdOf(token: string): string | null {
    return TOKEN.exec(token)?.[1] ?? null;
  }

  opens(holder: PasswordHolder, token: string, now: number): boolean {
    const [, id = '', until = '', seal = ''] = TOKEN.exec(token) ?? [];
    const expiresAt = Number(until);
    if (seal === '' || id !== holder.staffId || expiresAt <= now || expiresAt > now + PASSWORD_LINK_MS) return false;
    return timingSafeEqual(Buffer.from(seal), Buffer.from(this.#seal(holder, expiresAt)));
  }

  #seal({ staffId, passwordHash }: PasswordHolder, expiresAt: number): string {
    return createHmac('sha256', this.#secret).update(`password:${staffId}:${expiresAt}:${passwordHash ?? ''}`).digest('base64url');
  }
}
