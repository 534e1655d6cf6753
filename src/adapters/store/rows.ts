/** Rows of the record to domain values and back. */
import type { Conversation } from '../../domain/conversation.js';
import { isSameBesideMemory } from '../../domain/conversation-copy.js';
import { conversationId, messageId } from '../../domain/ids.js';
import type { Message, MessageDraft, StaffNote } from '../../domain/message.js';
import { said } from '../../domain/said.js';
import type { Said } from '../../domain/said.js';

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

/** What a conversation is read from: its counters stand in columns only, so that counting on leaves the body alone. */
export const WHOLE_CONVERSATION = ['body', 'last_seq', 'subscriber_seq', 'handled_seq', 'updated_at'] as const;
export type WholeConversation = Pick<ConversationRow, (typeof WHOLE_CONVERSATION)[number]>;

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
  return rowWith(conversation, JSON.stringify(withoutCounters(conversation)));
}

/** The row of a conversation of which only the counters have moved; its body stays as it is stored. */
export function countedOnRow(conversation: Conversation): Omit<ConversationRow, 'body'> & { readonly body: null } {
  return rowWith(conversation, null);
}

/** In the order of the table's columns. */
function rowWith<Body extends string | null>(conversation: Conversation, body: Body) {
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
    body,
  };
}

type Blankable<Whole> = { -readonly [Key in keyof Whole]: Whole[Key] | undefined };

/** JSON leaves out what is undefined; copying all and blanking some afterwards is several times faster than copying the rest. */
function withoutCounters(conversation: Conversation): Blankable<Conversation> {
  const body: Blankable<Conversation> = { ...conversation };
  body.lastSeq = undefined;
  body.subscriberSeq = undefined;
  body.handledSeq = undefined;
  body.updatedAt = undefined;
  return body;
}

/** The body up to its memory, which comes last when it is put together of both. */
export function bodyBeforeMemory(conversation: Conversation): string {
  const body = withoutCounters(conversation);
  body.memory = undefined;
  return `${JSON.stringify(body).slice(0, -1)},"memory":`;
}

export function conversationOf(row: WholeConversation): Conversation {
  const body = JSON.parse(row.body) as Omit<Conversation, 'lastSeq' | 'subscriberSeq' | 'handledSeq' | 'updatedAt'>;
  return { ...body, lastSeq: row.last_seq, subscriberSeq: row.subscriber_seq, handledSeq: row.handled_seq, updatedAt: row.updated_at };
}

/** Nothing but the counters is different: parts that a step left alone are the very same objects. */
export function isOnlyCountedOn(before: Conversation, now: Conversation): boolean {
  // What most turns change.
  return now.memory === before.memory && isSameBesideMemory(before, now);
}

/** Nothing has moved by which a conversation is searched. */
export function isFoundAsBefore(before: Conversation, now: Conversation): boolean {
  return (
    now.state === before.state &&
    now.identity?.msisdn === before.identity?.msisdn &&
    now.waiting?.since === before.waiting?.since &&
    now.waiting?.priority === before.waiting?.priority &&
    now.owner?.staffId === before.owner?.staffId &&
    now.offer?.expiresAt === before.offer?.expiresAt
  );
}

export function messageRow(message: Message): MessageRow {
  const { id, conversationId: conversation, seq, at, clientId = null, from: speaker } = message;
  return { conversation_id: conversation, seq, id, client_id: clientId, at, speaker, body: spokenOf(message) };
}

type Columns = 'id' | 'conversationId' | 'seq' | 'at';
type Beside = { readonly [Field in Exclude<keyof Message, Columns | Said>]-?: Message[Field] | undefined };

const NOTHING = '{}';

/** What the draft said, in two parts that follow on from each other: what pages are told as well, and the rest. Place, time and ids are columns. */
export function spokenParts(message: Message): readonly [string, string] {
  const { clientId, ai, rule, promises, author, action, erased, copyUntil, handoff, isRecordOnly, attachment, wordless } = message;
  const beside: Beside = { clientId, ai, rule, promises, author, action, erased, copyUntil, handoff, isRecordOnly, attachment, wordless };
  const rest = JSON.stringify(beside);
  return [said(message).slice(0, -1), rest === NOTHING ? '}' : `,${rest.slice(1)}`];
}

export function spokenOf(message: Message): string {
  return spokenParts(message).join('');
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
