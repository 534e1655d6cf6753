/** Bounded memories: of what was used lately, and of what is used often. */
abstract class Memory<Key, Value extends NonNullable<unknown>> {
  abstract get(key: Key): Value | undefined;
  abstract put(key: Key, value: Value): void;

  /** What is kept, or else what is made now. */
  take(key: Key, make: () => Value): Value {
    const known = this.get(key);
    if (known !== undefined) return known;
    const made = make();
    this.put(key, made);
    return made;
  }
}

/** A bounded memory of what was used lately: a hit moves nothing about, and what nobody asked for in a while goes by the half. */
export class RecentlyUsed<Key, Value extends NonNullable<unknown>> extends Memory<Key, Value> {
  readonly #half: number;
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  /** Never holds more than `most`; whatever is among the half used last is surely there. */
  constructor(most: number) {
    super();
    this.#half = Math.max(1, Math.floor(most / 2));
  }

  get(key: Key): Value | undefined {
    const known = this.#young.get(key);
    if (known !== undefined) return known;
    const older = this.#old.get(key);
    if (older !== undefined) this.put(key, older);
    return older;
  }

  put(key: Key, value: Value): void {
    if (this.#young.size >= this.#half && !this.#young.has(key)) {
      this.#old = this.#young;
      this.#young = new Map();
    }
    this.#young.set(key, value);
  }

  forget(key: Key): void {
    this.#young.delete(key);
    this.#old.delete(key);
  }

  clear(): void {
    this.#young.clear();
    this.#old.clear();
  }
}

/**
 * The same, but only what is made a second time is kept. For what most ask once and some ask all the time: what nobody asks for again is soon
 * garbage, which costs next to nothing, where a large thing that is kept for a while and then dropped costs a pause.
 */
export class OftenUsed<Key, Value extends NonNullable<unknown>> extends Memory<Key, Value> {
  readonly #kept: RecentlyUsed<Key, Value>;
  readonly #once: RecentlyUsed<Key, true>;

  constructor(most: number) {
    super();
    this.#kept = new RecentlyUsed(most);
    this.#once = new RecentlyUsed(most);
  }

  get(key: Key): Value | undefined {
    return this.#kept.get(key);
  }

  put(key: Key, value: Value): void {
    if (this.#once.get(key) === undefined) this.#once.put(key, true);
    else this.#kept.put(key, value);
  }
}
