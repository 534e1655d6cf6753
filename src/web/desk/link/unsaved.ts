/** What was written in a form and not saved yet, kept in this tab: another page, a reload or a session that ends takes nothing along. */

export interface Kept<Text> {
  readonly text: Text;
  /** What it was begun on, so that newer work of somebody else is seen when it is saved. */
  readonly base: unknown;
}

const PREFIX = 'jiebang-unsaved';

export class Unsaved {
  constructor(
    private readonly storage: Storage,
    /** Pages of staff share a tab, and each tells of its own. */
    private readonly page: 'desk' | 'studio' | 'insights',
    /** What one person leaves behind is not the next one's. */
    private readonly owner: string,
  ) {}

  get<Text>(place: string): Kept<Text> | null {
    const kept = this.storage.getItem(this.#key(place));
    return kept === null ? null : (JSON.parse(kept) as Kept<Text>);
  }

  put(place: string, kept: Kept<unknown>): void {
    try {
      this.storage.setItem(this.#key(place), JSON.stringify(kept));
    } catch {
      // No room in this tab: it is then only on the screen, as before.
    }
  }

  drop(place: string): void {
    this.storage.removeItem(this.#key(place));
  }

  /** As `intents/balance_query`. */
  places(): readonly string[] {
    const start = this.#key('');
    return Array.from({ length: this.storage.length }, (_, at) => this.storage.key(at) ?? '').flatMap((key) => (key.startsWith(start) ? [key.slice(start.length)] : []));
  }

  #key(place: string): string {
    return `${PREFIX} ${this.page} ${this.owner} ${place}`;
  }
}
