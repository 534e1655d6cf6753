/** One conversation on the desk: a pure reducer that merges by `seq`, whatever order and however often things arrive. */
import type { WireMessage } from '../../../protocol/chat.js';
import type { OpenedConversation, WireNote } from '../../../protocol/desk.js';
import { mergeBySeq, withFate } from '../../kit/merging.js';
import type { ThreadEvent } from './desk-events.js';
import type { Thread } from './desk-state.js';

export function reduceThread(thread: Thread, event: ThreadEvent): Thread {
  switch (event.type) {
    case 'conversation':
      return withConversation(thread, event.conversation);
    case 'messages':
      return withMessages(thread, event.messages);
    case 'note':
      return withNotes(thread, [event.note]);
    case 'brief':
      return { ...thread, brief: event.brief };
    case 'typing':
      return withTyping(thread, event);
    case 'viewers':
      return { ...thread, viewers: event.viewers };
    case 'opening':
      return thread.loading === 'loaded' ? thread : { ...thread, loading: 'loading', error: null };
    case 'opened':
      return withOpened(thread, event.opened);
    case 'open-failed':
      return thread.loading === 'loaded' ? thread : { ...thread, loading: 'failed', error: event.code };
    case 'earlier-asked':
      return { ...thread, isFetchingEarlier: true };
    case 'earlier-ended':
      return { ...thread, isFetchingEarlier: false };
    case 'read':
      return withRead(thread, event.seq);
    case 'looked-away':
      // What is not here yet cannot be told from what comes from now on.
      return thread.loading === 'loaded' ? { ...thread, unreadAfter: lastSeqOf(thread) } : thread;
    default:
      return reduceOutgoing(thread, event);
  }
}

function withTyping(thread: Thread, { on, text }: Extract<ThreadEvent, { type: 'typing' }>): Thread {
  const preview = on ? (text ?? thread.preview) : '';
  return thread.isSubscriberTyping === on && thread.preview === preview ? thread : { ...thread, isSubscriberTyping: on, preview };
}

type OutgoingEvent = Extract<ThreadEvent, { readonly type: 'sending' | 'acked' | 'failed' | 'retry' | 'discard' }>;

function reduceOutgoing(thread: Thread, event: OutgoingEvent): Thread {
  switch (event.type) {
    case 'sending':
      // Whoever answers has read what was new.
      return { ...thread, outgoing: [...thread.outgoing, event.item], unreadAfter: null };
    case 'failed':
    case 'retry':
    case 'discard':
      return { ...thread, outgoing: withFate(thread.outgoing, event) };
    case 'acked':
      return withAck(thread, event);
  }
}

/** The acknowledgement alone places the message; the server's own copy replaces it when it comes. */
function withAck(thread: Thread, ack: { clientId: string; id: string; seq: number }): Thread {
  const item = thread.outgoing.find((candidate) => candidate.clientId === ack.clientId);
  if (item === undefined) return thread;
  const rest = { ...thread, outgoing: thread.outgoing.filter((candidate) => candidate !== item) };
  if (thread.messages.some((message) => message.seq === ack.seq)) return rest;
  const { id, seq, clientId } = ack;
  const agentName = thread.conversation?.agent?.name;
  const placed: WireMessage = { id, conversationId: thread.id, seq, from: 'agent', kind: 'text', text: item.text, at: item.at, clientId };
  return withMessages(rest, [agentName === undefined ? placed : { ...placed, agentName }]);
}

function withConversation(thread: Thread, conversation: Thread['conversation']): Thread {
  if (conversation === null) return thread;
  const known = thread.conversation;
  // News may overtake each other; an older epoch never undoes a newer one.
  if (known !== null && conversation.epoch < known.epoch) return thread;
  const agent = Math.max(conversation.readSeq.agent, known?.readSeq.agent ?? 0);
  // Why it went to the one before says nothing of the one who has it now.
  const assignedBecause = known !== null && known.ownerId !== conversation.ownerId ? null : thread.assignedBecause;
  return {
    ...thread,
    assignedBecause,
    conversation: { ...conversation, readSeq: { ...conversation.readSeq, agent } },
    isSubscriberTyping: conversation.state === 'closed' ? false : thread.isSubscriberTyping,
  };
}

function withOpened(thread: Thread, opened: OpenedConversation): Thread {
  const isFirst = thread.loading !== 'loaded';
  const merged = withNotes(withMessages(withConversation(thread, opened.conversation), opened.messages), opened.notes);
  const readUpTo = opened.conversation.readSeq.agent;
  const hasNews = readUpTo > 0 && opened.messages.some((message) => message.from === 'subscriber' && message.seq > readUpTo);
  return {
    ...merged,
    brief: opened.brief,
    assignedBecause: opened.why?.text ?? null,
    loading: 'loaded',
    error: null,
    unreadAfter: isFirst && hasNews ? readUpTo : merged.unreadAfter,
  };
}

export function withMessages(thread: Thread, incoming: readonly WireMessage[]): Thread {
  if (incoming.length === 0) return thread;
  const clientIds = new Set(incoming.filter((message) => message.from === 'agent').map((message) => message.clientId));
  return {
    ...thread,
    messages: merge(thread.messages, incoming),
    outgoing: thread.outgoing.some((item) => clientIds.has(item.clientId))
      ? thread.outgoing.filter((item) => !clientIds.has(item.clientId))
      : thread.outgoing,
    ...(incoming.some((message) => message.from === 'subscriber') ? { isSubscriberTyping: false, preview: '' } : {}),
  };
}

function merge(known: readonly WireMessage[], incoming: readonly WireMessage[]): readonly WireMessage[] {
  const [only] = incoming;
  // The common case by far, and a long thread should not be sorted for it.
  return incoming.length === 1 && only !== undefined && only.seq > (known.at(-1)?.seq ?? 0) ? [...known, only] : mergeBySeq(known, incoming);
}

function withNotes(thread: Thread, incoming: readonly WireNote[]): Thread {
  const byId = new Map(thread.notes.map((note) => [note.id, note]));
  for (const note of incoming) byId.set(note.id, note);
  if (byId.size === thread.notes.length) return thread;
  return { ...thread, notes: [...byId.values()].sort((a, b) => a.at - b.at) };
}

function withRead(thread: Thread, seq: number): Thread {
  const { conversation } = thread;
  if (conversation === null || seq <= conversation.readSeq.agent) return thread;
  return { ...thread, conversation: { ...conversation, readSeq: { ...conversation.readSeq, agent: seq } } };
}

export function lastSeqOf(thread: Thread): number {
  return thread.messages.at(-1)?.seq ?? 0;
}
