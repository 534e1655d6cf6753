/** Rows of the record to domain values and back. */
import type { Conversation } from '../../domain/conversation.js';
import { conversationId, messageId } from '../../domain/ids.js';
import type { Message, MessageDraft, StaffNote } from '../../domain/message.js';

export interface ConversationRow {
  readonly id: string;
  readonly visitor_id: string;
  readonly created_at: number;
  readonly msisdn: string | null;
  readonly state: string;
  readonly priority: number | null;
  readonly waiting_since: number | null;
  readonly owner_id: string | null;
  readonly offer_expires_at: number | null;
  readonly last_seq: number;
  readonly subscriber_seq: number;
  readonly handled_seq: number;
  readonly updated_at: number;
  readonly body: string;
}

export interface MessageRow {
  readonly conversation_id: string;
  readonly seq: number;
  readonly id: string;
  readonly client_id: string | null;
  readonly at: number;
  readonly speaker: string;
  readonly body: string;
}

export function conversationRow(conversation: Conversation): ConversationRow {
  return {
    id: conversation.id,
    visitor_id: conversation.visitorId,
    created_at: conversation.createdAt,
    msisdn: conversation.identity?.msisdn ?? null,
    state: conversation.state,
    priority: conversation.waiting?.priority ?? null,
    waiting_since: conversation.waiting?.since ?? null,
    owner_id: conversation.owner?.staffId ?? null,
    offer_expires_at: conversation.offer?.expiresAt ?? null,
    last_seq: conversation.lastSeq,
    subscriber_seq: conversation.subscriberSeq,
    handled_seq: conversation.handledSeq,
    updated_at: conversation.updatedAt,
    body: JSON.stringify(conversation),
  };
}

export function conversationOf(row: { readonly body: string }): Conversation {
  return JSON.parse(row.body) as Conversation;
}

export function messageRow(message: Message): MessageRow {
  const { id, conversationId: conversation, seq, at, ...draft } = message;
  return {
    conversation_id: conversation,
    seq,
    id,
    client_id: message.clientId ?? null,
    at,
    speaker: message.from,
    body: JSON.stringify(draft),
  };
}

export function messageOf(row: Pick<MessageRow, 'id' | 'conversation_id' | 'seq' | 'at' | 'body'>): Message {
  const draft = JSON.parse(row.body) as MessageDraft;
  return { ...draft, id: messageId(row.id), conversationId: conversationId(row.conversation_id), seq: row.seq, at: row.at };
}

export function noteOf(row: { readonly body: string }): StaffNote {
  return JSON.parse(row.body) as StaffNote;
}

/** Keys must come back as they went in: PostgreSQL keeps no NUL and neither engine a lone surrogate. Bodies escape both. */
export function isStorableKey(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}
