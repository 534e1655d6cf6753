/** Who waits and who is served, kept in memory by the one process that writes them: read at every move of the line. */
import type { Conversation } from '../../domain/conversation.js';
import type { ConversationId } from '../../domain/ids.js';

export type LineState = 'queued' | 'live';

export const LINE_ORDERS: Readonly<Record<LineState, (one: Conversation, other: Conversation) => number>> = {
  queued: (one, other) => (other.waiting?.priority ?? 0) - (one.waiting?.priority ?? 0) || (one.waiting?.since ?? 0) - (other.waiting?.since ?? 0) || byId(one, other),
  live: (one, other) => byText(one.owner?.staffId ?? '', other.owner?.staffId ?? '') || byId(one, other),
};

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
const byId = (one: Conversation, other: Conversation): number => byText(one.id, other.id);

export class LinesAtHand {
  readonly #load: () => readonly Conversation[];
  #kept: Readonly<Record<LineState, Map<ConversationId, Conversation>>> | null = null;
  #lists: Partial<Record<LineState, readonly Conversation[]>> = {};

  /** `load` reads all of both states as they are stored. */
  constructor(load: () => readonly Conversation[]) {
    this.#load = load;
  }

  /** The same list again until one in it changes. */
  list(state: LineState): readonly Conversation[] {
    return (this.#lists[state] ??= [...this.#loaded()[state].values()].sort(LINE_ORDERS[state]));
  }

  /** What was written is durable. */
  written(now: Conversation): void {
    if (this.#kept === null) return;
    for (const state of ['queued', 'live'] as const) {
      const kept = this.#kept[state];
      if (now.state === state) kept.set(now.id, now);
      else if (!kept.delete(now.id)) continue;
      delete this.#lists[state];
    }
  }

  /** Somebody else may have written. */
  forget(): void {
    this.#kept = null;
    this.#lists = {};
  }

  #loaded(): Readonly<Record<LineState, Map<ConversationId, Conversation>>> {
    if (this.#kept !== null) return this.#kept;
    this.#kept = { queued: new Map(), live: new Map() };
    for (const conversation of this.#load()) this.written(conversation);
    return this.#kept;
  }
}
