/** What is known of the conversations changed or read last; the one longest untouched is forgotten first. */
import type { ConversationId } from '../../domain/ids.js';

/** A few kB each. */
export const CACHED_CONVERSATIONS = 10_000;

export class ConversationCache<Entry> {
  readonly #capacity: number;
  readonly #entries = new Map<ConversationId, Entry>();

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(id: ConversationId): Entry | undefined {
    const entry = this.#entries.get(id);
    if (entry === undefined) return undefined;
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    return entry;
  }

  put(id: ConversationId, entry: Entry): void {
    this.#entries.delete(id);
    this.#entries.set(id, entry);
    if (this.#entries.size <= this.#capacity) return;
    const oldest = this.#entries.keys().next();
    if (oldest.done !== true) this.#entries.delete(oldest.value);
  }

  clear(): void {
    this.#entries.clear();
  }
}
