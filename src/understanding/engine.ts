/** Trains a model on one revision's content: folds for judgement first, then the classifier on everything. No I/O, so a worker can run it. */
import { Canon } from './canon.js';
import { Concepts } from './concepts.js';
import { corpusOf, Preparer, textsToEmbed } from './corpus.js';
import type { Corpus, Item } from './corpus.js';
import { earsFrom, earsTaught } from './ears.js';
import { GENERIC_SENTENCES } from './generic-sentences.js';
import { fitJudges } from './judge.js';
import type { Heldout } from './judge.js';
import { Classifier, learn } from './learner.js';
import type { Model } from './model.js';
import { MOOD_SENTENCES } from './mood-sentences.js';
import { ownWordsOf } from './own-words.js';
import { seeded } from './random.js';
import { PLAIN_SIGNAL_COUNT, SIGNAL_COUNT } from './scorer.js';
import { isOfTheTrade } from './trade.js';
import type { TrainingOptions, TrainingSet } from './training-set.js';
import { shippedVectors, WordVectors } from './word-vectors.js';

const MANY = 1500;
const VERY_MANY = 6000;
/** Of very many messages, what is held out is judged as well after fewer passes; of few it would seem less sure than it will be: measured. */
const FOLD_SHARE = 0.7;

/**
 * Messages an intent from which on a second opinion is learnt, where the content is of another trade: half a point more on a public set of
 * 116 each. Of the telecom trade the concepts tell already what it would have to find out: with the content that ships it gained nothing.
 */
const ENOUGH_EACH = 80;
const SECOND_EPOCHS = 8;
/** Of more messages it would take as long again as everything else, and of 15,100 on a public set of 150 intents it gained nothing. */
const MOST_FOR_A_SECOND = 12_000;

/** More messages need fewer passes, and fewer folds tell as much. */
function effort({ items, intentIds }: Corpus, options: TrainingOptions): Pick<Work, 'epochs' | 'foldEpochs' | 'folds' | 'secondEpochs'> {
  const count = items.length;
  const epochs = options.epochs ?? (count > VERY_MANY ? 10 : count > MANY ? 11 : 14);
  const folds = options.folds ?? (count > MANY ? 2 : 3);
  const hasSecond = count >= ENOUGH_EACH * intentIds.length && count <= MOST_FOR_A_SECOND && !isOfTheTrade(items);
  return { epochs, foldEpochs: count > VERY_MANY ? Math.ceil(epochs * FOLD_SHARE) : epochs, folds, secondEpochs: hasSecond ? SECOND_EPOCHS : 0 };
}

export function train(input: TrainingSet, options: TrainingOptions = {}): Model {
  const canon = new Canon(input.lexicon);
  const preparer = new Preparer(canon, new Concepts(), input.embeddings);
  const corpus = corpusOf(input, [...(input.shipped?.generic ?? GENERIC_SENTENCES), ...(input.generic ?? [])], preparer);
  const random = seeded(options.seed ?? 20);
  const work: Work = {
    corpus,
    validation: validationOf(input, corpus, preparer),
    ...effort(corpus, options),
    random,
    vectors: new WordVectors(shippedVectors()),
    embeddingSize: 0,
    report: (done) => input.onProgress?.(done),
  };
  const embeddingSize = sizeOf(input.embeddings);
  const { mood, person } = input.ears === undefined ? earsFrom(corpus, preparer, input.shipped?.moods ?? MOOD_SENTENCES) : earsTaught(input.ears, corpus, preparer);
  const plain = learnAndJudge(work);
  const embedded = embeddingSize === 0 ? null : learnAndJudge({ ...work, embeddingSize, secondEpochs: 0 });
  const model: Model = {
    intents: corpus.intentIds.map((id) => {
      const intent = input.intents.find((candidate) => candidate.id === id);
      return { id, kind: intent?.kind ?? 'faq', isUrgent: intent?.isUrgent ?? false };
    }),
    lexicon: input.lexicon,
    catalogue: input.catalogue,
    ...plain,
    ownWords: ownWordsOf(corpus),
    embedded,
    mood,
    person,
  };
  work.report(1);
  return model;
}

/** What to fetch embeddings of before training with them; out-of-scope sentences too, or scope would be judged by their lack. */
export function embeddableTexts(input: TrainingSet): string[] {
  return textsToEmbed(input, [...GENERIC_SENTENCES, ...(input.generic ?? [])]);
}

interface Work {
  readonly corpus: Corpus;
  readonly validation: readonly Item[];
  readonly epochs: number;
  readonly foldEpochs: number;
  /** Passes over the messages for the second opinion, 0 for none: what is held out is judged without, and embeddings tell what it would. */
  readonly secondEpochs: number;
  readonly folds: number;
  readonly random: () => number;
  readonly vectors: WordVectors;
  readonly embeddingSize: number;
  readonly report: (done: number) => void;
}

/** All embeddings are of one length; the first one tells it. */
function sizeOf(embeddings: TrainingSet['embeddings']): number {
  return embeddings?.values().next().value?.length ?? 0;
}

function learnAndJudge(work: Work): Pick<Model, 'classifier' | 'judges'> {
  const { corpus, report } = work;
  const heldout = crossValidate({ ...work, onFold: (fold) => report((0.7 * fold) / work.folds) });
  const classifier = learn(corpus, corpus.items, corpus.generics, { ...work, onEpoch: (done) => report(0.7 + 0.28 * done) });
  const final = new Classifier(classifier);
  const tuning = work.validation.map((item) => rowOf(final, item));
  return { classifier, judges: fitJudges({ heldout, tuning, intentCount: corpus.intentIds.length, width: isOfTheTrade(corpus.items) ? SIGNAL_COUNT : PLAIN_SIGNAL_COUNT }) };
}

export type CrossValidation = Pick<Work, 'corpus' | 'foldEpochs' | 'folds' | 'random' | 'vectors' | 'embeddingSize'> & {
  readonly onFold?: (done: number) => void;
};

/** Rows of each fold in turn: its examples, then its generic sentences. */
export function crossValidate(work: CrossValidation): HeldoutItem[] {
  const { corpus, folds } = work;
  const foldOf = assign(corpus.items, folds);
  const heldout: HeldoutItem[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    const inside = corpus.items.filter((_, index) => foldOf[index] !== fold);
    const generics = corpus.generics.filter((_, index) => index % folds !== fold);
    const classifier = new Classifier(learn(corpus, inside, generics, { ...work, epochs: work.foldEpochs, secondEpochs: 0 }));
    const outside = [...corpus.items.filter((_, index) => foldOf[index] === fold), ...corpus.generics.filter((_, index) => index % folds === fold)];
    for (const item of outside) heldout.push({ ...rowOf(classifier, item), item });
    work.onFold?.(fold + 1);
  }
  return heldout;
}

export interface HeldoutItem extends Heldout {
  readonly item: Item;
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
  const scorer = classifier.classify(item);
  return { signals: scorer.signals.slice(), best: scorer.best, label: item.label, locale: item.locale };
}

function validationOf(input: TrainingSet, corpus: Corpus, preparer: Preparer): Item[] {
  const labels = new Map(corpus.intentIds.map((id, label) => [id, label]));
  return (input.validation ?? []).map(({ text, intent }) => preparer.item(text, intent === null ? -1 : (labels.get(intent) ?? -1)));
}
