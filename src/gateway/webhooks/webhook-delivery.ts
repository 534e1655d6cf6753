/** Tells programs of the operator what happened: kept first, then sent, signed, and sent again until taken or given up. */
import { createHmac } from 'node:crypto';
import { RETRY_AFTER_MS, type Webhook, type WebhookDelivery } from '../../domain/webhook.js';
import type { Clock } from '../../ports/clock.js';
import type { OutboundCalls } from '../../ports/outbound-calls.js';
import type { WebhookBook } from '../../ports/webhook-book.js';
import type { Logger } from '../../telemetry/logger.js';
import { deliveriesOf } from './webhook-events.js';

export interface WebhookDeliveryDeps {
  readonly book: WebhookBook;
  readonly calls: OutboundCalls;
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
const PASSED_AT_ONCE = 100;

export class WebhookTeller {
  #hooks: readonly Webhook[] = [];
  #hooksReadAt = -Infinity;
  #prunedAt = -Infinity;
  #looking: Promise<void> = Promise.resolve();
  #cancelLooking: () => void = () => undefined;
  #isStopped = false;

  constructor(private readonly deps: WebhookDeliveryDeps) {}

  async start(): Promise<void> {
    await this.refresh();
    this.#schedule();
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#cancelLooking();
    await this.#looking;
  }

  /** Reads which webhooks there are; called when one was changed here. */
  async refresh(): Promise<void> {
    this.#hooksReadAt = this.deps.clock.now();
    this.#hooks = (await this.deps.book.list()).filter(({ isActive }) => isActive);
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
    await this.#passOn(now);
    // What is kept for one that is switched off must not hold up the others.
    const of = this.#hooks.map(({ id }) => id);
    await Promise.all((await book.claimDue({ of, now, until: now + HELD_MS, limit: AT_ONCE })).map((delivery) => this.#send(delivery)));
  }

  /** By whichever node looks first. */
  async #passOn(now: number): Promise<void> {
    const { book } = this.deps;
    for (let isMore = true; isMore; ) {
      const found = await book.happenings(PASSED_AT_ONCE);
      if (found.length === 0) return;
      // Read after what happened: a webhook that was there then is there now.
      await this.refresh();
      await book.passOn(found.map(({ id, happening }) => ({ id, deliveries: deliveriesOf(happening, this.#hooks, now) })));
      isMore = found.length === PASSED_AT_ONCE;
    }
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
