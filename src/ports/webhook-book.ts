/**
 * Webhooks and what is to be told to them.
 *
 * Promises: a delivery is kept once, whoever adds it. A due one is claimed by one caller at a time; a caller that dies is replaced when
 * its claim ends. What was delivered is not changed any more, but may be replayed, which makes it pending again.
 */
import type { Conversation } from '../domain/conversation.js';
import type { ConversationId } from '../domain/ids.js';
import type { Webhook, WebhookDelivery, WebhookEvent, WebhookOutcome } from '../domain/webhook.js';

export interface WebhookBook {
  save(webhook: Webhook): Promise<void>;
  /** With everything that was told to it. */
  remove(id: string): Promise<boolean>;
  find(id: string): Promise<Webhook | null>;
  list(): Promise<readonly Webhook[]>;

  add(delivery: WebhookDelivery): Promise<void>;
  /** Oldest first; each is the caller's until `until`. */
  claimDue(when: { readonly now: number; readonly until: number; readonly limit: number }): Promise<readonly WebhookDelivery[]>;
  settle(id: string, how: { readonly state: WebhookDelivery['state']; readonly attempts: number; readonly nextAt: number; readonly outcome: WebhookOutcome }): Promise<void>;
  /** False when there is none of this webhook. */
  replay(webhookId: string, id: string, now: number): Promise<boolean>;
  /** Newest first. */
  log(webhookId: string, limit: number): Promise<readonly WebhookDelivery[]>;
  /** Conversations that changed since then, by id, after `after`: what programs should have been told of. */
  changedSince(since: number, after: ConversationId | null, limit: number): Promise<readonly Conversation[]>;
  /** The newest step of a handoff of this conversation that was kept for this webhook. */
  lastHandoffTold(webhookId: string, conversationId: ConversationId): Promise<WebhookEvent | null>;
  /** When something was kept last, of whatever webhook. */
  lastKeptAt(): Promise<number | null>;
  /** Forgets what was told or given up before then. */
  prune(before: number): Promise<void>;
}
