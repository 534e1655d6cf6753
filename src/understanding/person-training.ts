/** Trains the ear for a person asked for: on the words of a message, on their shape, and on what the rules say of it. */
import { PERSON_INTENT } from '../domain/intent.js';
import { clausesOf } from './clauses.js';
import type { Corpus, Item, Preparer } from './corpus.js';
import { FeatureBuffer } from './features.js';
import { fold } from './fold.js';
import type { PersonSentence } from './person-sentences.js';
import { PersonShape } from './person-shape.js';
import { teachTextLogistic, trainTextLogistic } from './text-logistic.js';
import type { TextLogisticData, TextSample } from './text-logistic.js';

/** Not hearing it is worse than hearing it once too often. */
const ASKED_WEIGHT = 1.5;

/** What training hands round. */
export interface PersonTraining {
  readonly preparer: Preparer;
  readonly corpus: Corpus;
  readonly random: () => number;
}

export function trainPerson(sentences: readonly PersonSentence[], { preparer, corpus, random }: PersonTraining): TextLogisticData {
  const own = sentences.map(({ text, isAsked }) => ({ item: preparer.item(text, -1), isAsked }));
  const samples = samplesOf([...own, ...told([...corpus.items, ...corpus.generics], corpus)], preparer);
  return trainTextLogistic(samples, { epochs: 14, decay: 5e-4, random, least: 1 }).data;
}

/** What editors added to the examples that an ear was learnt from. */
export function teachPerson(ear: TextLogisticData, items: readonly Item[], { preparer, corpus }: Omit<PersonTraining, 'random'>): TextLogisticData {
  return teachTextLogistic(ear, samplesOf(told(items, corpus), preparer));
}

interface Told {
  readonly item: Item;
  readonly isAsked: boolean;
}

/** The editors' own examples of the intent count as well; the other intents' examples show what it is not. */
function told(items: readonly Item[], { intentIds }: Corpus): Told[] {
  return items.map((item) => ({ item, isAsked: intentIds[item.label] === PERSON_INTENT }));
}

function samplesOf(all: readonly Told[], preparer: Preparer): TextSample[] {
  const shape = new PersonShape();
  return all.map(({ item, isAsked }) => ({
    features: withShape(item, shape),
    clauses: clausesOf(fold(item.text)).map((clause) => withShape(preparer.item(clause, -1), shape)),
    isPositive: isAsked,
    weight: isAsked ? ASKED_WEIGHT : 1,
  }));
}

function withShape({ text, canonical, features }: Item, shape: PersonShape): FeatureBuffer {
  const all = new FeatureBuffer(features.count + 500);
  all.hashes.set(features.hashes);
  all.blocks.set(features.blocks);
  all.count = features.count;
  shape.addTo(fold(text), canonical, all);
  return all.snapshot();
}
