/** Of two things that come for one conversation at once the first is recorded first, however long each is prepared. */
import type { ConversationId } from '../domain/ids.js';

export class ArrivalOrder {
  readonly #last = new Map<ConversationId, Promise<void>>();

  /** Prepares at once; `record` is called when what came before has been asked of the record, and not only when it is there: what comes together is stored together. */
  async keep<Ready, Done>(id: ConversationId, prepare: () => Promise<Ready>, record: (ready: Ready) => Promise<Done>): Promise<Done> {
    const before = this.#last.get(id);
    let begun: () => void = () => undefined;
    const mine = new Promise<void>((resolve) => (begun = resolve));
    this.#last.set(id, mine);
    try {
      const ready = await prepare();
      if (before) await before;
      const done = record(ready);
      begun();
      return await done;
    } finally {
      // What could not be prepared lets nobody past who came before it.
      if (before) void before.then(begun);
      else begun();
      if (this.#last.get(id) === mine) this.#last.delete(id);
    }
  }
}
