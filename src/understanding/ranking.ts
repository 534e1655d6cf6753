/** The best intents with confidences that respect the calibrated one at the top. */
import type { IntentScore } from '../domain/reading.js';
import type { ModelIntent } from './model.js';
import type { Scorer } from './scorer.js';

const MOST = 10;

/** What the best does not claim is shared by the others as the classifier would, and none of them overtakes it. */
export function rankingOf(intents: readonly ModelIntent[], scorer: Pick<Scorer, 'chances' | 'best'>, confidence: number): IntentScore[] {
  const { chances, best } = scorer;
  const others = topOthers(chances, best);
  const left = 1 - (chances[best] ?? 0);
  const ranking: IntentScore[] = [{ intent: intents[best]?.id ?? '', confidence }];
  for (const label of others) {
    const share = left > 0 ? (chances[label] ?? 0) / left : 0;
    ranking.push({ intent: intents[label]?.id ?? '', confidence: Math.min(confidence * 0.99, share * (1 - confidence)) });
  }
  return ranking;
}

function topOthers(chances: Float64Array, best: number): number[] {
  const top: number[] = [];
  for (let label = 0; label < chances.length; label += 1) {
    if (label === best) continue;
    const chance = chances[label] ?? 0;
    if (top.length === MOST - 1 && chance <= (chances[top[MOST - 2] ?? 0] ?? 0)) continue;
    let at = Math.min(top.length, MOST - 2);
    if (top.length < MOST - 1) top.push(label);
    while (at > 0 && (chances[top[at - 1] ?? 0] ?? 0) < chance) {
      top[at] = top[at - 1] ?? 0;
      at -= 1;
    }
    top[at] = label;
  }
  return top;
}
