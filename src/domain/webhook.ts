/** What programs of the operator are told, where, and how the telling went. */
import type { CaseId, ConversationId } from './ids.js';

export const WEBHOOK_EVENTS = ['conversation.started', 'conversation.closed', 'handoff.queued', 'handoff.accepted', 'handoff.left', 'handoff.released', 'rating.given', 'case.changed'] as const;
export type WebhookEvent = (typeof WEBHOOK_EVENTS)[number];

export interface Webhook {
  readonly id: string;
  readonly url: string;
  readonly events: readonly WebhookEvent[];
  /** Numbers are masked unless this is set. */
  readonly withNumbers: boolean;
  readonly isActive: boolean;
  /** Signs what is sent; shown once, when it is made. */
  readonly secret: string;
  readonly createdAt: number;
}

export interface WebhookOutcome {
  readonly at: number;
  /** Null when nobody answered. */
  readonly status: number | null;
  readonly error: string | null;
  readonly tookMs: number;
}

/** `id` names the event and the webhook, so that one event is told once to each, whichever nodes saw it. */
export interface WebhookDelivery {
  readonly id: string;
  readonly webhookId: string;
  readonly event: WebhookEvent;
  /** Whom it tells of: it goes when they do. */
  readonly about: { readonly conversationId: ConversationId | null; readonly caseId: CaseId | null };
  readonly createdAt: number;
  /** The body as it is sent, to the letter. */
  readonly body: string;
  readonly state: 'pending' | 'delivered' | 'failed';
  readonly attempts: number;
  readonly nextAt: number;
  readonly outcome: WebhookOutcome | null;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
/** After each failure; when all are used up the delivery has failed, and may be replayed by hand. */
export const RETRY_AFTER_MS = [10 * SECOND, MINUTE, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 6 * HOUR, 12 * HOUR, 24 * HOUR] as const;
