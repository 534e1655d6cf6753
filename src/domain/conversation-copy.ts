/** A conversation with something changed. Spreading it costs a hundred times more than naming what it has, and several steps of every turn change it. */
import type { Conversation } from './conversation.js';

type Whole = { -readonly [Key in keyof Required<Conversation>]: Conversation[Key] };

/** What was absent is there as undefined, which no reader and no JSON tells apart: so all are of one shape. */
export function changed(conversation: Conversation, changes: Partial<Conversation>): Conversation {
  const whole: Whole = {
    id: conversation.id,
    visitorId: conversation.visitorId,
    channel: conversation.channel,
    locale: conversation.locale,
    identity: conversation.identity,
    createdAt: conversation.createdAt,
    updatedAt: conversation.updatedAt,
    state: conversation.state,
    epoch: conversation.epoch,
    lastSeq: conversation.lastSeq,
    subscriberSeq: conversation.subscriberSeq,
    handledSeq: conversation.handledSeq,
    waiting: conversation.waiting,
    offer: conversation.offer,
    owner: conversation.owner,
    pass: conversation.pass,
    helpers: conversation.helpers,
    recalled: conversation.recalled,
    asides: conversation.asides,
    summaries: conversation.summaries,
    erased: conversation.erased,
    isLeft: conversation.isLeft,
    readSeq: conversation.readSeq,
    isElderMode: conversation.isElderMode,
    memory: conversation.memory,
    closed: conversation.closed,
    rating: conversation.rating,
  };
  return Object.assign(whole, changes) as Conversation;
}

/** All but the memory and what only counts on is the very same: parts that a step left alone are the same objects. */
export function isSameBesideMemory(one: Conversation, other: Conversation): boolean {
  return isSameTalk(one, other) && isSameHandling(one, other) && isSameInAddition(one, other);
}

/** Who talks, where and in which way. */
function isSameTalk(one: Conversation, other: Conversation): boolean {
  return (
    one.id === other.id &&
    one.visitorId === other.visitorId &&
    one.channel === other.channel &&
    one.locale === other.locale &&
    one.identity === other.identity &&
    one.createdAt === other.createdAt &&
    one.isElderMode === other.isElderMode
  );
}

/** Who is to answer, and how it ended. */
function isSameHandling(one: Conversation, other: Conversation): boolean {
  return (
    one.state === other.state &&
    one.epoch === other.epoch &&
    one.waiting === other.waiting &&
    one.offer === other.offer &&
    one.owner === other.owner &&
    one.pass === other.pass &&
    one.helpers === other.helpers &&
    one.closed === other.closed &&
    one.rating === other.rating
  );
}

/** What was taken back, told aside, read and removed. */
function isSameInAddition(one: Conversation, other: Conversation): boolean {
  return (
    one.recalled === other.recalled &&
    one.asides === other.asides &&
    one.summaries === other.summaries &&
    one.erased === other.erased &&
    one.isLeft === other.isLeft &&
    one.readSeq === other.readSeq
  );
}
