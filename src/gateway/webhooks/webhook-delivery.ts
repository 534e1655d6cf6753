/** Tells programs of the operator what happened: kept first, then sent, signed, and sent again until taken or given up. */
import { createHmac } from 'node:crypto';
import type { Conversation, ConversationState } from '../../domain/conversation.js';
import type { Fact } from '../../domain/facts.js';
import type { ConversationId } from '../../domain/ids.js';
import { RETRY_AFTER_MS, type Webhook, type WebhookDelivery } from '../../domain/webhook.js';
import type { Bus } from '../../ports/bus.js';
import type { Clock } from '../../ports/clock.js';
import type { OutboundCalls } from '../../ports/outbound-calls.js';
import type { WebhookBook } from '../../ports/webhook-book.js';
import type { Logger } from '../../telemetry/logger.js';
import { catchUp } from './webhook-catch-up.js';
import { deliveryFor, newsIn } from './webhook-events.js';

export interface WebhookDeliveryDeps {
  readonly book: WebhookBook;
  readonly calls: OutboundCalls;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly logger: Logger;
}

const LOOK_EVERY_MS = 1_000;
/** What another node changed is heard of this late at most. */
const READ_HOOKS_EVERY_MS = 5_000;
const AT_ONCE = 16;
/** Longer than a call takes; a node that died is replaced after it. */
const HELD_MS = 15_000;
const KEPT_MS = 30 * 24 * 3_600_000;
const PRUNE_EVERY_MS = 3_600_000;
const MOST_REMEMBERED = 10_000;
/** What a node that died did not keep is found by the others this late at most. */
const CATCH_UP_EVERY_MS = 300_000;
const OVERLAP_MS = 600_000;
/** Older than this is no news. */
const NEWS_MS = 24 * 3_600_000;

export class WebhookTeller {
  readonly #seen = new Set<string>();
  readonly #states = new Map<ConversationId, ConversationState>();
  #hooks: readonly Webhook[] = [];
  #hooksReadAt = -Infinity;
  #prunedAt = -Infinity;
  #caughtUpAt: number | null = null;
  #adding: Promise<void> = Promise.resolve();
  #looking: Promise<void> = Promise.resolve();
  #stopListening: () => void = () => undefined;
  #cancelLooking: () => void = () => undefined;
  #isStopped = false;

  constructor(private readonly deps: WebhookDeliveryDeps) {}

  async start(): Promise<void> {
    await this.refresh();
    this.#stopListening = this.deps.bus.subscribe((fact) => this.#heard(fact));
    this.#schedule();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#stopListening();
    this.#cancelLooking();
    await Promise.allSettled([this.#adding, this.#looking]);
  }

  /** Reads which webhooks there are; called when one was changed here. */
  async refresh(): Promise<void> {
    this.#hooksReadAt = this.deps.clock.now();
    this.#hooks = (await this.deps.book.list()).filter(({ isActive }) => isActive);
  }

  /** Every node hears of everything; the delivery's id sees to it that one is kept. */
  #heard(fact: Fact): void {
    if (this.#hooks.length === 0) return;
    const now = this.deps.clock.now();
    for (const news of newsIn(fact, this.#stateBefore(fact))) {
      for (const webhook of this.#hooks) {
        if (!webhook.events.includes(news.event)) continue;
        const delivery = deliveryFor(webhook, news, now);
        if (this.#isSeen(delivery.id)) continue;
        this.#adding = this.#adding.then(() => this.deps.book.add(delivery)).catch((error: unknown) => this.deps.logger.error({ error }, 'a webhook’s event could not be kept'));
      }
    }
  }

  #stateBefore(fact: Fact): ConversationState | undefined {
    if (fact.type !== 'conversation.changed') return undefined;
    const before = this.#states.get(fact.conversationId);
    this.#states.delete(fact.conversationId);
    this.#states.set(fact.conversationId, fact.conversation.state);
    const [oldest] = this.#states.keys();
    if (this.#states.size > MOST_REMEMBERED && oldest !== undefined) this.#states.delete(oldest);
    return before;
  }

  #isSeen(id: string): boolean {
    if (this.#seen.has(id)) return true;
    this.#seen.add(id);
    const [oldest] = this.#seen;
    if (this.#seen.size > MOST_REMEMBERED && oldest !== undefined) this.#seen.delete(oldest);
    return false;
  }

  #schedule(): void {
    this.#cancelLooking = this.deps.clock.after(LOOK_EVERY_MS, () => {
      this.#looking = this.#look()
        .catch((error: unknown) => this.deps.logger.error({ error }, 'webhooks could not be told'))
        .finally(() => {
          if (!this.#isStopped) this.#schedule();
        });
    });
  }

  async #look(): Promise<void> {
    const { book, clock } = this.deps;
    const now = clock.now();
    if (now - this.#hooksReadAt >= READ_HOOKS_EVERY_MS) await this.refresh();
    if (now - this.#prunedAt >= PRUNE_EVERY_MS) {
      this.#prunedAt = now;
      await book.prune(now - KEPT_MS);
    }
    if (this.#hooks.length === 0) return;
    if (this.#caughtUpAt === null || now - this.#caughtUpAt >= CATCH_UP_EVERY_MS) await this.#catchUp(now);
    await Promise.all((await book.claimDue({ now, until: now + HELD_MS, limit: AT_ONCE })).map((delivery) => this.#send(delivery)));
  }

  /** At the start everything since the last that was kept; later only what this node did not hear of. */
  async #catchUp(now: number): Promise<void> {
    const { book, logger } = this.deps;
    const from = this.#caughtUpAt ?? (await book.lastKeptAt()) ?? now;
    const isHeard = ({ id, state }: Conversation) => this.#states.get(id) === state;
    const found = await catchUp(book, { hooks: this.#hooks, since: Math.max(from - OVERLAP_MS, now - NEWS_MS), now, isHeard });
    this.#caughtUpAt = now;
    logger.debug({ found }, 'webhooks caught up with the record');
  }

  async #send(delivery: WebhookDelivery): Promise<void> {
    const { book, calls, clock } = this.deps;
    const begun = clock.now();
    const webhook = this.#hooks.find(({ id }) => id === delivery.webhookId);
    // Switched off meanwhile: kept for when it is switched on again.
    if (webhook === undefined) return;
    const { status, error } = await calls.post(webhook.url, delivery.body, headersFor(webhook, delivery, begun));
    const now = clock.now();
    const outcome = { at: now, status, error, tookMs: now - begun };
    const attempts = delivery.attempts + 1;
    const isTaken = status !== null && status >= 200 && status < 300;
    const retryAfter = RETRY_AFTER_MS[attempts - 1];
    if (isTaken) await book.settle(delivery.id, { state: 'delivered', attempts, nextAt: now, outcome });
    else if (retryAfter === undefined) await book.settle(delivery.id, { state: 'failed', attempts, nextAt: now, outcome });
    else await book.settle(delivery.id, { state: 'pending', attempts, nextAt: now + retryAfter, outcome });
  }
}

/** `t` is part of what is signed, so that a copy is refused when it is old. */
export function signatureOf(secret: string, timestampSeconds: number, body: string): string {
  return `t=${timestampSeconds},v1=${createHmac('sha256', secret).update(`${timestampSeconds}.${body}`).digest('hex')}`;
}

function headersFor({ secret }: Webhook, { id, event, body }: WebhookDelivery, now: number): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'Jiebang-Webhook/1',
    'jiebang-event': event,
    'jiebang-delivery': id,
    'jiebang-signature': signatureOf(secret, Math.floor(now / 1000), body),
  };
}
