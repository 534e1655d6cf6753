/** Keeps the first range each waiting subscriber was shown, so that it can be held against what came of it. */
import type { ConversationId } from '../domain/ids.js';
import type { Place } from '../handoff/line.js';
import type { Clock } from '../ports/clock.js';
import type { HandoffBook } from '../ports/handoff-book.js';

export class FirstRanges {
  #kept = new Set<string>();

  constructor(private readonly deps: { handoffs: HandoffBook; clock: Clock }) {}

  async note(places: ReadonlyMap<ConversationId, Place>): Promise<void> {
    const now = this.deps.clock.now();
    const waiting = new Set<string>();
    const writes: Promise<void>[] = [];
    for (const [conversationId, { position, eta, askedAt }] of places) {
      if (eta === null) continue;
      const key = `${conversationId}/${askedAt}`;
      waiting.add(key);
      if (this.#kept.has(key)) continue;
      // Seconds from being asked for, as the wait itself is counted.
      const waited = Math.max(0, Math.round((now - askedAt) / 1000));
      const first = { position, low: waited + eta.low, likely: waited + eta.likely, high: waited + eta.high };
      writes.push(this.deps.handoffs.showFirst({ conversationId, askedAt }, first));
    }
    // Who waits no more is forgotten; the book itself keeps the first.
    this.#kept = waiting;
    await Promise.all(writes);
  }
}
