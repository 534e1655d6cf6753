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
const LOOK_EVERY_MS = 5000;
/** A turn that fails again and again is left to the next start. */
const MOST_TRIES = 3;

export class Turns {
  /** Messages being written as well as turns being taken. */
  #underWay = 0;
  #whenDone: (() => void)[] = [];
  readonly #begun = new Set<Message['id']>();
  /** Owed at the last look already, and how often they were taken up from there. */
  #owed = new Map<Message['id'], number>();
  #stopLooking: (() => void) | null = null;
  #isFinishing = false;

  constructor(private readonly room: ConversationRoom) {}

  /** Takes the turns that were acknowledged but not answered before a crash, and from then on those that another node left behind. */
  async start(): Promise<void> {
    for (const message of await this.#due()) this.begin(message);
    const again = () => {
      this.#stopLooking = this.room.clock.after(LOOK_EVERY_MS, () => {
        void this.takeLeftBehind()
          .catch((error: unknown) => this.room.logger.error({ error }, 'turns that are owed could not be looked for'))
          .finally(() => {
            if (!this.#isFinishing) again();
          });
      });
    };
    again();
  }

  get isFinishing(): boolean {
    return this.#isFinishing;
  }

  /** What is owed at two looks in a row, and nobody here is at, was another node's; should it live and be slow, the turn is taken once all the same. */
  async takeLeftBehind(): Promise<void> {
    const owed = new Map<Message['id'], number>();
    for (const message of await this.#due()) {
      if (this.#begun.has(message.id)) continue;
      const tries = this.#owed.get(message.id);
      const isTime = tries !== undefined && tries < MOST_TRIES && !this.#isFinishing;
      owed.set(message.id, isTime ? tries + 1 : (tries ?? 0));
      if (isTime) this.begin(message);
    }
    this.#owed = owed;
  }

  async #due(): Promise<readonly Message[]> {
    const due: Message[] = [];
    for (const id of await this.room.log.unanswered(MOST_DUE)) {
      const conversation = await this.room.log.find(id);
      if (!conversation) continue;
      const messages = await wholeRecord(this.room, id, conversation.handledSeq);
      due.push(...messages.filter(({ from }) => from === 'subscriber'));
    }
    return due;
  }

  /** Resolves once nothing is under way; a message still being written owes a turn of its own. */
  async finish(): Promise<void> {
    this.#isFinishing = true;
    this.#stopLooking?.();
    while (this.#underWay > 0) await new Promise<void>((resolve) => this.#whenDone.push(resolve));
  }

  begin(message: Message, early: EarlyTurn | null = null): void {
    this.#begun.add(message.id);
    const turn = this.#turnFor(message, early).catch((error: unknown) => this.room.logger.error({ error }, 'a turn failed'));
    void this.hold(() => turn.finally(() => this.#begun.delete(message.id)));
  }

  /** The house does not close before the work has ended. */
  async hold<Result>(work: () => Promise<Result>): Promise<Result> {
    this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  /** The same for work that says itself when it ends; each has to be followed by `leave`. */
  enter(): void {
    this.#underWay += 1;
  }

  leave(): void {
    this.#underWay -= 1;
    if (this.#underWay === 0) for (const tell of this.#whenDone.splice(0)) tell();
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
