/** Angry, unhappy and calm sentences the mood reader learns from; the product's own, and none of a public set. */
import type { MoodLabel } from '../domain/reading.js';
import { MOOD_ANGRY, MOOD_CALM, MOOD_UNHAPPY } from './mood-lines.js';
import { linesOf } from './generic-sentences.js';

export interface MoodSentence {
  readonly text: string;
  readonly mood: MoodLabel;
}

function sentences(block: string, mood: MoodLabel): MoodSentence[] {
  return linesOf(block).map((text) => ({ text, mood }));
}

export const MOOD_SENTENCES: readonly MoodSentence[] = [...sentences(MOOD_ANGRY, 'angry'), ...sentences(MOOD_UNHAPPY, 'unhappy'), ...sentences(MOOD_CALM, 'calm')];
