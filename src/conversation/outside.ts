/** Who answers outside this house: a hub that takes handoffs in the place of our line, or a person on the channel itself. */
import { withAside } from '../domain/aside.js';
import type { Aside } from '../domain/aside.js';
import type { Conversation } from '../domain/conversation.js';
import { closing, takenOutside } from '../domain/conversation-steps.js';
import { isRefusal, refuse } from '../domain/errors.js';
import type { Refusal } from '../domain/errors.js';
import type { ConversationId } from '../domain/ids.js';
import type { MessageDraft } from '../domain/message.js';
import { conversationWords } from '../wording/conversation/words.js';
import type { ConversationWording } from '../wording/conversation/zh-cn.js';
import { answerFromHub } from './hub.js';
import type { HubAnswer } from './hub.js';
import type { ConversationRoom } from './room.js';

type OutsideWords = (words: ConversationWording['outside']) => string;

export class Outside {
  constructor(private readonly room: ConversationRoom) {}

  /** An outside hub says how it stands with a handoff. */
  hubAnswered(id: ConversationId, answer: HubAnswer): Promise<null | Refusal> {
    return answerFromHub(this.room, id, answer);
  }

  /** Said beside the record: whoever has the page open sees it, and it is gone when the page is loaded again. */
  async aside(id: ConversationId, said: Omit<Aside, 'at'>): Promise<null | Refusal> {
    const changed = await this.room.record.change({
      id,
      step: (current) => ({ conversation: withAside(current, said, this.room.clock.now()), additions: [], result: null }),
    });
    if (isRefusal(changed)) return changed;
    this.room.bus.publish({ type: 'aside.said', conversationId: id });
    return null;
  }

  /** Somebody on the channel has it, whom we do not know: the assistant and our agents are silent from here on. */
  async taken(conversation: Conversation): Promise<null | Refusal> {
    const now = this.room.clock.now();
    return this.#change(conversation, (current) => takenOutside(current, now), (words) => words.taken, 'taken-over');
  }

  /** It ended on the channel; what is said next begins anew. */
  async ended(conversation: Conversation): Promise<null | Refusal> {
    const closed = { at: this.room.clock.now(), by: 'agent' as const, disposition: 'ended-on-channel', summary: '' };
    return this.#change(conversation, (current) => closing(current, closed), (words) => words.ended, 'closed');
  }

  /** Words that the subscriber has already, as the agent's who has the conversation; said again they are not kept again. */
  async said(conversation: Conversation, said: { readonly clientId: string; readonly text: string }): Promise<null | Refusal> {
    const { id } = conversation;
    const changed = await this.room.record.change({
      ...{ id, initial: conversation, clientId: said.clientId },
      step: (current) => {
        const author = current.owner ? { staffId: current.owner.staffId, name: current.owner.name } : null;
        const draft: MessageDraft = { from: 'agent', kind: 'text', ...said, isRecordOnly: true, ...(author ? { author } : {}) };
        const owner = current.owner && { ...current.owner, replyDueAt: null };
        return { conversation: current.owner?.replyDueAt ? { ...current, owner } : current, additions: [draft], result: null };
      },
    });
    return isRefusal(changed) ? changed : null;
  }

  /** A line for who reads the record; the subscriber has no use for it. `key`: said again it is not kept again. */
  async note(id: ConversationId, key: string, say: OutsideWords): Promise<null | Refusal> {
    const changed = await this.room.record.change({
      ...{ id, clientId: key },
      step: (current) => ({ conversation: current, additions: [eventOf(current, say, key)], result: null }),
    });
    return isRefusal(changed) ? changed : null;
  }

  /** Nothing is said twice about what is so already. */
  async #change(conversation: Conversation, move: (current: Conversation) => Conversation | Refusal, say: OutsideWords, released: 'taken-over' | 'closed'): Promise<null | Refusal> {
    const changed = await this.room.record.change(
      {
        ...{ id: conversation.id, initial: conversation },
        step: (current) => {
          const moved = move(current);
          return isRefusal(moved) ? moved : { conversation: moved, additions: moved === current ? [] : [eventOf(current, say)], result: null };
        },
      },
      { released },
    );
    if (isRefusal(changed)) return changed;
    if ('duplicate' in changed) return refuse('internal');
    return null;
  }
}

function eventOf({ locale }: Conversation, say: OutsideWords, clientId?: string): MessageDraft {
  return { from: 'system', kind: 'event', text: say(conversationWords(locale).outside), isRecordOnly: true, ...(clientId === undefined ? {} : { clientId }) };
}
