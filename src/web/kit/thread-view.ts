/** What follows from a thread: the hole to ask history for, what is unread, and the rows of the screen. */
import type { WireMessage } from '../../protocol/chat.js';
import type { Draft, Outgoing, Thread } from './thread.js';

/** The server's limit on one answer to `history`. */
const HISTORY_LIMIT = 200;
const DIVIDER_AFTER_MS = 5 * 60_000;

export interface HistoryRequest {
  readonly beforeSeq: number;
  readonly limit: number;
}

/** The topmost run of missing messages, or null when the order is whole. */
export function findGap(thread: Thread): HistoryRequest | null {
  let next = Math.max(thread.conversation?.lastSeq ?? 0, thread.messages.at(-1)?.seq ?? 0) + 1;
  for (let index = thread.messages.length - 1; index >= 0; index -= 1) {
    const seq = thread.messages[index]?.seq ?? 0;
    if (seq < next - 1) return { beforeSeq: next, limit: Math.min(HISTORY_LIMIT, next - 1 - Math.max(seq, thread.floor)) };
    next = seq;
    if (seq <= thread.floor + 1) return null;
  }
  return next - 1 > thread.floor ? { beforeSeq: next, limit: Math.min(HISTORY_LIMIT, next - 1 - thread.floor) } : null;
}

/** The highest `seq` up to which nothing is missing: what a reconnection asks to go on from. */
export function wholeUpTo(thread: Thread): number {
  let whole = thread.floor;
  for (const message of thread.messages) {
    if (message.seq > whole + 1) break;
    whole = Math.max(whole, message.seq);
  }
  return whole;
}

export function lastSeqOf(thread: Thread): number {
  return thread.messages.at(-1)?.seq ?? thread.floor;
}

export function countUnread(thread: Thread): number {
  return thread.messages.filter((message) => message.seq > thread.readSeq && isSpoken(message)).length;
}

const isSpoken = (message: WireMessage): boolean => message.from === 'bot' || message.from === 'agent';

export type Row =
  | { readonly type: 'time'; readonly key: string; readonly at: number }
  | { readonly type: 'unread'; readonly key: string }
  | { readonly type: 'message'; readonly key: string; readonly message: WireMessage; readonly isFirst: boolean; readonly isOpen: boolean }
  | { readonly type: 'outgoing'; readonly key: string; readonly item: Outgoing; readonly isFirst: boolean }
  | { readonly type: 'draft'; readonly key: string; readonly draft: Draft; readonly isFirst: boolean };

function isAsked(seq: number, conversation: Thread['conversation']): boolean {
  return seq === conversation?.proposal?.seq || seq === conversation?.signIn?.seq;
}

/** `unreadAfter`: draw the unread mark after this `seq`; null for none. */
export function rowsOf(thread: Thread, unreadAfter: number | null): readonly Row[] {
  const rows: Row[] = [];
  const lastOwn = thread.messages.findLast((message) => message.from === 'subscriber')?.seq ?? 0;
  let speaker = '';
  let at = 0;
  const timeRow = (now: number): void => {
    if (now - at < DIVIDER_AFTER_MS) return;
    rows.push({ type: 'time', key: `t${now}`, at: now });
    speaker = '';
  };
  let isMarked = false;
  // What was not taken stands there until it is sent again, and holds up nothing.
  const isAnswering = thread.outgoing.some(({ status }) => status === 'sending');
  for (const message of thread.messages) {
    timeRow(message.at);
    at = message.at;
    if (unreadAfter !== null && !isMarked && message.seq > unreadAfter && isSpoken(message)) {
      rows.push({ type: 'unread', key: 'unread' });
      isMarked = true;
      speaker = '';
    }
    // An agent's card is open until it is answered, taken back or replaced, whatever is said meanwhile; what the assistant offers, until an agent has the chat.
    const isOpen = !isAnswering && (message.from === 'agent' ? isAsked(message.seq, thread.conversation) : message.seq > lastOwn && !(message.from === 'bot' && thread.conversation?.state === 'live'));
    rows.push({ type: 'message', key: keyOf(message), message, isFirst: message.from !== speaker, isOpen });
    speaker = message.from;
  }
  for (const draft of thread.drafts) {
    rows.push({ type: 'draft', key: draft.id, draft, isFirst: speaker !== 'bot' });
    speaker = 'bot';
  }
  for (const item of thread.outgoing) {
    timeRow(item.at);
    at = item.at;
    rows.push({ type: 'outgoing', key: item.clientId, item, isFirst: speaker !== 'subscriber' });
    speaker = 'subscriber';
  }
  return rows;
}

/** One's own bubble keeps its place on the screen while it turns from sending to sent. */
const keyOf = (message: WireMessage): string => message.clientId ?? message.id;
