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
