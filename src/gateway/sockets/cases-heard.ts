/** Which changes of cases this node has heard of, and which another one made and the bus lost the word of. */
import type { Case } from '../../domain/case.js';
import type { CaseId } from '../../domain/ids.js';
import type { CaseBook } from '../../ports/case-book.js';
import type { Clock } from '../../ports/clock.js';

/** Longer than the clocks of nodes differ and than a change is on its way into the record; pages ask by themselves after it. */
const REACHES_MS = 60_000;
const MOST = 500;

export class CasesHeard {
  readonly #heard = new Map<CaseId, { readonly version: number; readonly at: number }>();
  #behind: ReadonlySet<CaseId> = new Set();
  #isFirst = true;

  constructor(private readonly deps: { readonly cases: Pick<CaseBook, 'changedSince' | 'find'>; readonly clock: Clock }) {}

  note({ id, version, updatedAt: at }: Case): void {
    if (version >= (this.#heard.get(id)?.version ?? 0)) this.#heard.set(id, { version, at });
  }

  /** What is still not heard of at the next look is lost, and not on its way. */
  async lost(): Promise<readonly Case[]> {
    const { cases, clock } = this.deps;
    const since = clock.now() - REACHES_MS;
    const found = await cases.changedSince(since, MOST);
    if (this.#isFirst) for (const { id, version, at } of found) this.#heard.set(id, { version, at });
    this.#isFirst = false;
    const behind = found.filter(({ id, version }) => version > (this.#heard.get(id)?.version ?? 0)).map(({ id }) => id);
    const lost = behind.filter((id) => this.#behind.has(id));
    this.#behind = new Set(behind.filter((id) => !lost.includes(id)));
    for (const [id, { at }] of this.#heard) if (at < since) this.#heard.delete(id);
    const read = (await Promise.all(lost.map((id) => cases.find(id)))).filter((one) => one !== null);
    for (const one of read) this.note(one);
    return read;
  }
}
