/** Hears whether a person is asked for: rules, the shape of the message and its words together, clause by clause where the whole is in doubt. */
import type { Canon } from './canon.js';
import type { Concepts } from './concepts.js';
import { extract, FeatureBuffer } from './features.js';
import type { PersonVerdict } from './person-rules.js';
import { PersonShape } from './person-shape.js';
import { asksForMore, pointsOnly, saysFound } from './pointing.js';

/** Log-odds from which the wish is believed, by what the rules say; fewer when the classifier, too, takes the message for that. */
const ASKED_FROM: Readonly<Record<PersonVerdict, number>> = { asked: -0.25, refused: 0.15, unclear: -0.15 };
const ASKED_FROM_WHEN_BEST = -0.3;
/** Down to here a whole message is in doubt, and one of its clauses may say it clearly enough. */
const DOUBT_FROM = -3;
const CLAUSE_FROM = 2;
/** Of a message that is about much else: a long story outweighs the wish at its end. */
const CLAUSE_OF_STORY_FROM = 3;
const CLAUSE_END = /[,.!?;]+|(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])/u;

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
  /** What the rules said of the text scored last. */
  private verdict: PersonVerdict = 'unclear';

  constructor(
    private readonly learnt: Learnt,
    private readonly canon: Canon,
    private readonly concepts: Concepts,
  ) {}

  /** Of the message that was heard last. */
  hears({ folded, canonical }: HeardMessage, isBest: boolean): boolean {
    if (pointsOnly(folded) || asksForMore(folded) || saysFound(folded)) return false;
    const score = this.score(folded, canonical);
    if (score >= (isBest ? ASKED_FROM_WHEN_BEST : ASKED_FROM[this.verdict])) return true;
    if (score < DOUBT_FROM && !this.shape.isAboutPersons) return false;
    const from = score < DOUBT_FROM ? CLAUSE_OF_STORY_FROM : CLAUSE_FROM;
    return this.clausesOf(folded).some((clause) => this.clauseScore(clause) >= from);
  }

  private clausesOf(folded: string): string[] {
    const clauses = folded.split(CLAUSE_END).filter((clause) => clause.trim() !== '');
    return clauses.length > 1 ? clauses : [];
  }

  private clauseScore(clause: string): number {
    const canonical = this.canon.of(clause);
    extract(canonical, this.concepts, this.clause, this.words);
    this.learnt.hear(this.clause);
    return this.score(clause, canonical);
  }

  private score(folded: string, canonical: string): number {
    this.signs.count = 0;
    this.verdict = this.shape.addTo(folded, canonical, this.signs);
    return this.learnt.answer(this.signs);
  }
}
