/** Which group something new belongs to: by vectors where an endpoint is configured and answers, else by the words and what the router makes of them. */
import type { Finding } from '../domain/finding.js';
import { zonedDay } from '../domain/zoned-day.js';
import type { Clock } from '../ports/clock.js';
import type { PublishedContent, Revision } from '../ports/published-content.js';
import type { SettingsInForce } from '../ports/settings-in-force.js';
import type { ByVectors } from './by-vectors.js';
import { Meanings, nearest } from './meaning.js';

export interface GroupingDeps {
  readonly content: PublishedContent;
  readonly settings: SettingsInForce;
  readonly clock: Clock;
  /** Null without an endpoint. */
  readonly byVectors: Pick<ByVectors, 'nearest' | 'keepOnly'> | null;
}

export class Grouping {
  #meanings: { readonly revision: Revision; readonly made: Promise<Meanings> } | null = null;

  constructor(private readonly deps: GroupingDeps) {}

  /** Null: none is near enough. */
  async nearest<Group extends { readonly examples: readonly string[] }>(text: string, { kind, locale }: Pick<Finding, 'kind' | 'locale'>, groups: readonly Group[]): Promise<Group | null> {
    const { byVectors, content } = this.deps;
    // The very words are of one meaning, whatever measures it.
    const same = groups.find(({ examples }) => examples.includes(text));
    if (same) return same;
    const found = await byVectors?.nearest(text, { locale, groups, revision: content.current() });
    if (found !== undefined) return found;
    const meanings = await this.#current();
    return nearest(meanings.read(text, locale, kind), groups, (example) => meanings.read(example, locale, kind));
  }

  /** Of every other text nothing that was computed stays. */
  keepOnly(texts: readonly string[]): void {
    this.deps.byVectors?.keepOnly(texts);
    void this.#meanings?.made.then((meanings) => meanings.forget());
  }

  #current(): Promise<Meanings> {
    const revision = this.deps.content.current();
    if (this.#meanings?.revision !== revision) {
      const today = zonedDay(this.deps.settings.current('hours').timezone, this.deps.clock.now());
      this.#meanings = { revision, made: Meanings.of(revision, today) };
    }
    return this.#meanings.made;
  }
}
