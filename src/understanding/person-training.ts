/** Trains the ear for a person asked for: on the words of a message, on their shape, and on what the rules say of it. */
import type { Canon } from './canon.js';
import type { Corpus, Preparer } from './corpus.js';
import { FeatureBuffer } from './features.js';
import { fold } from './fold.js';
import type { PersonSentence } from './person-sentences.js';
import { PersonShape } from './person-shape.js';
import { trainTextLogistic } from './text-logistic.js';
import type { TextLogisticData, TextSample } from './text-logistic.js';

/** The editors' own examples of the intent count as well; the other intents' examples show what it is not. */
const PERSON_INTENT = 'human_agent';
/** Not hearing it is worse than hearing it once too often. */
const ASKED_WEIGHT = 1.5;

/** What training hands round. */
export interface PersonTraining {
  readonly canon: Canon;
  readonly preparer: Preparer;
  readonly corpus: Corpus;
  readonly random: () => number;
}

export function trainPerson(sentences: readonly PersonSentence[], { canon, preparer, corpus, random }: PersonTraining): TextLogisticData {
  const shape = new PersonShape();
  const sample = (text: string, features: FeatureBuffer, isPositive: boolean): TextSample => ({
    features: withShape(text, features, { canon, shape }),
    isPositive,
    weight: isPositive ? ASKED_WEIGHT : 1,
  });
  const label = corpus.intentIds.indexOf(PERSON_INTENT);
  const own = sentences.map(({ text, isAsked }) => sample(text, preparer.item(text, -1).features, isAsked));
  const others = corpus.items.filter((item, index) => item.label === label || index % 3 === 0);
  const samples = [...own, ...[...others, ...corpus.generics].map((item) => sample(item.text, item.features, item.label === label))];
  return trainTextLogistic(samples, { epochs: 10, decay: 1e-3, random, least: 1 }).data;
}

function withShape(text: string, features: FeatureBuffer, { canon, shape }: { canon: Canon; shape: PersonShape }): FeatureBuffer {
  const folded = fold(text);
  const canonical = canon.of(folded);
  const all = new FeatureBuffer(features.count + 500);
  for (let index = 0; index < features.count; index += 1) all.add(features.hashes[index] ?? 0, features.blocks[index] ?? 0);
  shape.addTo(folded, canonical, all);
  return all.snapshot();
}
