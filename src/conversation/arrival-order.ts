/** Of two things that come for one conversation at once the first is recorded first, however long each is prepared. */
import type { ConversationId } from '../domain/ids.js';

export class ArrivalOrder {
  readonly #last = new Map<ConversationId, Arrival>();

  /** Prepares at once; `record` is called when what came before has been asked of the record, and not only when it is there: what comes together is stored together. */
  async keep<Ready, Done>(id: ConversationId, prepare: () => Ready | Promise<Ready>, record: (ready: Ready) => Promise<Done>): Promise<Done> {
    const before = this.#last.get(id);
    const mine = new Arrival();
    this.#last.set(id, mine);
    try {
      const ready = await prepare();
      if (before?.isRecorded === false) await before.recorded();
      const done = record(ready);
      mine.letOn();
      return await done;
    } finally {
      // What could not be prepared lets nobody past who came before it.
      if (before?.isRecorded === false) void before.recorded().then(() => mine.letOn());
      else mine.letOn();
      if (this.#last.get(id) === mine) this.#last.delete(id);
    }
  }
}

/** Most come alone: a promise is made only for whoever has to wait. */
class Arrival {
  isRecorded = false;
  readonly #waiting: (() => void)[] = [];

  recorded(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  letOn(): void {
    this.isRecorded = true;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }
}
