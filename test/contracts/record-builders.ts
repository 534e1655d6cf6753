/** Conversations and changes as the contract suites need them. */
import { randomUUID } from 'node:crypto';
import { newConversation } from '../../src/domain/conversation-steps.js';
import type { Store } from '../../src/adapters/store/store.js';
import { CASE_RULES } from '../../src/domain/case-rules.js';
import { newCase } from '../../src/domain/case-steps.js';
import { PRIORITY, type Conversation, type Waiting } from '../../src/domain/conversation.js';
import { isRefusal } from '../../src/domain/errors.js';
import { caseId, conversationId, staffId, visitorId } from '../../src/domain/ids.js';
import type { MessageDraft } from '../../src/domain/message.js';
import type { Alert } from '../../src/domain/alert.js';
import { errandOf } from '../../src/domain/errand.js';
import type { FollowUp } from '../../src/domain/follow-up.js';
import type { WebhookDelivery } from '../../src/domain/webhook.js';
import type { RatedAnew } from '../../src/ports/follow-up-book.js';
import type { Changed, ChangeRequest, ConversationLog } from '../../src/ports/conversation-log.js';

export const START = 1_763_800_000_000;

export function aConversation(over: Partial<Conversation> = {}): Conversation {
  const opening = { channel: 'web', locale: 'zh-CN', identity: null, now: START } as const;
  return { ...newConversation({ ...opening, id: conversationId(randomUUID()), visitorId: visitorId(randomUUID()) }), ...over };
}

export function aWaiting(over: Partial<Waiting> = {}): Waiting {
  return {
    since: START,
    priority: PRIORITY.normal,
    skillGroup: 'general',
    language: 'zh-CN',
    reason: 'asked',
    headline: '想找人工',
    mood: 'calm',
    preferredStaffId: null,
    passedBy: [],
    note: null,
    ...over,
  };
}

export const aStaffId = () => staffId(`s-${randomUUID()}`);

export const says = (text: string, over: Partial<MessageDraft> = {}): MessageDraft => ({ from: 'subscriber', kind: 'text', text, ...over });

/** A request that adds these messages and leaves the rest as it is. */
export function adding(conversation: Conversation, ...additions: readonly MessageDraft[]): ChangeRequest<null> {
  const clientId = additions.find((addition) => addition.clientId !== undefined)?.clientId;
  const named = clientId === undefined ? {} : { clientId };
  return { id: conversation.id, initial: conversation, ...named, step: (current) => ({ conversation: current, additions, result: null }) };
}

/** For changes that must have taken place. */
export async function changed<Result>(log: ConversationLog, request: ChangeRequest<Result>): Promise<Changed<Result>> {
  const answer = await log.change(request);
  if (isRefusal(answer) || 'duplicate' in answer) throw new Error(`not changed: ${JSON.stringify(answer)}`);
  return answer;
}

export async function stored(log: ConversationLog, conversation: Conversation): Promise<Conversation> {
  return (await changed(log, adding(conversation))).conversation;
}

/** Rates as the record does: the errand is kept with a change, and then done. */
export async function rated(store: Store, followUp: FollowUp, isLow = true): Promise<RatedAnew | null> {
  return store.followUps.rated(await ratingLeft(store, followUp, isLow), { followUp, isLow }, lowRating(followUp));
}

/** The errand alone, as a crash leaves it. */
export async function ratingLeft(store: Store, followUp: FollowUp, isLow = true): Promise<string> {
  const { id, ...initial } = aConversation({ state: 'live' });
  const errand = errandOf(followUp.conversationId, followUp.rating.at, { kind: 'rating', followUp, isLow });
  await changed(store.log, { id, initial: { id, ...initial }, step: (conversation) => ({ conversation: { ...conversation }, additions: [], result: null, beside: [{ kind: 'errand', errand }] }) });
  return errand.id;
}

export function lowRating({ id, conversationId, openedAt: at }: FollowUp): Alert {
  return { id: `low-rating:${id}`, at, kind: 'low-rating', conversationId, text: { 'zh-CN': '低分', en: 'low' } };
}

/** Keeps what is to be delivered the only way it comes to be kept: of something that happened while there is a webhook. */
export async function kept(store: Store, ...deliveries: readonly WebhookDelivery[]): Promise<void> {
  const opening = { kind: 'message', source: randomUUID(), msisdn: null, visitorId: null, conversationId: null, locale: 'zh-CN', title: '-', by: 'subscriber' } as const;
  const one = await store.cases.open(newCase(caseId(randomUUID()), opening, { now: START, rules: CASE_RULES }));
  const found = (await store.webhooks.happenings(1_000)).find(({ happening }) => happening.kind === 'case' && happening.case.id === one.id);
  if (found === undefined) throw new Error('nothing happened: is there a webhook?');
  await store.webhooks.passOn([{ id: found.id, deliveries }]);
}
