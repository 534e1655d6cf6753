/** Every turn that is owed, begun and under way: none is lost over a crash, none is left behind when the house closes. */
import type { Message } from '../domain/message.js';
import { answerSolved, CASE_NOT_SOLVED, CASE_SOLVED } from './case-talk.js';
import type { EarlyTurn } from './early-turn.js';
import { askForPerson, leaveLine } from './hand-over.js';
import type { ConversationRoom } from './room.js';
import { wholeRecord } from './whole-record.js';
import { takeTurn, turnOf } from './turn.js';

/** More conversations than this never wait for an answer at once. */
const MOST_DUE = 100_000;

export class Turns {
  /** Messages being written as well as turns being taken. */
  readonly #underWay = new Set<Promise<unknown>>();
  #isFinishing = false;

  constructor(private readonly room: ConversationRoom) {}

  get isFinishing(): boolean {
    return this.#isFinishing;
  }

  /** Takes the turns that were acknowledged but not answered before a crash. */
  async takeDue(): Promise<void> {
    for (const id of await this.room.log.unanswered(MOST_DUE)) {
      const conversation = await this.room.log.find(id);
      if (!conversation) continue;
      const due = await wholeRecord(this.room, id, conversation.handledSeq);
      for (const message of due) if (message.from === 'subscriber') this.begin(message);
    }
  }

  /** Resolves once nothing is under way; a message still being written owes a turn of its own. */
  async finish(): Promise<void> {
    this.#isFinishing = true;
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
  }

  begin(message: Message, early: EarlyTurn | null = null): void {
    const turn = this.#turnFor(message, early).catch((error: unknown) => this.room.logger.error({ error }, 'a turn failed'));
    void this.hold(turn);
  }

  hold<Result>(work: Promise<Result>): Promise<Result> {
    this.#underWay.add(work);
    const letGo = () => void this.#underWay.delete(work);
    work.then(letGo, letGo);
    return work;
  }

  async #turnFor(message: Message, early: EarlyTurn | null): Promise<void> {
    switch (message.action?.id) {
      // The button of the record is the same one tap as the page's own; it owes no turn of the assistant.
      case 'handoff':
        return this.#handoffByButton(message);
      case 'line:leave':
        await leaveLine(this.room, message.conversationId);
        return this.#settle(message);
      case CASE_SOLVED:
      case CASE_NOT_SOLVED:
        await answerSolved(this.room, message);
        return this.#settle(message);
      default:
        return takeTurn(this.room, message, early);
    }
  }

  async #handoffByButton(message: Message): Promise<void> {
    const conversation = await this.room.log.find(message.conversationId);
    if (!conversation) return;
    await askForPerson(this.room, conversation, null);
    await this.#settle(message);
  }

  /** In its turn, so that a message before it that is still being answered is never counted as answered. */
  async #settle({ conversationId: id, seq }: Message): Promise<void> {
    await this.room.turnLock.run(turnOf(id), async () => {
      await this.room.record.change({
        id,
        step: (current) => ({ conversation: { ...current, handledSeq: Math.max(current.handledSeq, seq) }, additions: [], result: null }),
      });
    });
  }
}
