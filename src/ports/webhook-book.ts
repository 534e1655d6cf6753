/**
 * Webhooks and what is to be told to them.
 *
 * Promises: what happened while there is a webhook is kept in the same change as what happened, and passed on once, whoever does it. A
 * delivery is kept once. A due one is claimed by one caller at a time; a caller that dies is replaced when
 * its claim ends. What was delivered is not changed any more, but may be replayed, which makes it pending again.
 */
import type { AuditEntry } from '../domain/audit.js';
import type { Happening } from '../domain/happening.js';
import type { Webhook, WebhookDelivery, WebhookOutcome } from '../domain/webhook.js';

export interface Happened {
  readonly id: string;
  readonly happening: Happening;
}

export interface PassedOn {
  readonly id: string;
  readonly deliveries: readonly WebhookDelivery[];
}

export interface WebhookBook {
  /** The entry of it is kept with it, as with `remove`. */
  save(webhook: Webhook, audit?: AuditEntry): Promise<void>;
  /** With everything that was told to it. */
  remove(id: string, audit?: AuditEntry): Promise<boolean>;
  find(id: string): Promise<Webhook | null>;
  list(): Promise<readonly Webhook[]>;

  /** Not passed on yet, roughly in order. */
  happenings(limit: number): Promise<readonly Happened[]>;
  /** Keeps what is to be delivered and is done with what happened, both or neither; what somebody else passed on or erased meanwhile is left out. */
  passOn(passed: readonly PassedOn[]): Promise<void>;
  /** Of these webhooks, oldest first; each is the caller's until `until`. */
  claimDue(which: { readonly of: readonly string[]; readonly now: number; readonly until: number; readonly limit: number }): Promise<readonly WebhookDelivery[]>;
  settle(id: string, how: { readonly state: WebhookDelivery['state']; readonly attempts: number; readonly nextAt: number; readonly outcome: WebhookOutcome }): Promise<void>;
  /** False when there is none of this webhook. */
  replay(webhookId: string, id: string, now: number): Promise<boolean>;
  /** Newest first. */
  log(webhookId: string, limit: number): Promise<readonly WebhookDelivery[]>;
  /** Forgets what was told or given up before then. */
  prune(before: number): Promise<void>;
}
