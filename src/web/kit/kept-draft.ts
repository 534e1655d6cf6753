/** What is being written: it outlives the field, which goes when the panel is closed, and a reload of the tab. */
import type { ResumeStore } from './resume-store.js';
import { Signal } from './signal.js';

export class KeptDraft extends Signal<string> {
  readonly #store: ResumeStore;
  #who: string;

  constructor(store: ResumeStore, who: string) {
    super(store.loadDraft(who));
    this.#store = store;
    this.#who = who;
  }

  override set(text: string): void {
    super.set(text);
    this.#store.saveDraft(this.#who, text);
  }

  /** Who was writing as a guest goes on writing; anybody else's words are theirs alone. */
  passOnTo(who: string): void {
    const before = this.#who;
    if (who === before) return;
    this.#who = who;
    if (before !== 'guest') return this.set(this.#store.loadDraft(who));
    this.#store.saveDraft(before, '');
    this.#store.saveDraft(who, this.get());
  }
}
