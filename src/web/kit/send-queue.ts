/** Sends one thing after another, in the order typed, and keeps each until the server has it, across lost connections. */
import type { Answer } from './connection.js';
import type { Outgoing, ThreadEvent } from './thread.js';

export type Placed = { readonly id: string; readonly seq: number };
type Transmit = (item: Outgoing) => Promise<Answer<Placed>>;

export class SendQueue {
  readonly #transmit: Transmit;
  readonly #report: (event: ThreadEvent) => void;
  #items: readonly Outgoing[] = [];
  #isBusy = false;
  #isAskedAgain = false;

  constructor(transmit: Transmit, report: (event: ThreadEvent) => void) {
    this.#transmit = transmit;
    this.#report = report;
  }

  get items(): readonly Outgoing[] {
    return this.#items;
  }

  add(item: Outgoing): void {
    if (this.#items.some((waiting) => waiting.clientId === item.clientId)) return;
    this.#items = [...this.#items, item];
    void this.flush();
  }

  /** The server has it by other evidence, its own copy of the message. */
  settle(clientId: string): void {
    this.#items = this.#items.filter((item) => item.clientId !== clientId);
  }

  clear(): void {
    this.#items = [];
  }

  /** One in flight at a time: the server sees the words in the order they were typed. */
  async flush(): Promise<void> {
    // The connection may come back while the loss of the one before is still being noticed.
    this.#isAskedAgain = true;
    if (this.#isBusy) return;
    this.#isBusy = true;
    while (this.#isAskedAgain) {
      this.#isAskedAgain = false;
      await this.#sendAll();
    }
    this.#isBusy = false;
  }

  async #sendAll(): Promise<void> {
    for (let item = this.#items[0]; item !== undefined; item = this.#items[0]) {
      const answer = await this.#transmit(item);
      if (answer === 'lost') return;
      this.settle(item.clientId);
      if (answer === 'late') this.#report({ type: 'failed', clientId: item.clientId, error: 'late' });
      else if (answer.ok) this.#report({ type: 'acked', clientId: item.clientId, id: answer.id, seq: answer.seq });
      else this.#report({ type: 'failed', clientId: item.clientId, error: answer.error.code });
    }
  }
}
