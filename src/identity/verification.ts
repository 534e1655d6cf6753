/** Signing in by number and one-time code: six digits, five minutes, five tries, one a minute. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ConversationId, Msisdn } from '../domain/ids.js';
import type { Clock } from '../ports/clock.js';
import type { Ids } from '../ports/ids.js';
import type { OneTimeCodes, PendingCode, SendingLimit } from '../ports/one-time-codes.js';
import type { TextMessages } from '../ports/text-messages.js';

export const CODE_DIGITS = 6;
export const CODE_LIFE_MS = 5 * 60_000;
export const CODE_TRIES = 5;
export const RESEND_AFTER_MS = 60_000;
/** A number gets at most this many codes an hour, from however many chats they are asked for. */
export const CODES_AN_HOUR = 8;
const HOUR_MS = 3_600_000;
const SENDING: SendingLimit = { restMs: RESEND_AFTER_MS, most: CODES_AN_HOUR, withinMs: HOUR_MS };

export type CodeRequest =
  | { readonly kind: 'sent' }
  /** Where the last code counts: in this conversation, nowhere any more after too many tries, or in another one. */
  | { readonly kind: 'too-soon'; readonly waitSeconds: number; readonly counts: 'here' | 'used-up' | 'elsewhere' }
  | { readonly kind: 'too-many' }
  | { readonly kind: 'not-sent' };

export type CodeCheck =
  | { readonly kind: 'verified'; readonly msisdn: Msisdn }
  | { readonly kind: 'wrong'; readonly triesLeft: number }
  | { readonly kind: 'used-up' }
  /** No code that could still be entered was sent for this number from this conversation. */
  | { readonly kind: 'not-here' }
  | { readonly kind: 'expired' };

export class Verification {
  constructor(
    private readonly deps: { codes: OneTimeCodes; texts: TextMessages; clock: Clock; ids: Ids; secret: string },
    private readonly wordText: (code: string) => string,
  ) {}

  /** Says the same for numbers that are no subscribers, so that nobody can find out which are. */
  async request(conversation: ConversationId, msisdn: Msisdn): Promise<CodeRequest> {
    const { codes, texts, clock, ids } = this.deps;
    const now = clock.now();
    const limited = await this.#limited(conversation, msisdn, now);
    if (limited) return limited;
    const code = ids.digits(CODE_DIGITS);
    const pending: PendingCode = { key: conversation, msisdn, codeHash: this.#hash(conversation, code), sentAt: now, expiresAt: now + CODE_LIFE_MS, triesLeft: CODE_TRIES };
    // Many chats may ask for the same number in one moment.
    if (!(await codes.put(pending, SENDING))) return (await this.#limited(conversation, msisdn, now)) ?? { kind: 'too-many' };
    try {
      await texts.send(msisdn, this.wordText(code), code);
      return { kind: 'sent' };
    } catch {
      return { kind: 'not-sent' };
    }
  }

  async #limited(conversation: ConversationId, msisdn: Msisdn, now: number): Promise<CodeRequest | null> {
    const { codes } = this.deps;
    const sent = await codes.sentTo(msisdn, now - HOUR_MS);
    const last = sent[0];
    if (last !== undefined && now - last < RESEND_AFTER_MS) {
      const pending = await codes.find(conversation);
      const counts = pending?.msisdn !== msisdn ? 'elsewhere' : pending.triesLeft > 0 ? 'here' : 'used-up';
      return { kind: 'too-soon', waitSeconds: Math.ceil((RESEND_AFTER_MS - (now - last)) / 1000), counts };
    }
    return sent.length >= CODES_AN_HOUR ? { kind: 'too-many' } : null;
  }

  /** What is left until this number may be sent a further code, from whichever chat. */
  async secondsUntilNext(msisdn: Msisdn): Promise<number> {
    const now = this.deps.clock.now();
    const [last] = await this.deps.codes.sentTo(msisdn, now - RESEND_AFTER_MS);
    return last === undefined ? 0 : Math.max(0, Math.ceil((RESEND_AFTER_MS - (now - last)) / 1000));
  }

  /** The number whose code can still be entered in this conversation. */
  async awaitedFor(conversation: ConversationId): Promise<Msisdn | null> {
    const pending = await this.deps.codes.find(conversation);
    return pending !== null && pending.triesLeft > 0 && pending.expiresAt > this.deps.clock.now() ? pending.msisdn : null;
  }

  /** True while a code that went to this number can still be entered. */
  async isAwaited(conversation: ConversationId, msisdn: Msisdn): Promise<boolean> {
    return (await this.awaitedFor(conversation)) === msisdn;
  }

  /** `msisdn` is the number the form is about: a code that went to another one does not count for it. */
  async check(conversation: ConversationId, msisdn: Msisdn, code: string): Promise<CodeCheck> {
    const { codes, clock } = this.deps;
    const pending = await codes.takeTry(conversation);
    if (!pending) return (await codes.find(conversation)) ? { kind: 'used-up' } : { kind: 'not-here' };
    if (pending.msisdn !== msisdn) return { kind: 'not-here' };
    if (pending.expiresAt <= clock.now()) return { kind: 'expired' };
    const given = Buffer.from(this.#hash(conversation, code));
    if (!timingSafeEqual(given, Buffer.from(pending.codeHash))) {
      return pending.triesLeft > 0 ? { kind: 'wrong', triesLeft: pending.triesLeft } : { kind: 'used-up' };
    }
    await codes.remove(conversation);
    return { kind: 'verified', msisdn: pending.msisdn };
  }

  #hash(conversation: ConversationId, code: string): string {
    return createHmac('sha256', this.deps.secret).update(`code:${conversation}:${code}`).digest('base64url');
  }
}
