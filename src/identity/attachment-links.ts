/** Links that open one attachment: for a few minutes on our pages, for a day on channels that keep what they were told. */
import { ExpiringLinks } from './expiring-links.js';

export const LINK_MS = 5 * 60_000;
const DAY_MS = 24 * 3_600_000;

export class AttachmentLinks {
  readonly #links: ExpiringLinks;
  readonly #forDay: ExpiringLinks;

  constructor(secret: string) {
    this.#links = new ExpiringLinks(secret, { purpose: 'attachment', lifeMs: LINK_MS });
    this.#forDay = new ExpiringLinks(secret, { purpose: 'attachment-day', lifeMs: DAY_MS });
  }

  /** What stands after `?pass=`. */
  issue(id: string, now: number): { readonly pass: string; readonly expiresAt: number } {
    return this.#links.issue(id, now);
  }

  issueForDay(id: string, now: number): { readonly pass: string; readonly expiresAt: number } {
    return this.#forDay.issue(id, now);
  }

  opens(id: string, pass: string, now: number): boolean {
    return this.#links.opens(id, pass, now) || this.#forDay.opens(id, pass, now);
  }
}
