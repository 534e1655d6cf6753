/** How a subscriber feels: a score from 0 (calm) to 1 and a label, from cue words and from whole sentences learnt. */
import type { Mood, MoodLabel } from '../domain/reading.js';
import type { FeatureBuffer} from './features.js';
import { BLOCK, hashText } from './features.js';
import type { Cues } from './mood-cues.js';
import { sigmoid } from './logistic.js';

const UNHAPPY_FROM = 0.5;
const ANGRY_FROM = 0.5;
/** How much of an earlier mood a neutral message still carries. */
const LINGERING = 0.35;

/** Cues join the sentence's own features, so that training weighs both together. */
export function addCues(cues: Cues, into: FeatureBuffer): void {
  for (const group of cues.groups) into.add(hashText(group, 0x3c6ef372), BLOCK.cue);
  if (cues.groups.length === 0) into.add(hashText('none', 0x3c6ef372), BLOCK.cue);
}

export function moodOf(upset: number, angry: number, cues: Cues): Mood {
  const chance = sigmoid(upset);
  const anger = sigmoid(angry);
  const score = Math.min(1, chance * (0.75 + 0.25 * anger));
  return { score, label: labelOf(chance, anger), cues: cues.words };
}

function labelOf(chance: number, anger: number): MoodLabel {
  if (chance < UNHAPPY_FROM) return 'calm';
  return anger >= ANGRY_FROM ? 'angry' : 'unhappy';
}

/** Over several messages: the latest counts most, and anger fades slowly rather than at the first neutral word. */
export function conversationMood(scores: readonly number[]): { readonly score: number; readonly label: MoodLabel } {
  let score = 0;
  for (const next of scores) score = Math.max(next, score * 0.7 + next * 0.3);
  return { score, label: score >= 0.75 ? 'angry' : score >= UNHAPPY_FROM * 0.8 ? 'unhappy' : 'calm' };
}

/** What was felt before colours a message that says little itself; it never makes one calmer. */
export function lingering(mood: Mood, previous: readonly number[]): Mood {
  if (previous.length === 0) return mood;
  const before = conversationMood(previous).score;
  const score = mood.score + (1 - mood.score) * LINGERING * Math.max(0, before - 0.5);
  return score === mood.score ? mood : { ...mood, score };
}
