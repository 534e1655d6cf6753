/** Trains a model on one revision's content: folds for judgement first, then the classifier on everything. No I/O, so a worker can run it. */
import { Canon } from './canon.js';
import { Concepts } from './concepts.js';
import { corpusOf, Preparer } from './corpus.js';
import type { Corpus, Item } from './corpus.js';
import { GENERIC_SENTENCES } from './generic-sentences.js';
import { fitJudges } from './judge.js';
import type { Heldout } from './judge.js';
import { Classifier, learn } from './learner.js';
import type { Model } from './model.js';
import { trainMood } from './mood-training.js';
import { trainPerson } from './person-training.js';
import { seeded } from './random.js';
import type { TrainingOptions, TrainingSet } from './training-set.js';
import { shippedVectors, WordVectors } from './word-vectors.js';

/** More messages need fewer passes, and fewer folds tell as much. */
function effort(count: number, options: TrainingOptions): { epochs: number; folds: number } {
  const epochs = options.epochs ?? (count > 6000 ? 16 : 24);
  const folds = options.folds ?? (count > 6000 ? 2 : 4);
  return { epochs, folds };
}

export function train(input: TrainingSet, options: TrainingOptions = {}): Model {
  const preparer = new Preparer(new Canon(input.lexicon), new Concepts());
  const corpus = corpusOf(input, [...GENERIC_SENTENCES, ...(input.generic ?? [])], preparer);
  const { epochs, folds } = effort(corpus.items.length, options);
  const random = seeded(options.seed ?? 20);
  const vectors = new WordVectors(shippedVectors());
  const report = (done: number): void => input.onProgress?.(done);
  const heldout = crossValidate(corpus, { epochs, folds, random, vectors, onFold: (fold) => report((0.7 * fold) / folds) });
  const data = learn(corpus, corpus.items, corpus.generics, { epochs, random, vectors, onEpoch: (done) => report(0.7 + 0.28 * done) });
  const tuning = validationRows(input, corpus, preparer, new Classifier(data));
  const model: Model = {
    intents: corpus.intentIds.map((id) => {
      const intent = input.intents.find((candidate) => candidate.id === id);
      return { id, kind: intent?.kind ?? 'faq', isUrgent: intent?.isUrgent ?? false };
    }),
    lexicon: input.lexicon,
    catalogue: input.catalogue,
    classifier: data,
    judges: fitJudges(heldout, tuning, corpus.intentIds.length),
    mood: trainMood(preparer, corpus, random),
    person: trainPerson(preparer, corpus, random),
  };
  report(1);
  return model;
}

export interface CrossValidation {
  readonly epochs: number;
  readonly folds: number;
  readonly random: () => number;
  readonly vectors: WordVectors;
  readonly onFold?: (done: number) => void;
}

/** Rows in the order: each fold's examples, then each fold's generic sentences. */
export function crossValidate(corpus: Corpus, { epochs, folds, random, vectors, onFold }: CrossValidation): Heldout[] {
  const foldOf = assign(corpus.items, folds);
  const heldout: Heldout[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const inside = corpus.items.filter((_, index) => foldOf[index] !== fold);
    const generics = corpus.generics.filter((_, index) => index % folds !== fold);
    const classifier = new Classifier(learn(corpus, inside, generics, { epochs, random, vectors }));
    corpus.items.forEach((item, index) => {
      if (foldOf[index] === fold) heldout.push(rowOf(classifier, item));
    });
    corpus.generics.forEach((item, index) => {
      if (index % folds === fold) heldout.push(rowOf(classifier, item));
    });
    onFold?.(fold + 1);
  }
  return heldout;
}

/** Every intent is spread evenly over the folds. */
function assign(items: readonly Item[], folds: number): Int32Array {
  const counts = new Map<number, number>();
  return Int32Array.from(items, (item) => {
    const count = counts.get(item.label) ?? 0;
    counts.set(item.label, count + 1);
    return (count + item.label) % folds;
  });
}

function rowOf(classifier: Classifier, item: Item): Heldout {
  const scorer = classifier.classify(item.features, item.words);
  return { signals: scorer.signals.slice(), best: scorer.best, label: item.label, locale: item.locale };
}

function validationRows(input: TrainingSet, corpus: Corpus, preparer: Preparer, classifier: Classifier): Heldout[] {
  const labels = new Map(corpus.intentIds.map((id, label) => [id, label]));
  return (input.validation ?? []).map(({ text, intent }) => rowOf(classifier, preparer.item(text, intent === null ? -1 : (labels.get(intent) ?? -1))));
}
