/** What the subscriber sees of one conversation: a pure reducer over what arrives and what is being sent, ordered by `seq`. */
import type { QueuePlace, Survey, WireConversation, WireMessage } from '../../protocol/chat.js';
import { mergeBySeq, withFate, type OnItsWay } from './merging.js';

export type OutgoingBody = { readonly text: string } | { readonly attachment: { readonly id: string } } | { readonly action: { readonly id: string; readonly value?: string } };

export interface Outgoing extends OnItsWay {
  readonly body: OutgoingBody;
  /** What the bubble shows; codes are already masked here. */
  readonly text: string;
  readonly at: number;
}

export interface Draft {
  readonly id: string;
  readonly text: string;
}

export interface Thread {
  readonly conversation: WireConversation | null;
  /** Strictly rising by `seq`; may have holes until history fills them. */
  readonly messages: readonly WireMessage[];
  readonly outgoing: readonly Outgoing[];
  readonly drafts: readonly Draft[];
  /** Everything after this `seq` belongs on the screen; what is before it is fetched when asked for. */
  readonly floor: number;
  readonly readSeq: number;
  readonly typing: 'bot' | 'agent' | null;
  readonly queue: QueuePlace | null;
  readonly survey: 'none' | 'asked' | 'done';
  /** What may be ticked beside the stars. */
  readonly reasons: Survey['reasons'];
}

export type ThreadEvent =
  | { readonly type: 'opening'; readonly floor: number }
  | { readonly type: 'conversation'; readonly conversation: WireConversation }
  | { readonly type: 'messages'; readonly messages: readonly WireMessage[] }
  | { readonly type: 'earlier'; readonly messages: readonly WireMessage[] }
  | { readonly type: 'delta'; readonly id: string; readonly text: string }
  | { readonly type: 'cancel'; readonly id: string }
  | { readonly type: 'sending'; readonly item: Outgoing }
  | { readonly type: 'acked'; readonly clientId: string; readonly id: string; readonly seq: number }
  | { readonly type: 'failed'; readonly clientId: string; readonly error: string }
  | { readonly type: 'retry'; readonly clientId: string }
  | { readonly type: 'discard'; readonly clientId: string }
  | { readonly type: 'typing'; readonly from: 'bot' | 'agent'; readonly on: boolean }
  | { readonly type: 'queue'; readonly place: QueuePlace }
  | { readonly type: 'survey'; readonly reasons: Survey['reasons'] }
  | { readonly type: 'rated' }
  | { readonly type: 'read'; readonly seq: number }
  | { readonly type: 'disconnected' };

export const EMPTY_THREAD: Thread = {
  conversation: null,
  messages: [],
  outgoing: [],
  drafts: [],
  floor: 0,
  readSeq: 0,
  typing: null,
  queue: null,
  survey: 'none',
  reasons: [],
};

export function reduceThread(thread: Thread, event: ThreadEvent): Thread {
  switch (event.type) {
    case 'opening':
      return thread.conversation === null && thread.messages.length === 0 ? { ...thread, floor: event.floor } : thread;
    case 'conversation':
      return withConversation(thread, event.conversation);
    case 'messages':
      return withMessages(thread, event.messages);
    case 'earlier': {
      const lowest = event.messages.reduce((low, message) => Math.min(low, message.seq), thread.floor + 1);
      return { ...withMessages(thread, event.messages), floor: event.messages.length === 0 ? 0 : lowest - 1 };
    }
    case 'delta':
      return withDelta(thread, event.id, event.text);
    case 'cancel':
      return { ...thread, drafts: thread.drafts.filter((draft) => draft.id !== event.id) };
    case 'typing':
      return event.on ? { ...thread, typing: event.from } : thread.typing === event.from ? { ...thread, typing: null } : thread;
    case 'queue':
      return { ...thread, queue: event.place };
    case 'survey':
      return { ...thread, survey: 'asked', reasons: event.reasons };
    case 'rated':
      return { ...thread, survey: 'done' };
    case 'read':
      return event.seq > thread.readSeq ? { ...thread, readSeq: event.seq } : thread;
    case 'disconnected':
      // Half-written pieces may have been missed; the final message says it all.
      return { ...thread, drafts: [], typing: null };
    default:
      return reduceOutgoing(thread, event);
  }
}

type OutgoingEvent = Extract<ThreadEvent, { readonly type: 'sending' | 'acked' | 'failed' | 'retry' | 'discard' }>;

function reduceOutgoing(thread: Thread, event: OutgoingEvent): Thread {
  switch (event.type) {
    case 'sending':
      // Who goes on talking has not finished: the question about the service steps back.
      return { ...thread, outgoing: [...thread.outgoing, event.item], survey: 'none' };
    case 'failed':
    case 'retry':
    case 'discard':
      return { ...thread, outgoing: withFate(thread.outgoing, event) };
    case 'acked':
      return withAck(thread, event);
  }
}

/** The acknowledgement alone is enough to place the message; the server's own copy replaces it when it comes. */
function withAck(thread: Thread, ack: { clientId: string; id: string; seq: number }): Thread {
  const item = thread.outgoing.find((candidate) => candidate.clientId === ack.clientId);
  if (item === undefined) return thread;
  const placed: WireMessage = {
    id: ack.id,
    conversationId: thread.conversation?.id ?? '',
    seq: ack.seq,
    from: 'subscriber',
    kind: 'text',
    text: item.text,
    at: item.at,
    clientId: ack.clientId,
  };
  const isKnown = thread.messages.some((message) => message.seq === ack.seq);
  const rest = { ...thread, outgoing: thread.outgoing.filter((candidate) => candidate !== item) };
  return isKnown ? rest : withMessages(rest, [placed]);
}

function withConversation(thread: Thread, conversation: WireConversation): Thread {
  const isAnother = thread.conversation !== null && thread.conversation.id !== conversation.id;
  const base = isAnother ? { ...EMPTY_THREAD, outgoing: thread.outgoing } : thread;
  return {
    ...base,
    conversation,
    readSeq: Math.max(base.readSeq, conversation.readSeq.subscriber),
    queue: conversation.state === 'queued' ? base.queue : null,
    survey: conversation.state === 'closed' || base.survey !== 'done' ? base.survey : 'none',
  };
}

function withMessages(thread: Thread, incoming: readonly WireMessage[]): Thread {
  if (incoming.length === 0) return thread;
  const ids = new Set(incoming.map((message) => message.id));
  const clientIds = new Set(incoming.map((message) => message.clientId));
  return {
    ...thread,
    messages: mergeBySeq(thread.messages, incoming),
    drafts: thread.drafts.filter((draft) => !ids.has(draft.id)),
    outgoing: thread.outgoing.filter((item) => !clientIds.has(item.clientId)),
    typing: incoming.some((message) => message.from === thread.typing) ? null : thread.typing,
  };
}

function withDelta(thread: Thread, id: string, text: string): Thread {
  if (thread.messages.some((message) => message.id === id)) return thread;
  const known = thread.drafts.find((draft) => draft.id === id);
  const drafts = known
    ? thread.drafts.map((draft) => (draft === known ? { id, text: draft.text + text } : draft))
    : [...thread.drafts, { id, text }];
  return { ...thread, drafts, typing: null };
}
