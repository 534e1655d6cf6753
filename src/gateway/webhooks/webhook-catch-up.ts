/** Finds in the record what programs were not told because a node died between a change and its keeping. */
import type { Conversation, ConversationState } from '../../domain/conversation.js';
import type { ConversationId } from '../../domain/ids.js';
import type { Webhook } from '../../domain/webhook.js';
import type { WebhookBook } from '../../ports/webhook-book.js';
import { deliveryFor, newsOfConversation } from './webhook-events.js';

export interface CatchingUp {
  readonly hooks: readonly Webhook[];
  /** Epoch ms; what changed before then was told, or never will be. */
  readonly since: number;
  readonly now: number;
  /** True of what this node has heard of itself. */
  isHeard(conversation: Conversation): boolean;
}

const PAGE = 500;

/** Keys are the same whoever finds it, so that what was kept already is not kept again. Answers how many may be new. */
export async function catchUp(book: WebhookBook, { hooks, since, now, isHeard }: CatchingUp): Promise<number> {
  let count = 0;
  let after: ConversationId | null = null;
  for (;;) {
    const changed: readonly Conversation[] = await book.changedSince(since, after, PAGE);
    for (const conversation of changed) {
      if (isHeard(conversation)) continue;
      for (const webhook of hooks) count += await tell(book, webhook, { conversation, now });
    }
    after = changed.at(-1)?.id ?? null;
    if (changed.length < PAGE || after === null) return count;
  }
}

async function tell(book: WebhookBook, webhook: Webhook, { conversation, now }: { conversation: Conversation; now: number }): Promise<number> {
  let count = 0;
  const before = await stateTold(book, webhook, conversation.id);
  for (const news of newsOfConversation(conversation, before)) {
    // What happened before somebody asked to be told is no news to them.
    if (!webhook.events.includes(news.event) || news.at < webhook.createdAt) continue;
    await book.add(deliveryFor(webhook, news, now));
    count += 1;
  }
  return count;
}

/** The state that follows from what was told last; unknown to whom the steps in between are not told. */
async function stateTold(book: WebhookBook, { id, events }: Webhook, conversation: ConversationId): Promise<ConversationState | undefined> {
  if (!events.includes('handoff.accepted')) return undefined;
  const told = await book.lastHandoffTold(id, conversation);
  if (told === 'handoff.accepted') return 'live';
  return told === 'handoff.queued' ? 'queued' : undefined;
}
