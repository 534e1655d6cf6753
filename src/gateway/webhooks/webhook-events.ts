/** Facts to what programs are told: named, keyed so that each is told once, and with numbers masked unless asked for. Pure. */
import type { Case } from '../../domain/case.js';
import type { Conversation, ConversationState } from '../../domain/conversation.js';
import type { Fact } from '../../domain/facts.js';
import type { Webhook, WebhookDelivery, WebhookEvent } from '../../domain/webhook.js';
import { masked } from '../wire.js';

export interface WebhookNews {
  readonly event: WebhookEvent;
  /** The same for everybody who saw it happen. */
  readonly key: string;
  /** Epoch ms. */
  readonly at: number;
  readonly msisdn: string | null;
  readonly about: WebhookDelivery['about'];
  readonly data: Readonly<Record<string, unknown>>;
}

/** A conversation begins with the subscriber's first words, and is new until that exchange is over. */
const FIRST_EXCHANGE_SEQ = 4;

/** `before` is the state this conversation was last seen in, where it was seen at all. */
export function newsIn(fact: Fact, before: ConversationState | undefined): readonly WebhookNews[] {
  switch (fact.type) {
    case 'conversation.changed':
      return newsOfConversation(fact.conversation, before);
    case 'case.changed':
      return [newsOfCase(fact.case)];
    default:
      return [];
  }
}

export function newsOfConversation(conversation: Conversation, before: ConversationState | undefined): readonly WebhookNews[] {
  const { id, state, epoch, waiting, owner, closed, rating, createdAt, lastSeq, subscriberSeq } = conversation;
  const about = { conversationId: id, channel: conversation.channel, locale: conversation.locale, state };
  const msisdn = conversation.identity?.msisdn ?? null;
  const news: WebhookNews[] = [];
  const tell = (event: WebhookEvent, { key, at, data = {} }: { key: string; at: number; data?: object }): void => void news.push({ event, key: `${id}:${key}`, at, msisdn, about: { conversationId: id, caseId: null }, data: { ...about, ...data } });
  if (state === 'bot' && subscriberSeq > 0 && lastSeq <= FIRST_EXCHANGE_SEQ) tell('conversation.started', { key: 'started', at: createdAt });
  if (state === 'queued' && waiting) tell('handoff.queued', { key: `queued:${waiting.since}:${epoch}`, at: waiting.since, data: handoffOf(conversation) });
  if (state === 'live' && owner) tell('handoff.accepted', { key: `accepted:${epoch}`, at: owner.since, data: { ...handoffOf(conversation), agent: { id: owner.staffId, name: owner.name } } });
  if (before === 'live' && state !== 'live') tell('handoff.released', { key: `released:${epoch}`, at: conversation.updatedAt, data: handoffOf(conversation) });
  if (before === 'queued' && state !== 'queued' && state !== 'live') tell('handoff.left', { key: `left:${conversation.updatedAt}`, at: conversation.updatedAt });
  if (closed) tell('conversation.closed', { key: `closed:${closed.at}`, at: closed.at, data: { closedBy: closed.by, disposition: closed.disposition, summary: closed.summary, tags: closed.tags ?? [] } });
  if (rating) tell('rating.given', { key: `rated:${rating.at}`, at: rating.at, data: { score: rating.score, comment: rating.comment } });
  return news;
}

function handoffOf({ waiting }: Conversation): object {
  return waiting ? { reason: waiting.reason, skillGroup: waiting.skillGroup, language: waiting.language, priority: waiting.priority } : {};
}

function newsOfCase(one: Case): WebhookNews {
  const { id, number, kind, stage, conversationId, priority, owner, handler, title, updatedAt, version } = one;
  return {
    event: 'case.changed', key: `${id}:${version}`, at: updatedAt, msisdn: one.msisdn, about: { conversationId, caseId: id },
    data: { caseId: id, number, kind, stage, title, conversationId, priority, owner: owner?.name ?? null, handler: handler?.name ?? null, version },
  };
}

export function deliveryFor(webhook: Webhook, news: WebhookNews, now: number): WebhookDelivery {
  const id = `${webhook.id}:${news.event}:${news.key}`;
  const subscriber = news.msisdn === null ? null : webhook.withNumbers ? news.msisdn : masked(news.msisdn);
  const body = JSON.stringify({ id, event: news.event, at: new Date(news.at).toISOString(), data: { ...news.data, subscriber } });
  return { id, webhookId: webhook.id, event: news.event, about: news.about, createdAt: now, body, state: 'pending', attempts: 0, nextAt: now, outcome: null };
}
