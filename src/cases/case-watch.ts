/** Listens to the floor: the first agent asked becomes the owner, and what anybody promises becomes a row. Runs on every node; each effect is a claim. */
import type { Case } from '../domain/case.js';
import { isOpenCase } from '../domain/case.js';
import { askingFirst } from '../domain/case-steps.js';
import { isRefusal } from '../domain/errors.js';
import type { Fact } from '../domain/facts.js';
import type { CaseId, ConversationId, StaffId } from '../domain/ids.js';
import type { Message } from '../domain/message.js';
import type { PromiseMade } from '../domain/promise.js';
import type { Conversation } from '../domain/conversation.js';
import { promisesIn } from './promises-in.js';
import { changeCase } from './room.js';
import type { CaseRoom } from './room.js';

const MOST = 50;
/** What was said while no node listened is read again at the start. */
const READ_AGAIN = 200;

interface Heard {
  readonly text: string;
  readonly dueAt: number;
  readonly caseId?: CaseId;
}

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

  /** A crash may have swallowed a fact: the record still holds what was said. */
  async catchUp(): Promise<void> {
    for (const conversation of await this.room.waitingLine.live()) {
      if (conversation.owner) await this.#own(conversation.id, conversation.owner);
      for (const message of await this.room.log.messages(conversation.id, { limit: READ_AGAIN })) await this.#listen(message);
    }
  }

  /** Null for nearly all there is to hear: most words promise nothing. */
  #hear(fact: Fact): Promise<void> | null {
    if (fact.type === 'message.added') return this.#listen(fact.message);
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

  /** An agent's words are searched; the assistant says itself what it has promised. */
  #listen(message: Message): Promise<void> | null {
    const { author, promises } = message;
    if (message.from !== 'agent' && message.from !== 'bot') return null;
    const found: readonly Heard[] = author === undefined ? (promises ?? []) : promisesIn(message.text, message.at);
    return found.length === 0 ? null : this.#keepAll(message, found);
  }

  async #keepAll(message: Message, found: readonly Heard[]): Promise<void> {
    const { author } = message;
    const conversation = await this.room.log.find(message.conversationId);
    const linked = author === undefined ? null : await this.#caseFor(message.conversationId, conversation?.identity?.msisdn ?? null);
    for (const [index, one] of found.entries()) {
      const caseId = one.caseId ?? linked?.id ?? null;
      await this.#keep({
        ...{ id: `${message.id}:${index}`, caseId, conversationId: message.conversationId, messageId: message.id },
        ...{ msisdn: conversation?.identity?.msisdn ?? null, by: author ?? 'assistant', text: one.text, madeAt: message.at, dueAt: one.dueAt },
        ...{ state: 'open', endedAt: null, isNearTold: false },
      });
    }
  }

  async #keep(made: PromiseMade): Promise<void> {
    const isNew = await this.room.book.addPromise(made);
    if (!isNew || made.caseId === null) return;
    const { by, text, madeAt: at } = made;
    const told = await changeCase(this.room, made.caseId, (one) => ({ ...one, history: [...one.history, { at, kind: 'promise-made', by, text, isPublic: true }] }));
    if (isRefusal(told)) this.room.onTrouble(new Error(told.refused), 'a promise could not be written to its case');
  }

  /** The newest open case of this conversation, else the only open one of the subscriber. */
  async #caseFor(id: ConversationId, msisdn: Case['msisdn']): Promise<Case | null> {
    const here = (await this.room.book.list({ conversationId: id }, MOST)).filter(isOpenCase);
    const [newest] = [...here].sort((one, other) => other.createdAt - one.createdAt);
    if (newest || msisdn === null) return newest ?? null;
    const own = (await this.room.book.list({ msisdn }, MOST)).filter(isOpenCase);
    return own.length === 1 ? (own[0] ?? null) : null;
  }
}
