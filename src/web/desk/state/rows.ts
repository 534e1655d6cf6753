/** The rows of the screen: every turn in order, days and the mark of the new between them, notes where they were written. */
import type { WireMessage } from '../../../protocol/chat.js';
import type { WireNote } from '../../../protocol/desk.js';
import type { Outgoing, Thread } from './desk-state.js';

const GROUPED_WITHIN_MS = 3 * 60_000;
const DAY_MS = 86_400_000;

export type Row =
  | { readonly type: 'day'; readonly key: string; readonly at: number }
  | { readonly type: 'unread'; readonly key: string }
  | { readonly type: 'message'; readonly key: string; readonly message: WireMessage; readonly isFirst: boolean }
  | { readonly type: 'note'; readonly key: string; readonly note: WireNote }
  | { readonly type: 'outgoing'; readonly key: string; readonly item: Outgoing; readonly isFirst: boolean };

export type RowSource = Pick<Thread, 'messages' | 'notes' | 'outgoing' | 'unreadAfter'> & {
  /** Who speaks what is still on its way. */
  readonly agentName: string | undefined;
};

/** `zoneMs`: how far the day it goes by is ahead of UTC. */
export function rowsOf(source: RowSource, zoneMs: number): readonly Row[] {
  const { messages, outgoing, unreadAfter } = source;
  const writer = new RowWriter(source.notes, zoneMs);
  let isMarked = unreadAfter === null;
  for (const message of messages) {
    writer.writeNotes(message.at);
    const isNew = !isMarked && message.seq > (unreadAfter ?? 0) && message.from === 'subscriber';
    writer.writeMessage(message, isNew);
    isMarked ||= isNew;
  }
  writer.writeNotes(Number.POSITIVE_INFINITY);
  for (const item of outgoing) writer.writeOutgoing(item, `agent${source.agentName ?? ''}`);
  return writer.rows;
}

class RowWriter {
  readonly rows: Row[] = [];
  #day = Number.NaN;
  #nextNote = 0;
  #before: { readonly who: string; readonly at: number } | null = null;

  constructor(
    private readonly notes: readonly WireNote[],
    private readonly zoneMs: number,
  ) {}

  writeNotes(until: number): void {
    for (;;) {
      const note = this.notes[this.#nextNote];
      if (note === undefined || note.at >= until) return;
      this.#nextNote += 1;
      this.#begin(note.at);
      this.#interrupt({ type: 'note', key: `note-${note.id}`, note });
    }
  }

  writeMessage(message: WireMessage, isNew: boolean): void {
    this.#begin(message.at);
    if (isNew) this.#interrupt({ type: 'unread', key: 'unread' });
    const isFirst = this.#isFirst(`${message.from}${message.agentName ?? ''}`, message.at);
    this.rows.push({ type: 'message', key: keyOf(message), message, isFirst });
  }

  writeOutgoing(item: Outgoing, who: string): void {
    this.rows.push({ type: 'outgoing', key: `agent-${item.clientId}`, item, isFirst: this.#isFirst(who, item.at) });
  }

  #begin(at: number): void {
    const today = Math.floor((at + this.zoneMs) / DAY_MS);
    if (today === this.#day) return;
    this.#day = today;
    this.#interrupt({ type: 'day', key: `day-${today}`, at });
  }

  /** What stands between two turns of one speaker makes the second a new beginning. */
  #interrupt(row: Row): void {
    this.rows.push(row);
    this.#before = null;
  }

  #isFirst(who: string, at: number): boolean {
    const before = this.#before;
    this.#before = { who, at };
    return before === null || before.who !== who || at - before.at > GROUPED_WITHIN_MS;
  }
}

/** The agent's own bubble keeps its place on the screen while it turns from sending to sent. */
const keyOf = (message: WireMessage): string => (message.clientId === undefined ? message.id : `${message.from}-${message.clientId}`);
