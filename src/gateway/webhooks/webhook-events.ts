/** What happened to what programs are told: named, keyed so that each is told once, and with numbers masked unless asked for. Pure. */
import type { ConversationEvent, Happening, HappenedTo, HappenedToCase } from '../../domain/happening.js';
import type { Webhook, WebhookDelivery, WebhookEvent } from '../../domain/webhook.js';
import { masked } from '../wire.js';

interface WebhookNews {
  readonly event: WebhookEvent;
  /** The same however often it is looked at. */
  readonly key: string;
  /** Epoch ms. */
  readonly at: number;
  readonly msisdn: string | null;
  readonly about: WebhookDelivery['about'];
  readonly data: Readonly<Record<string, unknown>>;
}

/** For whom of the webhooks; what happened before somebody asked to be told is no news to them. */
export function deliveriesOf(happening: Happening, hooks: readonly Webhook[], now: number): readonly WebhookDelivery[] {
  const told = happening.kind === 'case' ? [newsOfCase(happening.case)] : happening.events.map((event) => newsOf(event, happening.conversation));
  return told.flatMap((news) => hooks.filter(({ events, createdAt }) => events.includes(news.event) && news.at >= createdAt).map((webhook) => deliveryFor(webhook, news, now)));
}

function newsOf(event: ConversationEvent, conversation: HappenedTo): WebhookNews {
  const { id, channel, locale, state, updatedAt, identity } = conversation;
  const { key, data = {} } = particularsOf(event, conversation);
  const about = { conversationId: id, caseId: null };
  return { event, key: `${id}:${key}`, at: updatedAt, msisdn: identity?.msisdn ?? null, about, data: { conversationId: id, channel, locale, state, ...data } };
}

function particularsOf(event: ConversationEvent, conversation: HappenedTo): { key: string; data?: object } {
  const { epoch, waiting, owner, closed, rating, updatedAt } = conversation;
  switch (event) {
    case 'conversation.started':
      return { key: 'started' };
    case 'handoff.queued':
      return { key: `queued:${waiting?.since ?? 0}:${epoch}`, data: handoffOf(conversation) };
    case 'handoff.accepted':
      return { key: `accepted:${epoch}`, data: { ...handoffOf(conversation), agent: owner && { id: owner.staffId, name: owner.name } } };
    case 'handoff.released':
      return { key: `released:${epoch}`, data: handoffOf(conversation) };
    case 'handoff.left':
      return { key: `left:${updatedAt}` };
    case 'conversation.closed':
      return { key: `closed:${closed?.at ?? 0}`, data: { closedBy: closed?.by, disposition: closed?.disposition, summary: closed?.summary, tags: closed?.tags ?? [] } };
    case 'rating.given':
      return { key: `rated:${rating?.at ?? 0}`, data: { score: rating?.score, comment: rating?.comment } };
  }
}

function handoffOf({ waiting }: HappenedTo): object {
  return waiting ? { reason: waiting.reason, skillGroup: waiting.skillGroup, language: waiting.language, priority: waiting.priority } : {};
}

function newsOfCase(one: HappenedToCase): WebhookNews {
  const { id, number, kind, stage, conversationId, priority, owner, handler, title, updatedAt, version } = one;
  return {
    event: 'case.changed', key: `${id}:${version}`, at: updatedAt, msisdn: one.msisdn, about: { conversationId, caseId: id },
    data: { caseId: id, number, kind, stage, title, conversationId, priority, owner: owner?.name ?? null, handler: handler?.name ?? null, version },
  };
}

function deliveryFor(webhook: Webhook, news: WebhookNews, now: number): WebhookDelivery {
  const id = `${webhook.id}:${news.event}:${news.key}`;
  const subscriber = news.msisdn === null ? null : webhook.withNumbers ? news.msisdn : masked(news.msisdn);
  const body = JSON.stringify({ id, event: news.event, at: new Date(news.at).toISOString(), data: { ...news.data, subscriber } });
  return { id, webhookId: webhook.id, event: news.event, about: news.about, createdAt: now, body, state: 'pending', attempts: 0, nextAt: now, outcome: null };
}
