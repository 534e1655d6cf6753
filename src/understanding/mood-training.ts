/** Trains the mood reader: one ear for being upset at all, one for anger. */
import { PERSON_INTENT } from '../domain/intent.js';
import type { Corpus, Preparer } from './corpus.js';
import { FeatureBuffer } from './features.js';
import { fold } from './fold.js';
import type { MoodData } from './learnt-ears.js';
import { addCues } from './mood.js';
import { cuesOf } from './mood-cues.js';
import type { MoodSentence } from './mood-sentences.js';
import { trainTextLogistic } from './text-logistic.js';
import type { TextSample } from './text-logistic.js';

/** Examples of these are often angry themselves, so they teach nothing about calm. */
const HEATED = new Set(['complaint', 'refund_dispute', 'leave_intent', PERSON_INTENT, 'ticket_progress', 'fraud_report', 'number_cancel', 'bot_identity', 'feedback_praise']);
/** Cues that an everyday example should not show; if it does, it is left out. */
const LOADED = new Set(['insult', 'threat', 'anger', 'sarcasm', 'despair', 'shout']);

/** What training hands round. */
export interface MoodTraining {
  readonly preparer: Preparer;
  readonly corpus: Corpus;
  readonly random: () => number;
}

export function trainMood(shipped: readonly MoodSentence[], { preparer, corpus, random }: MoodTraining): MoodData {
  const sentences = shipped.map(({ text, mood }) => ({ features: featuresOf(preparer, text), mood }));
  const everyday = corpus.items.filter((item, index) => index % 2 === 0 && !HEATED.has(corpus.intentIds[item.label] ?? ''));
  const calm = [...everyday, ...corpus.generics]
    .filter((item) => cuesOf(item.text, fold(item.text)).groups.every((group) => !LOADED.has(group)))
    .map((item) => ({ features: featuresOf(preparer, item.text), isPositive: false, weight: 0.2 }));
  const upset: TextSample[] = [...sentences.map(({ features, mood }) => ({ features, isPositive: mood !== 'calm', weight: 1 })), ...calm];
  const angry: TextSample[] = [...sentences.map(({ features, mood }) => ({ features, isPositive: mood === 'angry', weight: 1 })), ...calm];
  const options = { epochs: 12, decay: 3e-3, random, least: 1 };
  return { upset: trainTextLogistic(upset, options).data, angry: trainTextLogistic(angry, options).data };
}

export function featuresOf(preparer: Preparer, text: string): FeatureBuffer {
  const { features } = preparer.item(text, -1);
  const cues = cuesOf(text, fold(text));
  const all = new FeatureBuffer(features.count + cues.groups.length + 1);
  for (let index = 0; index < features.count; index += 1) all.add(features.hashes[index] ?? 0, features.blocks[index] ?? 0);
  addCues(cues, all);
  return all;
}
