/**
 * What conversations are beside their memory, as it was written last: a turn leaves all of that as it was, so that it need not be put into
 * JSON anew for each.
 */
import type { Conversation } from '../../domain/conversation.js';
import { isSameBesideMemory } from '../../domain/conversation-copy.js';
import type { ConversationId } from '../../domain/ids.js';
import { RecentlyUsed } from '../../domain/recently-used.js';
import { CACHED_CONVERSATIONS } from './change-storage.js';
import { bodyBeforeMemory } from './rows.js';

interface Kept {
  of: Conversation;
  readonly beforeMemory: string;
}

export class BodiesKept {
  readonly #kept = new RecentlyUsed<ConversationId, Kept>(CACHED_CONVERSATIONS);

  bodyOf(conversation: Conversation): string {
    return `${this.beforeMemory(conversation)}${JSON.stringify(conversation.memory)}}`;
  }

  forget(): void {
    this.#kept.clear();
  }

  /** The memory's JSON and one more `}` make it whole. */
  beforeMemory(conversation: Conversation): string {
    const kept = this.#kept.get(conversation.id);
    if (kept !== undefined && isSameBesideMemory(kept.of, conversation)) {
      // It stands for the older one as well, which need not be held any longer.
      kept.of = conversation;
      return kept.beforeMemory;
    }
    const beforeMemory = bodyBeforeMemory(conversation);
    this.#kept.put(conversation.id, { of: conversation, beforeMemory });
    return beforeMemory;
  }
}
