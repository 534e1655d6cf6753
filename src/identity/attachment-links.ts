/** Links that open one attachment for a few minutes: for images and downloads, which carry no header. */
import { createHmac, timingSafeEqual } from 'node:crypto';

export const LINK_MS = 5 * 60_000;
const QUERY = /^(\d{1,16})\.([A-Za-z0-9_-]{43})$/;

export class AttachmentLinks {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  /** What stands after `?pass=`. */
  issue(id: string, now: number): { readonly pass: string; readonly expiresAt: number } {
    const expiresAt = now + LINK_MS;
    return { pass: `${expiresAt}.${this.#seal(id, expiresAt)}`, expiresAt };
  }

  opens(id: string, pass: string, now: number): boolean {
    const [, until = '', seal = ''] = QUERY.exec(pass) ?? [];
    const expiresAt = Number(until);
    if (seal === '' || expiresAt <= now || expiresAt > now + LINK_MS) return false;
    return timingSafeEqual(Buffer.from(seal), Buffer.from(this.#seal(id, expiresAt)));
  }

  #seal(id: string, expiresAt: number): string {
    return createHmac('sha256', this.#secret).update(`attachment:${id}:${expiresAt}`).digest('base64url');
  }
}
