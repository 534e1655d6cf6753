/** Does what changes of the record left to be done and nobody did, because a node went down with it or the database was away. Runs on every node. */
import type { Errand } from '../domain/errand.js';
import type { Message } from '../domain/message.js';
import type { ConversationRoom } from './room.js';

const LOOK_EVERY_MS = 5_000;
/** Younger ones are being done by whoever left them. */
const DONE_WITHIN_MS = 3_000;
const AT_ONCE = 100;

export interface Hands {
  rated(errand: Errand): Promise<void>;
  /** Somebody tapped on "is it solved?". */
  answered(message: Message): void;
}

export class Errands {
  #cancel: (() => void) | null = null;

  constructor(
    private readonly room: ConversationRoom,
    private readonly hands: Hands,
  ) {}

  start(): void {
    const { clock, logger } = this.room;
    const again = (): void => {
      this.#cancel = clock.after(LOOK_EVERY_MS, () => {
        void this.look()
          .catch((error: unknown) => logger.error({ error }, 'errands could not be looked for'))
          .finally(() => {
            if (this.#cancel) again();
          });
      });
    };
    again();
  }

  stop(): void {
    this.#cancel?.();
    this.#cancel = null;
  }

  async look(): Promise<void> {
    const { errands, clock, logger } = this.room;
    const now = clock.now();
    for (const errand of await errands.due({ before: now - DONE_WITHIN_MS, now, limit: AT_ONCE })) {
      await this.#run(errand, now).catch((error: unknown) => logger.error({ error, kind: errand.about.kind }, 'an errand could not be done'));
    }
  }

  async #run(errand: Errand, now: number): Promise<void> {
    if (!(await this.room.errands.take(errand.id, now))) return;
    const { about } = errand;
    if (about.kind === 'rating') return this.hands.rated(errand);
    const message = await this.#messageAt(errand, about.seq);
    if (!message) return this.room.errands.done(errand.id);
    if (about.kind === 'promises') return this.room.caseDesk.keepPromisesOf(message);
    this.hands.answered(message);
  }

  async #messageAt({ conversationId: id }: Errand, seq: number): Promise<Message | null> {
    const [message] = await this.room.log.messages(id, { afterSeq: seq - 1, limit: 1 });
    return message?.seq === seq ? message : null;
  }
}
