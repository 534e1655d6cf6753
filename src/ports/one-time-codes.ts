/** Pending one-time codes, one for each number and conversation; only a hash of the code is kept. */
import type { Msisdn } from '../domain/ids.js';

export interface PendingCode {
  readonly key: string;
  readonly msisdn: Msisdn;
  readonly codeHash: string;
  readonly sentAt: number;
  readonly expiresAt: number;
  readonly triesLeft: number;
}

/** To one number, from however many chats and nodes. */
export interface SendingLimit {
  readonly restMs: number;
  readonly most: number;
  readonly withinMs: number;
}

export interface OneTimeCodes {
  /** False when the limit is reached: of several put at once it lets through no more than of several one after the other. */
  put(code: PendingCode, limit?: SendingLimit): Promise<boolean>;
  find(key: string): Promise<PendingCode | null>;
  /** Takes one try atomically; null when none is left or the code is gone. */
  takeTry(key: string): Promise<PendingCode | null>;
  remove(key: string): Promise<void>;
  /** When codes were last sent to this number, newest first, at or after `since`: the limit counts numbers, not chats. */
  sentTo(msisdn: Msisdn, since: number): Promise<readonly number[]>;
}
