/** Whether the articles say what a sentence says, in nearly their words: a rule told again is no promise. Pure. */
import { mattersOf } from './matters.js';

/** How much of what the sentence is about stands in one place of the articles, and how much of that place in the sentence. */
export interface Nearness {
  readonly ofSentence: number;
  readonly ofPlace: number;
}

/** A few words stand anywhere. */
const LEAST_SHARED = 3;

export class ToldGround {
  private readonly places: readonly ReadonlySet<string>[];

  /** `text` as `legible` makes it. */
  constructor(text: string) {
    const sentences = text.split(/[。！？；!?;\n]|\.(?=\s|$)/u).filter((sentence) => sentence.trim() !== '');
    // Two that follow each other are often told in one.
    this.places = [...sentences, ...sentences.slice(1).map((sentence, at) => `${sentences[at] ?? ''},${sentence}`)].map(mattersOf);
  }

  says(sentence: string, { ofSentence, ofPlace }: Nearness): boolean {
    const about = mattersOf(sentence);
    return this.places.some((place) => {
      const shared = [...about].filter((one) => place.has(one)).length;
      return shared >= LEAST_SHARED && shared / about.size >= ofSentence && shared / place.size >= ofPlace;
    });
  }
}
