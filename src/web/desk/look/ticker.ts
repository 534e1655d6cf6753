/** One heartbeat a second for everything that counts time, on the server's clock. */
export class Ticker {
  #aheadMs = 0;
  #second: number;
  #timer: ReturnType<typeof setInterval> | undefined;
  readonly #watchers = new Set<() => void>();

  constructor(private readonly now: () => number) {
    this.#second = this.#read();
  }

  /** `aheadMs`: how far the server's clock is ahead of this one. */
  adjust(aheadMs: number): void {
    this.#aheadMs = aheadMs;
    this.#beat();
  }

  readonly serverNow = (): number => this.now() + this.#aheadMs;

  /** The server's time in whole seconds, so that watchers are woken once a second. */
  readonly get = (): number => this.#second;

  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    this.#timer ??= setInterval(() => this.#beat(), 1000);
    this.#beat();
    return () => {
      this.#watchers.delete(watcher);
      if (this.#watchers.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  };

  #read(): number {
    return Math.floor(this.serverNow() / 1000);
  }

  #beat(): void {
    const second = this.#read();
    if (second === this.#second) return;
    this.#second = second;
    for (const watcher of [...this.#watchers]) watcher();
  }
}
