/** Hears whether a person is asked for: rules, the shape of the message and its words together, clause by clause where the whole is in doubt. */
import { OftenUsed } from '../domain/recently-used.js';
import type { Canon } from './canon.js';
import { clausesOf } from './clauses.js';
import type { Concepts } from './concepts.js';
import { extract, FeatureBuffer } from './features.js';
import { wasCutOff } from './person-rules.js';
import { PersonShape } from './person-shape.js';
import { asksForMore, asksOfOthers, onlyGreets, pointsOnly, saysFound, wantsOtherBack } from './pointing.js';
import { CLAUSE_HANDICAP } from './text-logistic.js';

/** Log-odds from which the wish is believed; fewer when the classifier, too, takes the message for that. */
const ASKED_FROM = -0.25;
const ASKED_FROM_WHEN_BEST = -0.4;
/** Down to here a whole message is in doubt, and one of its clauses may say it clearly enough. */
const DOUBT_FROM = -3;
/** Clauses that are heard once for all, and how long they may be, in characters: longer ones hardly come again. */
const MOST_CLAUSES = 1000;
const LONGEST_CLAUSE = 24;

/** One message as far as it was read before the ear. */
export interface HeardMessage {
  readonly folded: string;
  readonly canonical: string;
}

/** What was learnt about the words of a text: it hears the words, then answers when the signs are told as well. */
export interface Learnt {
  hear(features: FeatureBuffer): void;
  /** Log-odds. */
  answer(signs: FeatureBuffer): number;
}

export class PersonEar {
  private readonly shape = new PersonShape();
  private readonly signs = new FeatureBuffer(600);
  private readonly clause = new FeatureBuffer();
  private readonly words: string[] = [];
  private readonly clauses = new OftenUsed<string, number>(MOST_CLAUSES);

  constructor(
    private readonly learnt: Learnt,
    private readonly canon: Canon,
    private readonly concepts: Concepts,
  ) {}

  /** Of the message that was heard last. */
  hears({ folded, canonical }: HeardMessage, isBest: boolean): boolean {
    if (pointsOnly(folded) || asksForMore(folded) || saysFound(folded) || onlyGreets(folded) || asksOfOthers(folded) || wantsOtherBack(folded)) return false;
    if (wasCutOff(folded)) return true;
    const score = this.score(folded, canonical);
    const from = isBest ? ASKED_FROM_WHEN_BEST : ASKED_FROM;
    if (score >= from) return true;
    if (score < DOUBT_FROM && !this.shape.isAboutPersons) return false;
    return clausesOf(folded).some((clause) => this.clauseScore(clause) >= ASKED_FROM + CLAUSE_HANDICAP);
  }

  private clauseScore(clause: string): number {
    return clause.length > LONGEST_CLAUSE ? this.scoreAlone(clause) : this.clauses.take(clause, () => this.scoreAlone(clause));
  }

  private scoreAlone(clause: string): number {
    const canonical = this.canon.of(clause);
    extract(canonical, this.concepts, this.clause, this.words);
    this.learnt.hear(this.clause);
    return this.score(clause, canonical);
  }

  private score(folded: string, canonical: string): number {
    this.signs.count = 0;
    this.shape.addTo(folded, canonical, this.signs);
    return this.learnt.answer(this.signs);
  }
}
