/** What a model is trained on: the content of one revision as plain data. */
import type { Locale } from '../domain/locale.js';
import type { Ears } from './learnt-ears.js';
import type { Lexicon } from './lexicon.js';
import type { MoodSentence } from './mood-sentences.js';

export interface TrainingIntent {
  readonly id: string;
  readonly names: Readonly<Partial<Record<Locale, string>>>;
  readonly examples: Readonly<Partial<Record<Locale, readonly string[]>>>;
  readonly kind?: string;
  readonly isUrgent?: boolean;
}

export interface CatalogueItem {
  readonly id: string;
  readonly names: readonly string[];
}

export interface Catalogue {
  readonly plans: readonly CatalogueItem[];
  readonly products: readonly CatalogueItem[];
}

/** A labelled message apart from the examples; `intent` null is out of scope. It tunes thresholds only. */
export interface ValidationMessage {
  readonly text: string;
  readonly intent: string | null;
}

export interface TrainingSet {
  readonly intents: readonly TrainingIntent[];
  readonly lexicon: Lexicon;
  readonly catalogue: Catalogue;
  /** Further messages known to be none of our business, beside those that ship. */
  readonly generic?: readonly string[];
  readonly validation?: readonly ValidationMessage[];
  /** Vectors of texts (examples, names), when an embeddings endpoint is configured; all of one length. */
  readonly embeddings?: ReadonlyMap<string, Float32Array>;
  /** Stands in for the sentences that ship; only an examination that holds some of them back gives it. */
  readonly shipped?: { readonly generic: readonly string[]; readonly moods: readonly MoodSentence[] };
  /** Learnt before, from the content that ships; without them they are learnt from this set as well. */
  readonly ears?: Ears;
  readonly onProgress?: (done: number) => void;
}

export interface TrainingOptions {
  readonly seed?: number;
  readonly epochs?: number;
  readonly folds?: number;
}

/** A set given only as labelled messages, with the product's own lexicon; unlabelled ones are out of scope. */
export function trainingSetOf(lines: readonly ValidationMessage[], lexicon: Lexicon): TrainingSet {
  const byIntent = new Map<string, string[]>();
  const generic: string[] = [];
  for (const { text, intent } of lines) {
    if (intent === null) generic.push(text);
    else (byIntent.get(intent) ?? opened(byIntent, intent)).push(text);
  }
  const intents = [...byIntent].map(([id, texts]): TrainingIntent => ({ id, names: namesOf(id), examples: { 'zh-CN': texts } }));
  return { intents, lexicon, generic, catalogue: { plans: [], products: [] } };
}

function opened(byIntent: Map<string, string[]>, intent: string): string[] {
  const texts: string[] = [];
  byIntent.set(intent, texts);
  return texts;
}

/** "card_arrival" says what the intent is about, and so counts as its title; a number or a code does not. */
function namesOf(id: string): TrainingIntent['names'] {
  const words = id.replace(/[_\-.]+/gu, ' ').trim();
  return /\d/u.test(words) || words.length < 3 ? {} : { en: words };
}
