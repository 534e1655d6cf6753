/** How much a question is like the ones an article is known to be asked by: the words they share, by rarity, of all the words they have. */
import { charactersOf, questionTerms } from './terms.js';

/** A single Chinese character beside the pairs it stands in. */
const CHARACTER = 0.5;

interface Phrase {
  readonly owner: number;
  readonly features: readonly string[];
  weight: number;
}

export class Phrases {
  private readonly phrases: readonly Phrase[];
  private readonly owners: number;
  private readonly having = new Map<string, number[]>();

  /** The phrases of each owner, in order. */
  constructor(owned: readonly (readonly string[])[]) {
    this.owners = owned.length;
    this.phrases = owned.flatMap((phrases, owner) => phrases.map((phrase) => ({ owner, features: featuresOf(questionTerms(phrase), charactersOf(phrase)), weight: 0 })));
    this.phrases.forEach(({ features }, index) => {
      for (const feature of features) {
        const known = this.having.get(feature);
        if (known) known.push(index);
        else this.having.set(feature, [index]);
      }
    });
    for (const phrase of this.phrases) phrase.weight = this.sum(phrase.features);
  }

  /** Of a question's terms and characters; by owner, 0 to 1. */
  likenessOf(terms: readonly string[], characters: ReadonlySet<string>): Float64Array {
    const shared = new Float64Array(this.phrases.length);
    let own = 0;
    for (const feature of featuresOf(terms, characters)) {
      const weight = this.weightOf(feature);
      own += weight;
      for (const index of this.having.get(feature) ?? []) shared[index] = (shared[index] ?? 0) + weight;
    }
    const best = new Float64Array(this.owners);
    this.phrases.forEach(({ owner, weight }, index) => {
      const common = shared[index] ?? 0;
      if (common > 0) best[owner] = Math.max(best[owner] ?? 0, (2 * common) / (own + weight));
    });
    return best;
  }

  private sum(features: readonly string[]): number {
    return features.reduce((sum, feature) => sum + this.weightOf(feature), 0);
  }

  /** One that no phrase has weighs as much as the rarest that one has. */
  private weightOf(feature: string): number {
    const count = this.having.get(feature)?.length ?? 1;
    return (feature.startsWith('·') ? CHARACTER : 1) * Math.log(1 + this.phrases.length / count);
  }
}

function featuresOf(terms: readonly string[], characters: ReadonlySet<string>): readonly string[] {
  return [...terms, ...[...characters].map((character) => `·${character}`)];
}
