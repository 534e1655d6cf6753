/** Links that open one attachment for a few minutes. */
import { ExpiringLinks } from './expiring-links.js';

export const LINK_MS = 5 * 60_000;

export class AttachmentLinks {
  readonly #links: ExpiringLinks;

  constructor(secret: string) {
    this.#links = new ExpiringLinks(secret, { purpose: 'attachment', lifeMs: LINK_MS });
  }

  /** What stands after `?pass=`. */
  issue(id: string, now: number): { readonly pass: string; readonly expiresAt: number } {
    return this.#links.issue(id, now);
  }

  opens(id: string, pass: string, now: number): boolean {
    return this.#links.opens(id, pass, now);
  }
}
