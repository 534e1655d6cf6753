/** The client ids of each conversation, by which a message that is sent twice is known: read from the file once, and kept up from then on. */
import type { ConversationId } from '../../domain/ids.js';
import type { Message } from '../../domain/message.js';
import { RecentlyUsed } from '../../domain/recently-used.js';
import { CACHED_CONVERSATIONS, type ConversationWrite } from './change-storage.js';

/** Of all conversations together, some 100 bytes each; beyond it all are read anew as they are needed. */
const MOST_IDS = 400_000;

export class ClientIdsSeen {
  /** Whole, or not here at all. */
  readonly #seen = new RecentlyUsed<ConversationId, Set<string>>(CACHED_CONVERSATIONS);
  readonly #read: (id: ConversationId) => readonly string[];
  /** Added since the beginning: those of conversations forgotten meanwhile count as well. */
  #added = 0;

  /** `read`: all client ids of a conversation, as they are in the file. Asked only while no change of that conversation is under way. */
  constructor(read: (id: ConversationId) => readonly string[]) {
    this.#read = read;
  }

  has(id: ConversationId, clientId: string): boolean {
    return this.#of(id).has(clientId);
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

  /** Another process has written, or rows were removed: nothing known here is whole any more. */
  forget(): void {
    this.#seen.clear();
    this.#added = 0;
  }

  #of(id: ConversationId): ReadonlySet<string> {
    const known = this.#seen.get(id);
    if (known !== undefined) return known;
    const read = new Set(this.#read(id));
    this.#added += read.size;
    this.#seen.put(id, read);
    return read;
  }
}
