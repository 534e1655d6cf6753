/** Links that open one thing for a few minutes: for images and downloads, which carry no header. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { COPY_OPEN_MS } from '../domain/message.js';

const QUERY = /^(\d{1,16})\.([A-Za-z0-9_-]{43})$/;

export interface LinkKind {
  /** What they open: a link for one kind of thing is none for another. */
  readonly purpose: 'attachment' | 'attachment-day' | 'personal-copy';
  readonly lifeMs: number;
}

export const COPY_LINKS: LinkKind = { purpose: 'personal-copy', lifeMs: COPY_OPEN_MS };

export class ExpiringLinks {
  constructor(
    private readonly secret: string,
    private readonly kind: LinkKind,
  ) {}

  /** What stands after `?pass=`. */
  issue(id: string, now: number): { readonly pass: string; readonly expiresAt: number } {
    const expiresAt = now + this.kind.lifeMs;
    return { pass: this.passUntil(id, expiresAt), expiresAt };
  }

  /** The same pass however often it is asked for. */
  passUntil(id: string, expiresAt: number): string {
    return `${expiresAt}.${this.#seal(id, expiresAt)}`;
  }

  opens(id: string, pass: string, now: number): boolean {
    const [, until = '', seal = ''] = QUERY.exec(pass) ?? [];
    const expiresAt = Number(until);
    if (seal === '' || expiresAt <= now || expiresAt > now + this.kind.lifeMs) return false;
    return timingSafeEqual(Buffer.from(seal), Buffer.from(this.#seal(id, expiresAt)));
  }

  #seal(id: string, expiresAt: number): string {
    return createHmac('sha256', this.secret).update(`${this.kind.purpose}:${id}:${expiresAt}`).digest('base64url');
  }
}
