/** What follows from a thread: holes to fill, what is unread, and since when a reply is awaited. */
import type { WireMessage } from '../../../protocol/chat.js';
import { wordsBeside } from '../../kit/words-beside.js';
import type { Outgoing, Thread } from './desk-state.js';

/** The server's limit on one answer to `history`. */
const HISTORY_LIMIT = 200;

/** The topmost run of missing messages below the newest, or null when what is here is whole. */
export function findGap(thread: Thread): { readonly beforeSeq: number; readonly limit: number } | null {
  const { messages } = thread;
  const newest = Math.max(thread.conversation?.lastSeq ?? 0, messages.at(-1)?.seq ?? 0);
  let next = newest + 1;
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const seq = messages[index]?.seq ?? 0;
    if (seq < next - 1) return { beforeSeq: next, limit: Math.min(HISTORY_LIMIT, next - 1 - seq) };
    next = seq;
  }
  return messages.length === 0 && newest > 0 ? { beforeSeq: next, limit: 100 } : null;
}

/** Errors that say nothing of whether the words are in the record: only their answer may have been lost. */
const UNKNOWN_FATE: ReadonlySet<string> = new Set(['offline', 'timeout', 'rate-limited', 'unavailable', 'internal']);

export const isFateUnknown = (code: string): boolean => UNKNOWN_FATE.has(code);

export function mayHaveArrived({ status, error }: Outgoing): boolean {
  return status === 'sending' || isFateUnknown(error ?? '');
}

export function hasEarlier(thread: Thread): boolean {
  return (thread.messages[0]?.seq ?? 1) > 1;
}

export function countUnread(thread: Thread): number {
  return unreadSince(thread, 0);
}

/** Of what is unread only what was said from `since` on. */
export function unreadSince(thread: Thread, since: number): number {
  const readUpTo = thread.conversation?.readSeq.agent ?? 0;
  if (thread.loading !== 'loaded' && thread.messages.length === 0) return 0;
  let count = 0;
  for (let index = thread.messages.length - 1; index >= 0; index -= 1) {
    const message = thread.messages[index];
    if (message === undefined || message.seq <= readUpTo || message.from === 'agent') break;
    if (message.from === 'subscriber' && message.at >= since) count += 1;
  }
  return count;
}

/** Since when the subscriber waits for the agent's next word; null when it is the subscriber's turn. */
export function awaitedSince(thread: Thread): number | null {
  if (thread.conversation?.state !== 'live') return null;
  let since: number | null = null;
  for (let index = thread.messages.length - 1; index >= 0; index -= 1) {
    const message = thread.messages[index];
    if (message === undefined || (message.from === 'agent' && message.recalled !== true)) break;
    if (message.from === 'subscriber') since = message.at;
  }
  // Whoever was handed over has waited in line before that; here only the wait since the agent joined counts.
  return since === null ? null : Math.max(since, thread.conversation.since);
}

/** By when the first word has to be said before the chat goes back to the line; null once one was, or where it may take any time. */
export function firstWordDue({ conversation, messages }: Thread): number | null {
  if (conversation?.state !== 'live' || conversation.replyDueAt === null) return null;
  const { since, replyDueAt } = conversation;
  const hasSpoken = messages.some(({ from, at, recalled }) => from === 'agent' && recalled !== true && at >= since);
  return hasSpoken ? null : replyDueAt;
}

/** What has words to show in a line: not a card alone, as the one that says what the agent was told. */
export function lastSpoken(thread: Thread): WireMessage | null {
  return thread.messages.findLast((message) => message.from !== 'system' && message.recalled !== true && wordsBeside(message) !== '') ?? null;
}
