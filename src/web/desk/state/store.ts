/** Holds the state of the desk outside React: one reducer, one way to change it, watchers told after each change. */
import type { DeskEvent } from './desk-events.js';
import { reduceDesk } from './desk-reducer.js';
import { EMPTY_DESK } from './desk-state.js';
import type { DeskState } from './desk-state.js';

export class DeskStore {
  #state: DeskState = EMPTY_DESK;
  readonly #watchers = new Set<() => void>();

  readonly get = (): DeskState => this.#state;

  readonly dispatch = (event: DeskEvent): void => {
    const next = reduceDesk(this.#state, event);
    if (next === this.#state) return;
    this.#state = next;
    for (const watcher of [...this.#watchers]) watcher();
  };

  /** Returns the way to stop watching. */
  readonly watch = (watcher: () => void): (() => void) => {
    this.#watchers.add(watcher);
    return () => this.#watchers.delete(watcher);
  };
}
