/** The only way back into an earlier conversation: its id, sealed with the server's secret. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { conversationId } from '../domain/ids.js';
import type { ConversationId } from '../domain/ids.js';

const ID = /^[0-9A-Za-z]{10,40}$/;

export class ResumeTokens {
  readonly #secret: string;

  /** `secret`: at least 32 bytes of randomness, kept by the server. */
  constructor(secret: string) {
    this.#secret = secret;
  }

  issue(id: ConversationId): string {
    return `${id}.${this.#seal(id)}`;
  }

  /** Null for anything this server did not issue. */
  open(token: string): ConversationId | null {
    const [id, seal, ...rest] = token.split('.');
    if (id === undefined || seal === undefined || rest.length > 0 || !ID.test(id)) return null;
    const expected = Buffer.from(this.#seal(id));
    const given = Buffer.from(seal);
    return given.length === expected.length && timingSafeEqual(given, expected) ? conversationId(id) : null;
  }

  #seal(id: string): string {
    return createHmac('sha256', this.#secret).update('resume:').update(id).digest('base64url');
  }
}
