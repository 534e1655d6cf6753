/** The conversations changed or read last, as they are committed; the one longest untouched goes first. */
import type { Conversation } from '../../domain/conversation.js';
import type { ConversationId } from '../../domain/ids.js';

export class ConversationCache {
  readonly #capacity: number;
  readonly #rows = new Map<ConversationId, Conversation>();

  constructor(capacity: number) {
    this.#capacity = capacity;
  }

  get(id: ConversationId): Conversation | undefined {
    const row = this.#rows.get(id);
    if (row === undefined) return undefined;
    this.#rows.delete(id);
    this.#rows.set(id, row);
    return row;
  }

  put(conversation: Conversation): void {
    this.#rows.delete(conversation.id);
    this.#rows.set(conversation.id, conversation);
    if (this.#rows.size <= this.#capacity) return;
    const oldest = this.#rows.keys().next();
    if (oldest.done !== true) this.#rows.delete(oldest.value);
  }

  clear(): void {
    this.#rows.clear();
  }
}
