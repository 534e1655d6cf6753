/** Hears whether a person is asked for: rules, the shape of the message and its words together, clause by clause where the whole is in doubt. */
import type { Canon } from './canon.js';
import type { Concepts } from './concepts.js';
import { extract, FeatureBuffer } from './features.js';
import { personVerdictOf } from './person-rules.js';
import { PersonShape } from './person-shape.js';
import { TextLogistic } from './text-logistic.js';
import type { TextLogisticData } from './text-logistic.js';

/** Log-odds from which the wish is believed; fewer when the classifier, too, takes the message for that. */
const ASKED_FROM = -0.4;
const ASKED_FROM_WHEN_BEST = -1;
/** Down to here a whole message is in doubt, and one of its clauses may say it clearly enough. */
const DOUBT_FROM = -3;
const CLAUSE_FROM = 2;
const CLAUSE_END = /[,.!?;]+|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])/u;

/** One message as far as it was read before the ear. */
export interface HeardMessage {
  readonly folded: string;
  readonly canonical: string;
  readonly features: FeatureBuffer;
}

export class PersonEar {
  private readonly shape = new PersonShape();
  private readonly learnt: TextLogistic;
  private readonly clause = new FeatureBuffer();
  private readonly words: string[] = [];

  constructor(
    data: TextLogisticData,
    private readonly canon: Canon,
    private readonly concepts: Concepts,
  ) {
    this.learnt = new TextLogistic(data);
  }

  /** `features` are those of the whole message and are left as they were; a canonical text that is known already need not be made again. */
  hears({ folded, canonical, features }: HeardMessage, isBest: boolean): boolean {
    if (features.count === 0) return false;
    const score = this.score(folded, canonical, features);
    if (score >= (isBest ? ASKED_FROM_WHEN_BEST : ASKED_FROM)) return true;
    return score >= DOUBT_FROM && this.clausesOf(folded).some((clause) => this.clauseScore(clause) >= CLAUSE_FROM);
  }

  private clausesOf(folded: string): string[] {
    const clauses = folded.split(CLAUSE_END).filter((clause) => clause.trim() !== '');
    return clauses.length > 1 ? clauses : [];
  }

  private clauseScore(clause: string): number {
    const canonical = this.canon.of(clause);
    extract(canonical, this.concepts, this.clause, this.words);
    return this.score(clause, canonical, this.clause);
  }

  private score(folded: string, canonical: string, features: FeatureBuffer): number {
    const own = features.count;
    this.shape.addTo(canonical, personVerdictOf(folded, canonical), features);
    const score = this.learnt.score(features);
    features.count = own;
    return score;
  }
}
