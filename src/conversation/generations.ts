/** Answers being generated on this node: whoever asks for a person, or has one, never waits for a model to finish. */
import { dayOf } from '../domain/calendar.js';
import type { Fact } from '../domain/facts.js';
import type { ConversationId } from '../domain/ids.js';
import type { Generation } from '../knowledge/model-turn.js';
import type { Bus } from '../ports/bus.js';
import type { PublishedContent } from '../ports/published-content.js';

export class Generations {
  readonly #underWay = new Map<ConversationId, AbortController>();

  constructor(
    bus: Bus,
    private readonly content: PublishedContent,
  ) {
    bus.subscribe((fact) => this.#heed(fact));
  }

  /** One turn at a time, so one for each conversation. */
  begin(id: ConversationId): Generation {
    const controller = new AbortController();
    this.#underWay.set(id, controller);
    return { signal: controller.signal, end: () => void this.#underWay.delete(id) };
  }

  #heed(fact: Fact): void {
    if (this.#underWay.size === 0) return;
    if (fact.type === 'conversation.changed') {
      const { state } = fact.conversation;
      if (state === 'live' || state === 'closed') this.#underWay.get(fact.conversationId)?.abort();
    } else if (fact.type === 'message.added' && fact.message.from === 'subscriber' && this.#underWay.has(fact.conversationId)) {
      const { text, at } = fact.message;
      if (this.content.current().read(text, { today: dayOf(at) }).asksForPerson) this.#underWay.get(fact.conversationId)?.abort();
    }
  }
}
