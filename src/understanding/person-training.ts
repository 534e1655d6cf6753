/** Trains the part that hears a person asked for in wordings no rule foresaw. */
import type { Corpus, Preparer } from './corpus.js';
import { PERSON_SENTENCES } from './person-sentences.js';
import { trainTextLogistic } from './text-logistic.js';
import type { TextLogisticData } from './text-logistic.js';

/** The editors' own examples of the intent count as well; the other intents' examples show what it is not. */
const PERSON_INTENT = 'human_agent';
/** Not hearing it is worse than hearing it once too often. */
const ASKED_WEIGHT = 3;

export function trainPerson(preparer: Preparer, corpus: Corpus, random: () => number): TextLogisticData {
  const label = corpus.intentIds.indexOf(PERSON_INTENT);
  const own = PERSON_SENTENCES.map(({ text, isAsked }) => ({ features: preparer.item(text, -1).features, isPositive: isAsked, weight: isAsked ? ASKED_WEIGHT : 1 }));
  const others = corpus.items.filter((item, index) => item.label === label || index % 3 === 0);
  const samples = [...own, ...others.map((item) => ({ features: item.features, isPositive: item.label === label, weight: item.label === label ? ASKED_WEIGHT : 1 }))];
  return trainTextLogistic(samples, { epochs: 10, decay: 1e-4, random, least: 1 }).data;
}
