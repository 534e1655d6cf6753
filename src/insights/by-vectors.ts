/** How near two texts are by their vectors, where an embeddings endpoint is configured; how near is near enough is learnt from the content's own examples. */
import type { Locale } from '../domain/locale.js';
import { RecentlyUsed } from '../domain/recently-used.js';
import type { Clock } from '../ports/clock.js';
import type { Embeddings } from '../ports/embeddings.js';
import type { Revision } from '../ports/published-content.js';

export interface ByVectorsDeps {
  readonly embeddings: Embeddings;
  readonly clock: Clock;
  readonly onTrouble: (error: unknown) => void;
}

/** Grouping is in no hurry, but whoever opens the page waits for it. */
const EMBED_WITHIN_MS = 3_000;
const EMBED_AT_ONCE = 64;
/** An endpoint that did not answer is left alone for so long. */
const RESTS_MS = 60_000;
/** In memory only: what a subscriber asked goes when it is erased, and so must not stay behind as a vector. */
const KEPT = 8_000;
const OF_EACH_INTENT = 4;
/** Fewer say nothing about what is common. */
const FEWEST = 40;
/** Two texts belong together when no more than one in a thousand pairs of examples of different intents is as near. */
const AS_NEAR = 0.001;
/** Rows compared in one go, so that messages are answered in between. */
const SLICE = 20;

export class ByVectors {
  readonly #vectors = new RecentlyUsed<string, Float32Array>(KEPT);
  #bars: { readonly revision: Revision; readonly known: Map<Locale, number | null> } | null = null;
  #restsUntil = 0;
  /** What is asked for under an older one is not kept. */
  #clearings = 0;

  constructor(private readonly deps: ByVectorsDeps) {}

  /** The nearest group, or null where none is near enough; undefined when vectors cannot tell. */
  async nearest<Group extends { readonly examples: readonly string[] }>(text: string, { locale, groups, revision }: { locale: Locale; groups: readonly Group[]; revision: Revision }): Promise<Group | null | undefined> {
    const { clock, onTrouble } = this.deps;
    if (clock.now() < this.#restsUntil) return undefined;
    try {
      const bar = await this.#bar(revision, locale);
      if (bar === null) return undefined;
      const vectors = await this.#read([text, ...groups.flatMap(({ examples }) => examples)]);
      return best(vectors.get(text), groups, { vectors, bar });
    } catch (error) {
      this.#restsUntil = clock.now() + RESTS_MS;
      onTrouble(error);
      return undefined;
    }
  }

  /** Forgets what was computed of any other text: of a subscriber's words that were erased nothing stays. */
  keepOnly(texts: Iterable<string>): void {
    const kept = [...new Set(texts)].flatMap((text) => {
      const vector = this.#vectors.get(text);
      return vector ? [[text, vector] as const] : [];
    });
    this.#vectors.clear();
    for (const [text, vector] of kept) this.#vectors.put(text, vector);
    this.#clearings += 1;
  }

  async #bar(revision: Revision, locale: Locale): Promise<number | null> {
    if (this.#bars?.revision !== revision) this.#bars = { revision, known: new Map() };
    const { known } = this.#bars;
    const bar = known.get(locale);
    if (bar !== undefined) return bar;
    const examples = [...revision.intents.values()].map((intent) => spreadOver(intent.examples[locale]));
    const learnt = examples.flat().length < FEWEST ? null : await barOf(examples, await this.#read(examples.flat()));
    known.set(locale, learnt);
    return learnt;
  }

  async #read(texts: readonly string[]): Promise<ReadonlyMap<string, Float32Array>> {
    const read = new Map<string, Float32Array>();
    const clearings = this.#clearings;
    const missing: string[] = [];
    for (const text of new Set(texts)) {
      const known = this.#vectors.get(text);
      if (known) read.set(text, known);
      else missing.push(text);
    }
    for (let from = 0; from < missing.length; from += EMBED_AT_ONCE) {
      const some = missing.slice(from, from + EMBED_AT_ONCE);
      const fresh = await this.deps.embeddings.embed(some, AbortSignal.timeout(EMBED_WITHIN_MS));
      some.forEach((text, index) => {
        const vector = fresh[index];
        if (!vector) return;
        if (clearings === this.#clearings) this.#vectors.put(text, vector);
        read.set(text, vector);
      });
    }
    return read;
  }
}

function best<Group extends { readonly examples: readonly string[] }>(asked: Float32Array | undefined, groups: readonly Group[], { vectors, bar }: { vectors: ReadonlyMap<string, Float32Array>; bar: number }): Group | null {
  if (!asked) return null;
  let found: Group | null = null;
  let most = bar;
  for (const group of groups) {
    for (const example of group.examples) {
      const near = product(asked, vectors.get(example));
      if (near <= most) continue;
      most = near;
      found = group;
    }
  }
  return found;
}

async function barOf(examples: readonly (readonly string[])[], vectors: ReadonlyMap<string, Float32Array>): Promise<number> {
  const rows = examples.flatMap((texts, intent) => texts.map((text) => ({ intent, vector: vectors.get(text) })));
  const near: number[] = [];
  for (const [index, { intent, vector }] of rows.entries()) {
    if (index % SLICE === 0) await new Promise((resolve) => setImmediate(resolve));
    for (const other of rows.slice(index + 1)) if (other.intent !== intent && vector) near.push(product(vector, other.vector));
  }
  near.sort((one, other) => other - one);
  return near[Math.floor(near.length * AS_NEAR)] ?? 1;
}

function spreadOver(texts: readonly string[]): readonly string[] {
  const step = Math.max(1, Math.floor(texts.length / OF_EACH_INTENT));
  return texts.filter((_text, index) => index % step === 0).slice(0, OF_EACH_INTENT);
}

/** Both have length one; vectors of another length say nothing about each other. */
function product(one: Float32Array, other: Float32Array | undefined): number {
  if (other?.length !== one.length) return 0;
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
