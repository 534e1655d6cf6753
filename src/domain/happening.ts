/** What happened that programs of the operator may be told. It is kept in the same change as what happened, or it could be lost with a node. */
import type { Case } from './case.js';
import type { Conversation, Waiting } from './conversation.js';
import type { WebhookEvent } from './webhook.js';

export type ConversationEvent = Exclude<WebhookEvent, 'case.changed'>;

/** As it stood right after the change, without what nobody outside is told. */
export interface HappenedTo
  extends Pick<Conversation, 'id' | 'channel' | 'locale' | 'state' | 'epoch' | 'createdAt' | 'updatedAt' | 'identity' | 'owner' | 'closed' | 'rating'> {
  readonly waiting: Pick<Waiting, 'since' | 'reason' | 'skillGroup' | 'language' | 'priority'> | null;
}

export type HappenedToCase = Pick<Case, 'id' | 'number' | 'kind' | 'stage' | 'title' | 'msisdn' | 'conversationId' | 'priority' | 'owner' | 'handler' | 'updatedAt' | 'version'>;

export type Happening =
  | { readonly kind: 'conversation'; readonly events: readonly ConversationEvent[]; readonly conversation: HappenedTo }
  | { readonly kind: 'case'; readonly case: HappenedToCase };

/** Null when nothing of it is told. `before` is the conversation as this change found it, with nothing said yet when it is new. */
export function happened(before: Conversation, now: Conversation): Happening | null {
  const isMoved = before.state !== now.state || before.epoch !== now.epoch;
  const events: ConversationEvent[] = [];
  if (before.lastSeq === 0 && now.lastSeq > 0) events.push('conversation.started');
  if (isMoved && now.state === 'queued' && now.waiting) events.push('handoff.queued');
  // By an agent of ours, or by somebody outside whom we do not know.
  if (isMoved && now.state === 'live') events.push('handoff.accepted');
  if (before.state === 'live' && now.state !== 'live') events.push('handoff.released');
  if (before.state === 'queued' && now.state !== 'queued' && now.state !== 'live') events.push('handoff.left');
  if (now.closed && now.closed.at !== before.closed?.at) events.push('conversation.closed');
  if (now.rating && now.rating.at !== before.rating?.at) events.push('rating.given');
  return events.length === 0 ? null : { kind: 'conversation', events, conversation: toldOf(now) };
}

function toldOf(conversation: Conversation): HappenedTo {
  const { id, channel, locale, state, epoch, createdAt, updatedAt, identity, owner, closed, rating, waiting } = conversation;
  const place = waiting && { since: waiting.since, reason: waiting.reason, skillGroup: waiting.skillGroup, language: waiting.language, priority: waiting.priority };
  return { id, channel, locale, state, epoch, createdAt, updatedAt, identity, owner, closed, rating, waiting: place };
}

/** Every version of a case is told. */
export function happenedToCase(one: Case): Happening {
  const { id, number, kind, stage, title, msisdn, conversationId, priority, owner, handler, updatedAt, version } = one;
  return { kind: 'case', case: { id, number, kind, stage, title, msisdn, conversationId, priority, owner, handler, updatedAt, version } };
}
