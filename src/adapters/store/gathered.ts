/** Questions asked one by one in the same moment, put as one. */

interface Waiting<Answer> {
  readonly resolve: (answer: Answer | null) => void;
  readonly reject: (error: unknown) => void;
}

export class Gathered<Key, Answer> {
  readonly #ask: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Answer>>;
  #waiting = new Map<Key, Waiting<Answer>[]>();

  /** `ask`: answers as many as there are; each key is in it once. */
  constructor(ask: (keys: readonly Key[]) => Promise<ReadonlyMap<Key, Answer>>) {
    this.#ask = ask;
  }

  /** Null when there is no answer to this key. */
  get(key: Key): Promise<Answer | null> {
    return new Promise((resolve, reject) => {
      if (this.#waiting.size === 0) setImmediate(() => void this.#put());
      const waiting = this.#waiting.get(key) ?? [];
      this.#waiting.set(key, waiting);
      waiting.push({ resolve, reject });
    });
  }

  async #put(): Promise<void> {
    const put = this.#waiting;
    this.#waiting = new Map();
    try {
      const answers = await this.#ask([...put.keys()]);
      for (const [key, waiting] of put) for (const { resolve } of waiting) resolve(answers.get(key) ?? null);
    } catch (error) {
      for (const waiting of put.values()) for (const { reject } of waiting) reject(error);
    }
  }
}
