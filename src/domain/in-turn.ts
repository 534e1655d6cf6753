/** One after the other for each key: what begins later never ends before what began earlier. */
export class InTurn<Key> {
  /** The last of what is still going on; gone with it. */
  readonly #tails = new Map<Key, Promise<unknown>>();

  do<Result>(key: Key, work: () => Promise<Result>): Promise<Result> {
    const done = (this.#tails.get(key) ?? Promise.resolve()).then(work);
    const tail = done
      .catch(() => undefined)
      .then(() => {
        if (this.#tails.get(key) === tail) this.#tails.delete(key);
      });
    this.#tails.set(key, tail);
    return done;
  }
}
