/** Listens to the floor: the first agent asked becomes the owner, and what anybody promises becomes a row. Runs on every node; each effect is a claim. */
import { isOpenCase } from '../domain/case.js';
import { askingFirst } from '../domain/case-steps.js';
import type { Fact } from '../domain/facts.js';
import type { ConversationId, StaffId } from '../domain/ids.js';
import type { Conversation } from '../domain/conversation.js';
import { isPromising, keepPromisesOf } from './promises-said.js';
import { changeCase } from './room.js';
import type { CaseRoom } from './room.js';

const MOST = 50;

export class CaseWatch {
  #stop: (() => void) | null = null;

  constructor(private readonly room: CaseRoom) {}

  start(): void {
    this.#stop = this.room.bus.subscribe((fact) => {
      this.#hear(fact)?.catch((error: unknown) => this.room.onTrouble(error, 'a case could not follow what happened'));
    });
  }

  stop(): void {
    this.#stop?.();
    this.#stop = null;
  }

  /** A crash may have swallowed a fact: the record still knows who has the chat. What was promised is an errand of the record. */
  async catchUp(): Promise<void> {
    for (const conversation of await this.room.waitingLine.live()) {
      if (conversation.owner) await this.#own(conversation.id, conversation.owner);
    }
  }

  /** Null for nearly all there is to hear: most words promise nothing. */
  #hear(fact: Fact): Promise<void> | null {
    if (fact.type === 'message.added') return isPromising(fact.message, fact.message.at) ? keepPromisesOf(this.room, fact.message) : null;
    return fact.type === 'agent.assigned' ? this.#assigned(fact.conversationId, fact.staffId) : null;
  }

  async #assigned(id: ConversationId, staffId: StaffId): Promise<void> {
    const owner = (await this.room.log.find(id))?.owner;
    if (owner?.staffId === staffId) await this.#own(id, owner);
  }

  async #own(id: ConversationId, owner: NonNullable<Conversation['owner']>): Promise<void> {
    const { staffId, name } = owner;
    for (const one of await this.room.book.list({ conversationId: id, isUnowned: true }, MOST)) {
      if (isOpenCase(one)) await changeCase(this.room, one.id, (found) => askingFirst(found, { staffId, name }, this.room.clock.now()));
    }
  }
}
