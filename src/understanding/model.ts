/** All a reader needs, as plain data: what training yields and what a model file holds. */
import type { JudgeData } from './judge.js';
import type { ClassifierData } from './learner.js';
import type { MoodData } from './learnt-ears.js';
import type { Lexicon } from './lexicon.js';
import type { OwnWordsData } from './own-words.js';
import type { TextLogisticData } from './text-logistic.js';
import type { Catalogue } from './training-set.js';

export interface ModelIntent {
  readonly id: string;
  readonly kind: string;
  readonly isUrgent: boolean;
}

export interface Model {
  readonly intents: readonly ModelIntent[];
  readonly lexicon: Lexicon;
  readonly catalogue: Catalogue;
  readonly classifier: ClassifierData;
  readonly judges: JudgeData;
  readonly ownWords: OwnWordsData;
  /** A second pair that also reads embeddings; it is used for messages that come with one. */
  readonly embedded: { readonly classifier: ClassifierData; readonly judges: JudgeData } | null;
  readonly mood: MoodData;
  readonly person: TextLogisticData;
}
