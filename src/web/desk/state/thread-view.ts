/** What follows from a thread: holes to fill, what is unread, since when a reply is awaited, and the rows of the screen. */
import type { WireMessage } from '../../../protocol/chat.js';
import type { WireNote } from '../../../protocol/desk.js';
import type { Outgoing, Thread } from './desk-state.js';

/** The server's limit on one answer to `history`. */
const HISTORY_LIMIT = 200;
const GROUPED_WITHIN_MS = 3 * 60_000;
const DAY_MS = 86_400_000;

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

export function hasEarlier(thread: Thread): boolean {
  return (thread.messages[0]?.seq ?? 1) > 1;
}

export function countUnread(thread: Thread): number {
  const readUpTo = thread.conversation?.readSeq.agent ?? 0;
  if (thread.loading !== 'loaded' && thread.messages.length === 0) return 0;
  let count = 0;
  for (let index = thread.messages.length - 1; index >= 0; index -= 1) {
    const message = thread.messages[index];
    if (message === undefined || message.seq <= readUpTo || message.from === 'agent') break;
    if (message.from === 'subscriber') count += 1;
  }
  return count;
}

/** Since when the subscriber waits for the agent's next word; null when it is the subscriber's turn. */
export function awaitedSince(thread: Thread): number | null {
  if (thread.conversation?.state !== 'live') return null;
  let since: number | null = null;
  for (let index = thread.messages.length - 1; index >= 0; index -= 1) {
    const message = thread.messages[index];
    if (message === undefined || message.from === 'agent') break;
    if (message.from === 'subscriber') since = message.at;
  }
  // Whoever was handed over has waited in line before that; here only the wait since the agent joined counts.
  return since === null ? null : Math.max(since, thread.conversation.since);
}

export function lastSpoken(thread: Thread): WireMessage | null {
  return thread.messages.findLast((message) => message.from !== 'system') ?? null;
}

export type Row =
  | { readonly type: 'day'; readonly key: string; readonly at: number }
  | { readonly type: 'unread'; readonly key: string }
  | { readonly type: 'message'; readonly key: string; readonly message: WireMessage; readonly isFirst: boolean }
  | { readonly type: 'note'; readonly key: string; readonly note: WireNote }
  | { readonly type: 'outgoing'; readonly key: string; readonly item: Outgoing; readonly isFirst: boolean };

/** `zoneMs`: how far the local day is ahead of UTC. */
export function rowsOf(
  thread: Pick<Thread, 'conversation' | 'messages' | 'notes' | 'outgoing' | 'unreadAfter'>,
  zoneMs: number,
): readonly Row[] {
  const rows: Row[] = [];
  const notes = [...thread.notes];
  let day = Number.NaN;
  let before: { readonly who: string; readonly at: number } | null = null;
  let isMarked = thread.unreadAfter === null;
  const begin = (at: number): void => {
    const today = Math.floor((at + zoneMs) / DAY_MS);
    if (today === day) return;
    day = today;
    before = null;
    rows.push({ type: 'day', key: `day-${today}`, at });
  };
  const isFirst = (who: string, at: number): boolean => {
    const starts = before === null || before.who !== who || at - before.at > GROUPED_WITHIN_MS;
    before = { who, at };
    return starts;
  };
  const writeNotes = (until: number): void => {
    while (notes[0] !== undefined && notes[0].at < until) {
      const [note] = notes.splice(0, 1);
      if (note === undefined) return;
      begin(note.at);
      rows.push({ type: 'note', key: `note-${note.id}`, note });
      before = null;
    }
  };
  for (const message of thread.messages) {
    writeNotes(message.at);
    begin(message.at);
    if (!isMarked && message.seq > (thread.unreadAfter ?? 0) && message.from === 'subscriber') {
      rows.push({ type: 'unread', key: 'unread' });
      isMarked = true;
      before = null;
    }
    rows.push({ type: 'message', key: keyOf(message), message, isFirst: isFirst(speakerOf(message), message.at) });
  }
  writeNotes(Number.POSITIVE_INFINITY);
  const self = `agent${thread.conversation?.agent?.name ?? ''}`;
  for (const item of thread.outgoing) rows.push({ type: 'outgoing', key: `agent-${item.clientId}`, item, isFirst: isFirst(self, item.at) });
  return rows;
}

const speakerOf = (message: WireMessage): string => `${message.from}${message.agentName ?? ''}`;

/** The agent's own bubble keeps its place on the screen while it turns from sending to sent. */
const keyOf = (message: WireMessage): string => (message.clientId === undefined ? message.id : `${message.from}-${message.clientId}`);
