/** What a node did not keep before it died is found in the record, and what was kept is not kept again. */
import { expect, it } from '@jest/globals';
import type { Conversation } from '../../../src/domain/conversation.js';
import { accepting, joiningLine, newConversation, offering, returningToAssistant } from '../../../src/domain/conversation-steps.js';
import { isRefusal } from '../../../src/domain/errors.js';
import { conversationId, staffId, visitorId } from '../../../src/domain/ids.js';
import type { Webhook, WebhookDelivery, WebhookEvent } from '../../../src/domain/webhook.js';
import { catchUp } from '../../../src/gateway/webhooks/webhook-catch-up.js';
import { deliveryFor, newsOfConversation } from '../../../src/gateway/webhooks/webhook-events.js';
import type { WebhookBook } from '../../../src/ports/webhook-book.js';

const EVENTS: readonly WebhookEvent[] = ['conversation.started', 'handoff.queued', 'handoff.accepted', 'handoff.left', 'handoff.released', 'conversation.closed', 'rating.given'];
const HOOK: Webhook = { id: 'w', url: 'https://crm.example/in', events: EVENTS, withNumbers: false, isActive: true, secret: 's', createdAt: 0 };
const AGENT = { id: staffId('a'), name: '林晓' };

function done(step: Conversation | { readonly refused: unknown }): Conversation {
  if (isRefusal(step as never)) throw new Error('refused');
  return step as Conversation;
}

const opened = { ...newConversation({ id: conversationId('c'), visitorId: visitorId('c'), channel: 'web', locale: 'zh-CN', identity: null, now: 1_000 }), lastSeq: 9, subscriberSeq: 8, handledSeq: 8 };
const waiting = { since: 2_000, priority: 0 as const, skillGroup: 'general', language: 'zh-CN', reason: 'asked' as const, headline: '', mood: 'calm' as const, preferredStaffId: null, passedBy: [], note: null };
const queued = done(joiningLine(opened, waiting));
const live = done(accepting(done(offering(queued, { staffId: AGENT.id, at: 2_100, expiresAt: 9_000 })), AGENT, 2_200));
const back = { ...done(returningToAssistant(live, AGENT.id)), updatedAt: 3_000 };

/** Keeps like the real one, and knows what happened to the conversation in the meantime. */
function bookWith(conversation: Conversation) {
  const kept = new Map<string, WebhookDelivery>();
  const handoffs: WebhookEvent[] = [];
  const book: Pick<WebhookBook, 'add' | 'changedSince' | 'lastHandoffTold'> = {
    add: (delivery) => {
      if (!kept.has(delivery.id) && delivery.event.startsWith('handoff.')) handoffs.push(delivery.event);
      kept.set(delivery.id, kept.get(delivery.id) ?? delivery);
      return Promise.resolve();
    },
    changedSince: () => Promise.resolve([conversation]),
    lastHandoffTold: () => Promise.resolve(handoffs.at(-1) ?? null),
  };
  return { kept, book: book as WebhookBook };
}

async function keptAfter(steps: readonly Conversation[], lost: Conversation, hook = HOOK): Promise<readonly string[]> {
  const { kept, book } = bookWith(lost);
  let before: Conversation['state'] | undefined;
  for (const step of steps) {
    for (const news of newsOfConversation(step, before)) if (hook.events.includes(news.event)) await book.add(deliveryFor(hook, news, 5_000));
    before = step.state;
  }
  for (let times = 0; times < 3; times += 1) await catchUp(book, { hooks: [hook], since: 0, now: 6_000, isHeard: () => false });
  return [...kept.values()].map(({ event }) => event);
}

it.each<[string, readonly Conversation[], Conversation, readonly WebhookEvent[]]>([
  ['joining the line', [], queued, ['handoff.queued']],
  ['an agent’s yes', [queued], live, ['handoff.queued', 'handoff.accepted']],
  ['giving it back', [queued, live], back, ['handoff.queued', 'handoff.accepted', 'handoff.released']],
  ['leaving the line', [queued], { ...opened, updatedAt: 2_500 }, ['handoff.queued', 'handoff.left']],
  ['nothing', [queued, live, back], back, ['handoff.queued', 'handoff.accepted', 'handoff.released']],
])('finds %s that was lost, once', async (_what, steps, lost, expected) => {
  expect(await keptAfter(steps, lost)).toEqual(expected);
});

it('tells nobody of what happened before they asked, nor of steps it cannot know', async () => {
  expect(await keptAfter([], queued, { ...HOOK, createdAt: 2_001 })).toEqual([]);
  expect(await keptAfter([queued], { ...opened, updatedAt: 2_500 }, { ...HOOK, events: ['handoff.queued', 'handoff.left'] })).toEqual(['handoff.queued']);
});

it('leaves alone what this node has heard of itself', async () => {
  const { kept, book } = bookWith(queued);
  await catchUp(book, { hooks: [HOOK], since: 0, now: 6_000, isHeard: () => true });
  expect(kept.size).toBe(0);
});
