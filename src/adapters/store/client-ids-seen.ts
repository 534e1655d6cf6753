/** The client ids of conversations begun here: a message whose id is not among them is new, and nobody need ask the file. */
import type { ConversationId } from '../../domain/ids.js';
import type { Message } from '../../domain/message.js';
import { RecentlyUsed } from '../../domain/recently-used.js';
import { CACHED_CONVERSATIONS, type ConversationWrite } from './change-storage.js';

/** Of all conversations together, some 100 bytes each; beyond it all are looked up as before, and memory begins anew with new conversations. */
const MOST_IDS = 400_000;

export class ClientIdsSeen {
  /** Whole from the first message on, or not here at all. */
  readonly #seen = new RecentlyUsed<ConversationId, Set<string>>(CACHED_CONVERSATIONS);
  /** Added since the beginning: those of conversations forgotten meanwhile count as well. */
  #added = 0;

  /** True only when it is sure that no message of this conversation carries the id. */
  isNew(id: ConversationId, clientId: string): boolean {
    const seen = this.#seen.get(id);
    return seen !== undefined && !seen.has(clientId);
  }

  written(conversations: readonly ConversationWrite[], messages: readonly Message[]): void {
    for (const { before, now } of conversations) if (before === null) this.#seen.put(now.id, new Set());
    for (const { conversationId, clientId } of messages) {
      const seen = clientId === undefined ? undefined : this.#seen.get(conversationId);
      if (clientId === undefined || seen === undefined) continue;
      seen.add(clientId);
      this.#added += 1;
    }
    if (this.#added > MOST_IDS) this.forget();
  }

  /** Another process has written: nothing known here is whole any more. */
  forget(): void {
    this.#seen.clear();
    this.#added = 0;
  }
}
