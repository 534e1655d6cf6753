/** Who opened a conversation that is not theirs hears of it for as long as they may see it: asked to help, helping, offered it, or a supervisor. */
import type { Conversation } from '../../domain/conversation.js';
import type { ConversationId, StaffId } from '../../domain/ids.js';
import { mayInConversation } from '../../identity/permissions.js';
import type { DeskSession } from './desk-session.js';

export interface OnlookersDeps {
  readonly conversations: { find(id: ConversationId): Promise<Conversation | null> };
}

export class Onlookers {
  readonly #sessions: ReadonlyMap<StaffId, ReadonlySet<DeskSession>>;

  constructor(
    private readonly deps: OnlookersDeps,
    sessions: ReadonlyMap<StaffId, ReadonlySet<DeskSession>>,
  ) {
    this.#sessions = sessions;
  }

  /** News may overtake each other: whoever seems to have lost it is held against the record. */
  async heard(conversation: Conversation): Promise<void> {
    if (this.#watching(conversation.id).some((session) => !maySee(session, conversation))) await this.lookAgain(conversation.id);
  }

  async lookAgain(id: ConversationId): Promise<void> {
    if (this.#watching(id).length === 0) return;
    const conversation = await this.deps.conversations.find(id);
    for (const session of this.#watching(id)) if (conversation === null || !maySee(session, conversation)) session.watching.delete(id);
  }

  #watching(id: ConversationId): readonly DeskSession[] {
    const watching: DeskSession[] = [];
    for (const sessions of this.#sessions.values()) for (const session of sessions) if (session.watching.has(id)) watching.push(session);
    return watching;
  }
}

function maySee({ staff }: DeskSession, conversation: Conversation): boolean {
  return mayInConversation({ kind: 'staff', staff }, 'conversation.see', conversation);
}
