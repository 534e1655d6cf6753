/** The third ranking, where an embeddings endpoint is configured: passages whose vectors lie near that of the question. */
import { createHash } from 'node:crypto';
import type { Passage } from '../domain/article.js';
import type { Locale } from '../domain/locale.js';
import type { Embeddings } from '../ports/embeddings.js';
import type { Revision } from '../ports/published-content.js';
import type { VectorShelf } from '../ports/vector-shelf.js';
import type { Question } from './question.js';
import { sharesOfBest, type Shares } from './shares.js';

/** A question is answered without its vector rather than late. */
const EMBED_WITHIN_MS = 700;
const EMBED_AT_ONCE = 64;
const NEAREST = 60;

interface Placed {
  readonly articleId: string;
  readonly locale: Locale;
  readonly vector: Float32Array;
}

export interface ByMeaningDeps {
  readonly embeddings: Embeddings;
  readonly vectors: VectorShelf;
  readonly onTrouble?: (error: unknown) => void;
}

export class ByMeaning {
  private readonly started = new WeakMap<Revision, Promise<void>>();
  private readonly placed = new WeakMap<Revision, readonly Placed[]>();

  constructor(private readonly deps: ByMeaningDeps) {}

  /** Reads the vectors of a revision's passages, and has only those computed that no start before has. */
  prepare(revision: Revision): Promise<void> {
    const known = this.started.get(revision);
    if (known) return known;
    const placing = this.place(revision).catch((error: unknown) => {
      this.started.delete(revision);
      this.deps.onTrouble?.(error);
    });
    this.started.set(revision, placing);
    return placing;
  }

  async shares(revision: Revision, { text, locale }: Pick<Question, 'text' | 'locale'>): Promise<Shares | null> {
    const placed = this.placed.get(revision);
    if (!placed) {
      void this.prepare(revision);
      return null;
    }
    const [asked] = (await this.deps.embeddings.embed([text], AbortSignal.timeout(EMBED_WITHIN_MS)).catch(() => null)) ?? [];
    if (!asked) return null;
    const near = placed.filter((one) => one.locale === locale).map(({ articleId, vector }) => ({ articleId, score: product(asked, vector) }));
    near.sort((one, other) => other.score - one.score);
    return sharesOfBest(near.slice(0, NEAREST));
  }

  private async place(revision: Revision): Promise<void> {
    const { embeddings, vectors } = this.deps;
    const texts = new Map(revision.passages.map((passage) => [digestOf(textOf(revision, passage)), textOf(revision, passage)]));
    const known = new Map(await vectors.find(embeddings.model, [...texts.keys()]));
    const missing = [...texts.keys()].filter((digest) => !known.has(digest));
    for (let from = 0; from < missing.length; from += EMBED_AT_ONCE) {
      const some = missing.slice(from, from + EMBED_AT_ONCE);
      const fresh = await embeddings.embed(some.map((digest) => texts.get(digest) ?? ''));
      const kept = new Map(some.flatMap((digest, index) => (fresh[index] ? [[digest, fresh[index]] as const] : [])));
      await vectors.keep(embeddings.model, kept);
      for (const [digest, vector] of kept) known.set(digest, vector);
    }
    const placed = revision.passages.flatMap((passage) => {
      const vector = known.get(digestOf(textOf(revision, passage)));
      return vector ? [{ articleId: passage.articleId, locale: passage.locale, vector }] : [];
    });
    this.placed.set(revision, placed);
  }
}

function textOf({ articles }: Revision, { articleId, locale, heading, text }: Passage): string {
  return [articles.get(`${articleId}.${locale}`)?.title ?? '', heading, text].filter((part) => part !== '').join('\n');
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Both have length one; vectors of another length say nothing about each other. */
function product(one: Float32Array, other: Float32Array): number {
  if (one.length !== other.length) return 0;
  let sum = 0;
  for (let at = 0; at < one.length; at += 1) sum += (one[at] ?? 0) * (other[at] ?? 0);
  return sum;
}
